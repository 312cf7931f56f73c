import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { scenarioDeed } from '#services/scenarios/form.ts'
import { SubmitScenario, submitScenario } from '#services/scenarios/submit.ts'
import { ScenarioDeed } from '#ui/scenarios/scenario-deed.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('scenario.deedPage.submission') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => scenarioDeed(ctx, args.params.scenarioId, 'submit'))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, SubmitScenario, async (form, ctx) => {
    await submitScenario(ctx, form)
    return redirectWithToast(args.context, paths.scenario(form.id), { key: 'scenario.toast.submitted' })
  })
}

export default function ScenarioSubmission() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ScenarioDeed deed="submission" view={view} answer={answer} />
}
