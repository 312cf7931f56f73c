import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeKinds } from '#domain/concepts/change.ts'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ProposeConcept, proposeConcept } from '#services/concepts/propose.ts'
import { proposalSheet } from '#services/concepts/show.ts'
import { ConceptFacts } from '#ui/concepts/names.tsx'
import { ProposalForm } from '#ui/concepts/proposal-form.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('concept.proposals.title') }

export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams
  const kind = changeKinds.find(each => each === query.get('kind')) ?? 'add'
  const [conceptId, name] = [query.get('concept'), (query.get('name') ?? '').slice(0, 40)]
  return respond(args, ctx => proposalSheet(ctx, { kind, conceptId, name }))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ProposeConcept, async (form, ctx) => {
    const { id } = await proposeConcept(ctx, form)
    return redirectWithToast(args.context, paths.conceptProposal(id), { key: 'concept.toast.proposed' })
  })
}

export default function ProposeConceptPage() {
  const t = useT()
  const sheet = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <DeedPage
      title={t(`concept.form.${sheet.kind}`)}
      crumbs={[{ label: t('concept.title'), href: paths.concepts() }]}
      facts={<span>{t('concept.form.lead')}</span>}
    >
      {sheet.concept && <ConceptFacts concept={sheet.concept} />}
      <div className="mt4">
        <ProposalForm sheet={sheet} lastResult={answer?.submission} />
      </div>
    </DeedPage>
  )
}
