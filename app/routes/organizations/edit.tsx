import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { EditOrganization, editOrganization } from '#services/organizations/edit.ts'
import { showOrganization } from '#services/organizations/show.ts'
import { BasicsForm } from '#ui/organization/basics-form.tsx'
import { OrganizationDeed } from '#ui/organization/frame.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('organization.edit') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showOrganization(ctx, args.params.organizationId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, EditOrganization, async (form, ctx) => {
    await editOrganization(ctx, form)
    return redirectWithToast(args.context, paths.organization(form.id), { key: 'organization.toast.edited' })
  })
}

export default function EditOrganizationPage() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <OrganizationDeed
      organization={view}
      title={t('organization.edit')}
      lead={view.capabilities.length > 0 ? t('organization.editVerified') : undefined}
      can={view.can.edit}
      answer={answer}
    >
      <BasicsForm organization={view} formKey={view.formKey} answer={answer} />
    </OrganizationDeed>
  )
}
