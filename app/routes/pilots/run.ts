import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { paths } from '#paths'
import { RunPilot, runPilot } from '#services/pilots/run.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, RunPilot, async (value, ctx) => {
    await runPilot(ctx, value)
    return redirect(paths.pilot(value.id))
  })
}
