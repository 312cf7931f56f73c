import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { DraftScenario, draftScenario } from '#services/scenarios/draft.ts'
import { newScenarioSheet } from '#services/scenarios/form.ts'
import { answerOf } from '#ui/scenario-form/answer.ts'
import { Wizard } from '#ui/scenario-form/wizard.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('scenario.form.new') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, newScenarioSheet)
}

export async function action(args: ActionFunctionArgs) {
  const intent = (await args.request.clone().formData()).get('intent')
  return submitted(args, DraftScenario, async (form, ctx) => {
    const { id } = await draftScenario(ctx, form)
    if (intent === 'next') return redirect(paths.scenarioEdit(id, { step: 'today' }), 303)
    return redirectWithToast(args.context, paths.scenario(id), { key: 'scenario.toast.saved' })
  })
}

export default function NewScenario() {
  const t = useT()
  const sheet = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('scenario.list.title'), href: paths.scenarios() },
          { label: t('scenario.form.new') },
        ]}
      />
      <PageHead title={t('scenario.form.new')} facts={<span>{sheet.organization}</span>} />
      <p className="ink2 prose">{t('scenario.form.lead')}</p>
      <Wizard sheet={sheet} step="task" answer={answerOf(answer)} />
    </Wrap>
  )
}
