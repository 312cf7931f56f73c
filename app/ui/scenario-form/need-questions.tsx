import { useState } from 'react'
import {
  type CriterionId,
  criterionIds,
  criterionOf,
  isCriterionId,
  necessities,
  necessityIds,
} from '#domain/ontology/criteria.ts'
import { criterionHelp } from '#domain/ontology/criterion-help.ts'
import { ownsCriterion } from '#domain/scenarios/steps.ts'
import { Select } from '../form/choice.tsx'
import { Field } from '../form/field.tsx'
import { controlProps } from '../form/field-meta.ts'
import { FieldShell } from '../form/field-shell.tsx'
import { Button } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import { NeedValue } from './need-value.tsx'
import { useIsLive } from './use-rows.ts'
import { type FormState, fieldOf, rowsOf } from './values.ts'

/** Asked at once; more would be a questionnaire. */
const askedAtOnce = 9
const extrasAtMost = 12

/** The criteria of one step as plain questions, each with 还不知道 as an answer like any other. */
export function NeedQuestions({
  form,
  step,
  asks,
}: {
  form: FormState
  step: 'site' | 'requirements'
  asks: readonly CriterionId[]
}) {
  const t = useT()
  const own = (id: CriterionId) => ownsCriterion(step, id)
  const rows = rowsOf(form, 'requirements').filter(row => {
    const { criterion } = row
    return isCriterionId(criterion) && own(criterion)
  })
  const answered = rows.flatMap(({ criterion }) => (isCriterionId(criterion) ? [criterion] : []))
  const first = asks.filter(own).slice(0, askedAtOnce)
  const asked = [...new Set([...first, ...answered])]
  const values = asked.map(id => rows.find(row => row.criterion === id) ?? { criterion: id })
  // The rows of this step alone, in the order of the page.
  const local: FormState = { ...form, values: { ...form.values, requirements: values } }
  const [extras, setExtras] = useState(1)
  const isLive = useIsLive()
  return (
    <section
      className="needs"
      id="scenario-requirements"
      tabIndex={-1}
      aria-label={t('scenario.form.requirements')}
    >
      {asked.map((id, index) => (
        <NeedQuestion key={id} form={local} index={index} criterion={id} />
      ))}
      {Array.from({ length: extras }, (_, n) => (
        <ExtraNeed
          // biome-ignore lint/suspicious/noArrayIndexKey: extra rows are blank and only ever appended
          key={n}
          form={local}
          index={asked.length + n}
          others={criterionIds.filter(id => own(id) && !asked.includes(id))}
        />
      ))}
      {isLive && extras < extrasAtMost && (
        <p>
          <Button look="line" size="sm" onClick={() => setExtras(extras + 1)}>
            <Icon name="plus" />
            {t('wizard.need.more')}
          </Button>
        </p>
      )}
    </section>
  )
}

function NeedQuestion({
  form,
  index,
  criterion,
}: {
  form: FormState
  index: number
  criterion: CriterionId
}) {
  const t = useT()
  const field = (part: string) => fieldOf(form, `requirements[${index}].${part}`)
  return (
    <fieldset className="need" id={`scenario-need-${criterion}`} tabIndex={-1}>
      <legend>{t.pick(criterionOf(criterion).label)}</legend>
      <p className="hint">{t.pick(criterionHelp[criterion])}</p>
      <input type="hidden" name={`requirements[${index}].criterion`} value={criterion} />
      <div className="need__row">
        <Stance field={field('necessity')} />
        <div className="need__value">
          <NeedValue field={field('value')} criterion={criterion} />
        </div>
        <div className="need__note">
          <Field field={field('note')} label={t('wizard.need.note')} optional />
        </div>
      </div>
    </fieldset>
  )
}

function Stance({ field }: { field: ReturnType<typeof fieldOf> }) {
  const t = useT()
  return (
    <Select
      field={field}
      label={t('wizard.need.stance')}
      empty={t('wizard.need.blank')}
      options={[
        ...necessityIds.map(id => ({ value: id, label: t.pick(necessities[id]) })),
        { value: 'none', label: t('wizard.need.none') },
        { value: 'unknown', label: t('wizard.need.unknown') },
      ]}
    />
  )
}

/** Whatever was not asked: its control follows the criterion that is chosen. */
function ExtraNeed({
  form,
  index,
  others,
}: {
  form: FormState
  index: number
  others: readonly CriterionId[]
}) {
  const t = useT()
  const [chosen, setChosen] = useState<CriterionId | null>(null)
  const field = (part: string) => fieldOf(form, `requirements[${index}].${part}`)
  const hint = chosen ? t.pick(criterionHelp[chosen]) : t('wizard.need.moreHint')
  return (
    <fieldset className="need need--more">
      <legend>{t('wizard.need.more')}</legend>
      <div className="need__row">
        <FieldShell field={field('criterion')} label={t('scenario.form.criterion')} hint={hint}>
          <select
            className="select"
            {...controlProps(field('criterion'), true)}
            onChange={({ target }) => setChosen(isCriterionId(target.value) ? target.value : null)}
          >
            <option value="">{t('wizard.need.choose')}</option>
            {others.map(id => (
              <option key={id} value={id}>
                {t.pick(criterionOf(id).label)}
              </option>
            ))}
          </select>
        </FieldShell>
        <Stance field={field('necessity')} />
        <div className="need__value">
          <NeedValue key={chosen} field={field('value')} criterion={chosen} />
        </div>
      </div>
    </fieldset>
  )
}
