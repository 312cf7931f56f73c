import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { paths } from '#paths'
import { AnnounceEntry, announceEntry } from '#services/catalog/announce.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, AnnounceEntry, async (value, ctx) => {
    await announceEntry(ctx, value)
    return redirect(paths.entry(value.id))
  })
}
