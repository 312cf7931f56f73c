import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { scenarioReview } from '#services/scenarios/form.ts'
import { ReturnScenario, returnScenario } from '#services/scenarios/review.ts'
import { ScenarioReviewPage } from '#ui/scenarios/review-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('scenario.deedPage.return') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => scenarioReview(ctx, args.params.scenarioId, 'return'))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ReturnScenario, async (form, ctx) => {
    await returnScenario(ctx, form)
    return redirectWithToast(args.context, paths.queue(), { key: 'scenario.toast.returned' })
  })
}

export default function ScenarioReturn() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ScenarioReviewPage deed="return" view={view} answer={answer} />
}
