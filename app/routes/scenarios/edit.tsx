import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { countFits } from '#services/matching/count-fits.ts'
import { EditScenario, editScenario } from '#services/scenarios/draft.ts'
import { scenarioSheet } from '#services/scenarios/form.ts'
import { EditAndSubmit, editAndSubmitScenario } from '#services/scenarios/submit.ts'
import { siteChoice } from '#services/sites/of-scenario.ts'
import { Alert } from '#ui/primitives/alert.tsx'
import { FitCount } from '#ui/scenarios/fit-count.tsx'
import { ScenarioForm } from '#ui/scenarios/scenario-form.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { SitePicker } from '#ui/sites/site-picker.tsx'
import { speakChoice } from '#ui/sites/speak.ts'

export const handle: PageHandle = { title: t => t('scenario.form.edit') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => {
    const sheet = await scenarioSheet(ctx, args.params.scenarioId)
    if (!sheet.canEdit.ok) return { ...sheet, fits: null, choice: null }
    const choice = speakChoice(await siteChoice(ctx, sheet.draft.id), speakTo(args.request).locale)
    return { ...sheet, fits: await countFits(ctx, sheet.draft.id), choice }
  })
}

export async function action(args: ActionFunctionArgs) {
  const done = (id: string, key: string) => redirectWithToast(args.context, paths.scenario(id), { key })
  const intent = (await args.request.clone().formData()).get('intent')
  if (intent !== 'submit')
    return submitted(args, EditScenario, async (form, ctx) =>
      done((await editScenario(ctx, form)).id, 'scenario.toast.saved'),
    )
  return submitted(args, EditAndSubmit, async (form, ctx) =>
    done((await editAndSubmitScenario(ctx, form)).id, 'scenario.toast.submitted'),
  )
}

export default function EditScenarioPage() {
  const t = useT()
  const sheet = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { draft } = sheet
  const name = draft.number ?? (draft.title || t('scenario.mine.untitled'))
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('scenario.list.title'), href: paths.scenarios() },
          { label: name, href: paths.scenario(draft.id) },
          { label: t('scenario.form.edit') },
        ]}
      />
      <PageHead title={t('scenario.form.edit')} facts={<span>{sheet.organization}</span>} />
      {draft.returned && (
        <Alert tone="red" title={t('scenario.returned.title')}>
          <p>{draft.returned.reason}</p>
          <p className="t13 ink3">{t('scenario.returned.at', { time: t.moment(draft.returned.at) })}</p>
        </Alert>
      )}
      {sheet.fits && <FitCount fits={sheet.fits} formId="scenario" />}
      {sheet.choice && <SitePicker choice={sheet.choice} />}
      {sheet.canEdit.ok || answer ? (
        <ScenarioForm sheet={sheet} answer={answer} />
      ) : (
        <Alert title={t('scenario.form.notNow')}>
          <p>{t.reason(sheet.canEdit.reason, sheet.canEdit.detail)}</p>
        </Alert>
      )}
    </Wrap>
  )
}
