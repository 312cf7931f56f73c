import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { placeOf, type StepId, stepIds } from '#domain/scenarios/steps.ts'
import { respond, submitted } from '#http/respond.ts'
import { pageStepIn, stepIn } from '#http/scenario-step.ts'
import { speakTo } from '#http/speak.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { countFits } from '#services/matching/count-fits.ts'
import { scenarioSheet } from '#services/scenarios/form.ts'
import { saveStep, stepForms } from '#services/scenarios/save-step.ts'
import { siteChoice } from '#services/sites/of-scenario.ts'
import { shownSiteOf } from '#services/sites/shown.ts'
import { Alert } from '#ui/primitives/alert.tsx'
import { ReturnNotes } from '#ui/review/return-notes.tsx'
import { speakExpected } from '#ui/risk/speak.ts'
import { answerOf } from '#ui/scenario-form/answer.ts'
import type { DraftView } from '#ui/scenario-form/view.ts'
import { Wizard } from '#ui/scenario-form/wizard.tsx'
import { speakScenario } from '#ui/scenarios/speak.ts'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { Link } from '#ui/shell/link.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { riskFrom, speakChoice } from '#ui/sites/speak.ts'

export const handle: PageHandle = { title: t => t('scenario.form.edit') }

/** The step that the address names, else the first one with something open. */
export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => {
    const sheet = await scenarioSheet(ctx, args.params.scenarioId)
    const step = pageStepIn(args.request) ?? sheet.draft.next
    const t = speakTo(args.request)
    const said = step === 'check' ? speakScenario(t, sheet.draft.content) : null
    if (!sheet.canEdit.ok) return { sheet, step, said, fits: null, choice: null, risk: null }
    const choice = step === 'site' ? await siteChoice(ctx, sheet.draft.id) : null
    return {
      ...{ sheet, step, said, fits: await countFits(ctx, sheet.draft.id) },
      choice: choice && speakChoice(choice, t.locale),
      risk:
        step === 'site' || step === 'metrics'
          ? speakExpected(t, riskFrom(sheet.draft.content, await shownSiteOf(ctx, sheet.draft.id)))
          : null,
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const step = stepIn(args.request) ?? 'task'
  const intent = (await args.request.clone().formData()).get('intent')
  return submitted(args, stepForms[step], async ({ id, rev, formKey, language, adopt, ...form }, ctx) => {
    const { auto: _, ...words } = form
    await saveStep(ctx, { id, rev, formKey, language, adopt, step, words })
    const to = after(id, step, intent)
    // Coming to the next step says it; a word over its fields would only be in the way.
    if (intent === 'next') return redirect(to, 303)
    return redirectWithToast(args.context, to, { key: 'scenario.toast.saved' })
  })
}

function after(id: string, step: StepId, intent: unknown): string {
  if (intent === 'leave') return paths.scenario(id)
  return paths.scenarioEdit(id, { step: intent === 'next' ? stepIds[stepIds.indexOf(step) + 1] : step })
}

/** Where a field that was sent back is mended. */
function hrefOf({ id, content }: DraftView, field: string): string {
  const { step, anchor } = placeOf(field, content)
  return `${paths.scenarioEdit(id, { step })}#${anchor}`
}

export default function EditScenarioPage() {
  const t = useT()
  const { sheet, step, said, fits, choice, risk } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { draft } = sheet
  const name = draft.number ?? (draft.title || t('scenario.mine.untitled'))
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('scenario.mine.title'), href: paths.scenariosMine() },
          { label: name, href: paths.scenario(draft.id) },
          { label: t('scenario.form.edit') },
        ]}
      />
      <PageHead
        title={draft.title || t('scenario.mine.untitled')}
        over={<p className="t13 ink3">{t('scenario.form.edit')}</p>}
        facts={
          <>
            <span>{sheet.organization}</span>
            <Link href={paths.filesOf('scenario', draft.id)}>{t('file.manage')}</Link>
          </>
        }
      />
      {draft.returned && <ReturnNotes {...draft.returned} hrefOf={field => hrefOf(draft, field)} />}
      {sheet.canEdit.ok || answer ? (
        <Wizard
          key={`${step}-${draft.rev}`}
          sheet={sheet}
          step={step}
          fits={fits}
          choice={choice}
          risk={risk}
          said={said}
          answer={answerOf(answer)}
        />
      ) : (
        <Alert title={t('scenario.form.notNow')}>
          <p>{t.reason(sheet.canEdit.reason, sheet.canEdit.detail)}</p>
        </Alert>
      )}
    </Wrap>
  )
}
