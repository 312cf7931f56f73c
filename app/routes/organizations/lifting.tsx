import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { relationKinds } from '#domain/vocabulary.ts'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { LiftRelation, liftRelation } from '#services/organizations/relate.ts'
import { showRelation } from '#services/organizations/show.ts'
import { ReasonForm } from '#ui/organization/deed-forms.tsx'
import { OrganizationDeed } from '#ui/organization/frame.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('organization.relation.liftTitle') }

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  const pair = { other: searchParams.get('other'), kind: searchParams.get('kind') }
  return respond(args, ctx => showRelation(ctx, args.params.organizationId, pair))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, LiftRelation, async (form, ctx) => {
    await liftRelation(ctx, form)
    return redirectWithToast(args.context, paths.organization(form.id), { key: 'organization.toast.lifted' })
  })
}

export default function LiftRelationPage() {
  const t = useT()
  const { page, relation } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { id: otherId, name: other, kind } = relation
  return (
    <OrganizationDeed
      organization={page}
      title={t('organization.relation.liftTitle')}
      lead={t('organization.relation.liftLead', {
        name: page.name,
        other,
        kind: t.pick(relationKinds[kind]),
      })}
      can={page.can.lift}
      answer={answer}
    >
      <ReasonForm
        hidden={{ id: page.id, otherId, kind }}
        formKey={page.formKey}
        answer={answer}
        submit={t('organization.relation.liftTitle')}
        label={t('organization.relation.liftReason')}
        look="refuse"
      />
    </OrganizationDeed>
  )
}
