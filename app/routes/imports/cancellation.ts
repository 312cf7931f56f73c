import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { CancelImport, cancelImport } from '#services/imports/steer.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, CancelImport, async (value, ctx) => {
    await cancelImport(ctx, value)
    return redirectWithToast(args.context, paths.import(value.id), { key: 'imports.cancelled' })
  })
}
