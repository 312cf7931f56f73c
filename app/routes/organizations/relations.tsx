import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { RelateOrganization, relateOrganization } from '#services/organizations/relate.ts'
import { showOrganization } from '#services/organizations/show.ts'
import { RelationForm } from '#ui/organization/deed-forms.tsx'
import { OrganizationDeed } from '#ui/organization/frame.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('organization.relation.add') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showOrganization(ctx, args.params.organizationId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, RelateOrganization, async (form, ctx) => {
    await relateOrganization(ctx, form)
    return redirectWithToast(args.context, paths.organization(form.id), { key: 'organization.toast.related' })
  })
}

export default function OrganizationRelations() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <OrganizationDeed
      organization={view}
      title={t('organization.relation.add')}
      lead={t('organization.relation.lead')}
      can={view.can.relate}
      answer={answer}
    >
      <RelationForm id={view.id} formKey={view.formKey} answer={answer} />
    </OrganizationDeed>
  )
}
