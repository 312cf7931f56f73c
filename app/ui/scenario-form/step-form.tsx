import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { stepIds, type WrittenStep } from '#domain/scenarios/steps.ts'
import { paths } from '#paths'
import { ErrorSummary } from '../form/error-summary.tsx'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, Button, ButtonLink } from '../primitives/button.tsx'
import { fieldLabels } from '../scenarios/field-labels.ts'
import { useT } from '../shell/dictionary.tsx'
import { AutosaveLine } from './autosave-line.tsx'
import { EvaluationStep } from './step-evaluation.tsx'
import { MetricsStep } from './step-metrics.tsx'
import { MoneyStep } from './step-money.tsx'
import { RequirementsStep, SiteStep } from './step-needs.tsx'
import type { StepProps } from './step-props.ts'
import { TaskStep } from './step-task.tsx'
import { TodayStep } from './step-today.tsx'
import { useAutosave } from './use-autosave.ts'
import { useCopy } from './use-copy.ts'
import { formState, storedValues, type Values } from './values.ts'
import type { SheetView, Standing } from './view.ts'

const fieldsOf: Record<WrittenStep, (props: StepProps) => ReactNode> = {
  task: TaskStep,
  today: TodayStep,
  site: SiteStep,
  requirements: RequirementsStep,
  metrics: MetricsStep,
  money: MoneyStep,
  evaluation: EvaluationStep,
}

/** What the server answered to a form that it did not take. */
export interface StepAnswer {
  values: Values
  errors: Record<string, string[] | null>
  refusal: RefusalView | null
}

interface StepFormProps {
  sheet: SheetView
  step: WrittenStep
  answer: StepAnswer | null
  /** Called with every save that happened while typing. */
  onSaved: (standing: Standing) => void
}

/** A copy without rows of a list has none, whatever was stored. */
const blankLists = { requirements: [], metrics: [], evaluation: [], tasks: [], confidential: [] }

/** One step's form. It is a plain form; saving while it is typed is an addition to it. */
export function StepForm({ sheet, step, answer, onSaved }: StepFormProps) {
  const t = useT()
  const { draft } = sheet
  const copyKey = `${draft?.id ?? 'new'}:${step}`
  const element = useRef<HTMLFormElement>(null)
  const { found, apply, discard } = useCopy(copyKey, element, answer === null)
  const kept = found?.isApplied ? found.values : null
  const values = answer?.values ?? (kept ? { ...blankLists, ...kept } : storedValues(draft))
  return (
    <>
      {found && (
        <p className="restored" role="status">
          {t(found.isApplied ? 'wizard.auto.restored' : 'wizard.auto.offered', { time: t.moment(found.at) })}
          {!found.isApplied && (
            <Button look="line" size="sm" onClick={apply}>
              {t('wizard.auto.apply')}
            </Button>
          )}
          <Button look="quiet" size="sm" onClick={discard}>
            {t('wizard.auto.discard')}
          </Button>
        </p>
      )}
      {/* Controls keep what is typed by themselves; a restored copy is a new set of them. */}
      <Sheet
        key={kept ? 'kept' : 'stored'}
        {...{ sheet, step, answer, onSaved, copyKey, element }}
        values={values}
      />
    </>
  )
}

function Sheet({
  sheet,
  step,
  answer,
  values,
  copyKey,
  element,
  onSaved,
}: StepFormProps & { values: Values; copyKey: string; element: RefObject<HTMLFormElement> }) {
  const t = useT()
  const { draft, formKey, guide } = sheet
  const url = draft ? paths.scenarioAutosave(draft.id, { step }) : null
  const { state, standing } = useAutosave(element, { url, copyKey })
  useEffect(() => {
    if (standing) onSaved(standing)
  }, [standing, onSaved])
  const form = formState(values, answer?.refusal?.code === 'conflict' ? {} : answer?.errors)
  const Fields = fieldsOf[step]
  const stale = answer?.refusal?.code === 'conflict' ? answer.refusal : null
  return (
    <form method="post" id={form.id} ref={element} noValidate className="scnform stepform">
      {/* Enter in a field saves and stays; without this it would press the first button there is. */}
      <button type="submit" name="intent" value="stay" className="vh" tabIndex={-1} aria-hidden="true" />
      {stale && draft ? (
        <StaleNote title={t('scenario.form.conflictTitle')} refusal={stale} href={paths.scenario(draft.id)}>
          {t(sheet.canEdit.ok ? 'scenario.form.conflictAgain' : 'scenario.form.conflictClosed')}
        </StaleNote>
      ) : (
        <ErrorSummary form={form} labels={fieldLabels(t)} />
      )}
      <FormKey value={formKey} />
      <input type="hidden" name="language" value={t.locale} />
      {draft && (
        <>
          <input type="hidden" name="id" value={draft.id} />
          <input type="hidden" name="rev" defaultValue={draft.rev} />
        </>
      )}
      <Fields form={form} guide={guide} draft={draft} />
      {sheet.canEdit.ok && <StepButtons draft={draft} step={step} />}
      {draft && <AutosaveLine state={state} back={paths.scenarioEdit(draft.id, { step })} />}
    </form>
  )
}

function StepButtons({ draft, step }: { draft: SheetView['draft']; step: WrittenStep }) {
  const t = useT()
  const before = stepIds[stepIds.indexOf(step) - 1]
  return (
    <Actions className="stepform__acts">
      <SubmitButton name="intent" value="next">
        {t('wizard.save.next')}
      </SubmitButton>
      <SubmitButton look="line" name="intent" value="leave">
        {t('wizard.save.leave')}
      </SubmitButton>
      {draft && before && (
        <ButtonLink look="quiet" href={paths.scenarioEdit(draft.id, { step: before })}>
          {t('wizard.save.back')}
        </ButtonLink>
      )}
    </Actions>
  )
}
