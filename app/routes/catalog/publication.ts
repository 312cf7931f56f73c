import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { paths } from '#paths'
import { PublishEntry, publishEntry } from '#services/catalog/publish.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, PublishEntry, async (value, ctx) => {
    await publishEntry(ctx, value)
    return redirect(paths.entry(value.id))
  })
}
