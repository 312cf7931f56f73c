import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { scenarioDeed } from '#services/scenarios/form.ts'
import { WithdrawScenario, withdrawScenario } from '#services/scenarios/withdraw.ts'
import { ScenarioDeed } from '#ui/scenarios/scenario-deed.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('scenario.deedPage.withdrawal') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => scenarioDeed(ctx, args.params.scenarioId, 'withdraw'))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, WithdrawScenario, async (form, ctx) => {
    await withdrawScenario(ctx, form)
    return redirectWithToast(args.context, paths.scenario(form.id), { key: 'scenario.toast.withdrawn' })
  })
}

export default function ScenarioWithdrawal() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <ScenarioDeed deed="withdrawal" view={view} reason={view.isPublic ? 'must' : 'may'} answer={answer} />
  )
}
