import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { Recommend, recommend, recommendationSheet } from '#services/recommendations/recommend.ts'
import { StaleNote } from '#ui/form/stale-note.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { OpinionSection } from '#ui/recommendation/opinions.tsx'
import { RecommendationForm } from '#ui/recommendation/recommendation-form.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('office.recommendation.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => recommendationSheet(ctx, args.params))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, Recommend.omit({ noun: true, objectId: true }), async (value, ctx) => {
    const { noun, id } = await recommendationSheet(ctx, args.params)
    await recommend(ctx, { ...value, noun, objectId: id })
    return redirectWithToast(args.context, paths.queue(), { key: 'office.recommendation.done' })
  })
}

/** 区级推荐意见: for whoever decides to read, never a gate. */
export default function RecommendPage() {
  const t = useT()
  const { noun, id, title, rev, can, given, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const page = noun === 'scenario' ? paths.scenario(id) : paths.entry(id)
  const refusal = answer?.refusal
  // That one has spoken already is said where the form was.
  const stale =
    refusal?.code === 'conflict' && refusal.reason !== 'recommendation.givenAlready' ? refusal : null
  return (
    <DeedPage
      title={t('office.recommendation.title')}
      crumbs={[
        { label: t('common.nav.queue'), href: paths.queue() },
        { label: title, href: page },
      ]}
      facts={
        <>
          <span>{title}</span>
          <span>{t('office.recommendation.intro')}</span>
        </>
      }
    >
      {stale && <StaleNote title={t('office.recommendation.changed')} refusal={stale} href={page} />}
      {can.ok ? (
        <RecommendationForm rev={rev} formKey={formKey} lastResult={answer?.submission} />
      ) : (
        <Alert title={t('pilot.closed')}>{t.reason(can.reason, can.detail)}</Alert>
      )}
      <OpinionSection opinions={given} />
    </DeedPage>
  )
}
