import { placeOf, stepIds } from '#domain/scenarios/steps.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { FactGrid } from '../pattern/fact-grid.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink, ClosedButton } from '../primitives/button.tsx'
import { fieldLabels } from '../scenarios/field-labels.ts'
import { FullBody } from '../scenarios/scenario-body.tsx'
import type { SaidScenario } from '../scenarios/view.ts'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import type { DraftView, SheetView } from './view.ts'

/** 检查并提交: what is missing with the way there, all that was written, and the one button. */
export function CheckStep({
  sheet,
  draft,
  said,
}: {
  sheet: SheetView
  draft: DraftView
  said: SaidScenario
}) {
  const t = useT()
  const absent = <span className="unsaid">{t('scenario.part.notYet')}</span>
  const fact = (key: string, term: string, at: Date | null) => ({
    ...{ key, term },
    value: at ? t.dateTime(at) : absent,
  })
  return (
    <>
      <div className="checkstep">
        {draft.missing.length > 0 ? (
          <Missing draft={draft} />
        ) : (
          <Alert tone="blue" title={t('wizard.check.ready')} />
        )}
        <Kept t={t} draft={draft} />
        <Actions>
          <Submit sheet={sheet} draft={draft} />
          <ButtonLink look="quiet" href={paths.scenarioEdit(draft.id, { step: 'evaluation' })}>
            {t('wizard.save.back')}
          </ButtonLink>
        </Actions>
      </div>
      <Section title={t('wizard.evaluation.dates')}>
        <FactGrid
          facts={[
            fact('questionsUntil', t('scenario.form.questionsUntil'), draft.questionsUntil),
            fact('bidDeadline', t('scenario.form.deadline'), draft.bidDeadline),
          ]}
        />
      </Section>
      <FullBody content={draft.content} said={said} />
    </>
  )
}

function Missing({ draft }: { draft: DraftView }) {
  const t = useT()
  const labels = fieldLabels(t)
  const places = draft.missing.map(each => ({ ...each, ...placeOf(each.field, draft.content) }))
  return (
    <Alert title={t('scenario.missing.title', { n: draft.missing.length })}>
      <dl className="missing">
        {stepIds.map(step => {
          const own = places.filter(each => each.step === step)
          if (own.length === 0) return null
          return (
            <div key={step}>
              <dt>{t(`wizard.name.${step}`)}</dt>
              <dd>
                <ul>
                  {own.map(({ field, error, anchor }) => (
                    <li key={field}>
                      <Link href={`${paths.scenarioEdit(draft.id, { step })}#${anchor}`}>
                        {nameOf(t, labels, field)}
                      </Link>
                      {error !== 'field.required' && (
                        <span className="ink2">{`${t.locale === 'zh' ? '：' : ': '}${t.error(error)}`}</span>
                      )}
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          )
        })}
      </dl>
    </Alert>
  )
}

function nameOf(t: Translate, labels: Record<string, string>, field: string): string {
  const [, row] = /\[(\d+)\]/.exec(field) ?? []
  const label = labels[field.replace(/\[\d+\]/g, '[]')] ?? field
  return row === undefined ? label : `${label} ${t('common.form.row', { n: Number(row) + 1 })}`
}

function Kept({ t, draft: { content } }: { t: Translate; draft: DraftView }) {
  const parts = (content.confidential ?? []).map(part => t(`wizard.confidential.part.${part}`))
  const list = parts.join(t.locale === 'zh' ? '、' : ', ')
  return (
    <p className="t14 ink2">
      {parts.length > 0 ? t('wizard.confidential.list', { list }) : t('wizard.confidential.none')}
    </p>
  )
}

function Submit({ sheet, draft }: { sheet: SheetView; draft: DraftView }) {
  const t = useT()
  const why = whyNot(t, sheet.canSubmit, draft)
  if (why !== null) return <ClosedButton why={why}>{t('wizard.check.submit')}</ClosedButton>
  return (
    <form method="post" action={paths.scenarioSubmission(draft.id)}>
      <FormKey value={sheet.formKey} />
      <input type="hidden" name="id" value={draft.id} />
      <input type="hidden" name="rev" value={draft.rev} />
      <SubmitButton>{t('wizard.check.submit')}</SubmitButton>
    </form>
  )
}

function whyNot(t: Translate, canSubmit: Verdict, { missing }: DraftView): string | null {
  if (!canSubmit.ok) return t.reason(canSubmit.reason, canSubmit.detail) ?? canSubmit.reason
  return missing.length > 0 ? t('wizard.check.fill', { n: missing.length }) : null
}
