import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { FoundOrganization, foundingSheet, foundOrganization } from '#services/organizations/found.ts'
import { BasicsForm } from '#ui/organization/basics-form.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('organization.new') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, foundingSheet)
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, FoundOrganization, async (form, ctx) => {
    const { id } = await foundOrganization(ctx, form)
    return redirectWithToast(args.context, paths.organization(id), { key: 'organization.toast.founded' })
  })
}

export default function NewOrganization() {
  const t = useT()
  const { formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <DeedPage title={t('organization.new')} crumbs={[]}>
      <p className="ink2 prose">{t('organization.newLead')}</p>
      <BasicsForm formKey={formKey} answer={answer} />
    </DeedPage>
  )
}
