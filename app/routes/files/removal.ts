import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { RemoveFile, removeFile } from '#services/files/remove.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, RemoveFile, async (form, ctx) => {
    const { noun, id } = await removeFile(ctx, form)
    return redirectWithToast(args.context, paths.filesOf(noun, id), { key: 'file.toast.removed' })
  })
}
