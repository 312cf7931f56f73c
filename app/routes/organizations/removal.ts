import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { RemoveDocument, removeDocument } from '#services/organizations/documents.ts'

export async function action(args: ActionFunctionArgs) {
  return deed(args, RemoveDocument, async (form, ctx) => {
    await removeDocument(ctx, form)
    const there = paths.organization(form.id)
    return redirectWithToast(args.context, there, { key: 'organization.toast.documentRemoved' })
  })
}
