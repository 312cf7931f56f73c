import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ArchiveScenario, archiveScenario } from '#services/scenarios/archive.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, ArchiveScenario, async (value, ctx) => {
    await archiveScenario(ctx, value)
    return redirectWithToast(args.context, paths.scenario(value.id), { key: 'scenario.toast.archived' })
  })
}
