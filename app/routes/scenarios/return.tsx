import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { scenarioDeed } from '#services/scenarios/form.ts'
import { ReturnScenario, returnScenario } from '#services/scenarios/review.ts'
import { ScenarioDeed } from '#ui/scenarios/scenario-deed.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('scenario.deedPage.return') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => scenarioDeed(ctx, args.params.scenarioId, 'review'))
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
  return <ScenarioDeed deed="return" view={view} reason="must" answer={answer} />
}
