import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ApproveScenario, approveScenario } from '#services/scenarios/approve.ts'
import { scenarioReview } from '#services/scenarios/form.ts'
import { ScenarioReviewPage } from '#ui/scenarios/review-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('scenario.deedPage.approval') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => scenarioReview(ctx, args.params.scenarioId, 'approval'))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ApproveScenario, async (form, ctx) => {
    await approveScenario(ctx, form)
    return redirectWithToast(args.context, paths.queue(), { key: 'scenario.toast.approved' })
  })
}

export default function ScenarioApproval() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ScenarioReviewPage deed="approval" view={view} answer={answer} />
}
