import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { StartImport, startImport } from '#services/imports/steer.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, StartImport, async (value, ctx) => {
    await startImport(ctx, value)
    return redirectWithToast(args.context, paths.import(value.id), { key: 'imports.started' })
  })
}
