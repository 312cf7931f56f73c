import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { AddDocument, addDocument } from '#services/organizations/documents.ts'
import { showOrganization } from '#services/organizations/show.ts'
import { DocumentForm } from '#ui/organization/deed-forms.tsx'
import { OrganizationDeed } from '#ui/organization/frame.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('organization.document.add') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showOrganization(ctx, args.params.organizationId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, AddDocument, async (form, ctx) => {
    await addDocument(ctx, form)
    return redirectWithToast(args.context, paths.organization(form.id), {
      key: 'organization.toast.documentAdded',
    })
  })
}

export default function OrganizationDocuments() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <OrganizationDeed
      organization={view}
      title={t('organization.document.add')}
      lead={t('organization.document.lead')}
      can={view.can.addDocument}
      answer={answer}
    >
      <DocumentForm id={view.id} formKey={view.formKey} answer={answer} />
    </OrganizationDeed>
  )
}
