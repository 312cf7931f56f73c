import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { scenarioReview } from '#services/scenarios/form.ts'
import { PublishScenario, publishScenario } from '#services/scenarios/review.ts'
import { ScenarioReviewPage } from '#ui/scenarios/review-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('scenario.deedPage.publication') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => scenarioReview(ctx, args.params.scenarioId, 'publication'))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, PublishScenario, async (form, ctx) => {
    await publishScenario(ctx, form)
    return redirectWithToast(args.context, paths.queue(), { key: 'scenario.toast.published' })
  })
}

export default function ScenarioPublication() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ScenarioReviewPage deed="publication" view={view} answer={answer} />
}
