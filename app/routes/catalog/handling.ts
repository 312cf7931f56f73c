import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { paths } from '#paths'
import { HandleEntry, handleEntry } from '#services/catalog/handle.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, HandleEntry, async (value, ctx) => {
    await handleEntry(ctx, value)
    return redirect(paths.entry(value.id))
  })
}
