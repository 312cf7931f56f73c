import { targetDirectionIds, targetDirections } from '#domain/vocabulary.ts'
import { Check, Select } from '../form/choice.tsx'
import { Field, NumberField, TextArea } from '../form/field.tsx'
import { FieldErrors } from '../form/field-shell.tsx'
import { Button } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { RowButtons, RowRemove } from './row-buttons.tsx'
import type { StepProps } from './step-props.ts'
import { useRows } from './use-rows.ts'
import { type FormState, fieldOf, rowsOf, textOf } from './values.ts'
import type { Guide } from './view.ts'

const fewest = 3
const most = 20

/** 验收: what is measured, how, from where to where; each row under its own hint when a template knows one. */
export function MetricsStep({ form, guide }: StepProps) {
  const t = useT()
  const stored = rowsOf(form, 'metrics')
  const list = useRows(stored, { min: fewest, max: most })
  return (
    <div className="form">
      <section className="stack" id="scenario-metrics" tabIndex={-1} aria-label={t('scenario.form.metrics')}>
        <FieldErrors field={fieldOf(form, 'metrics')} />
        {list.rows.map((row, index) => {
          const values = row.from === undefined ? { mandatory: 'on' } : (stored[row.from] ?? {})
          const local = { ...form, values: { metrics: { [index]: values } } }
          return (
            <div className="stack__row" key={row.key}>
              <MetricRow form={local} index={index} hint={hintFor(guide, textOf(values.name))} />
              {list.isLive && list.rows.length > 1 && (
                <RowRemove index={index} onRemove={() => list.remove(row.key)} />
              )}
            </div>
          )
        })}
        <RowButtons list={list} />
      </section>
      <Proposals guide={guide} />
    </div>
  )
}

function hintFor({ hints }: Guide, name: string) {
  return name === '' ? undefined : hints.find(each => each.name.zh === name || each.name.en === name)?.hint
}

function MetricRow({
  form,
  index,
  hint,
}: {
  form: FormState
  index: number
  hint?: { zh: string; en: string }
}) {
  const t = useT()
  const field = (part: string) => fieldOf(form, `metrics[${index}].${part}`)
  return (
    <fieldset className="metricrow">
      <legend>{t('wizard.metric.row', { n: index + 1 })}</legend>
      <Field field={field('name')} label={t('scenario.form.metricName')} />
      <TextArea field={field('method')} label={t('scenario.form.method')} rows={2} />
      <div className="metricrow__numbers">
        <Select
          field={field('direction')}
          label={t('scenario.form.direction')}
          options={targetDirectionIds.map(id => ({ value: id, label: t.pick(targetDirections[id]) }))}
        />
        <NumberField
          field={field('target')}
          label={t('scenario.form.target')}
          hint={hint && t('wizard.metric.hint', { hint: t.pick(hint) })}
        />
        <NumberField field={field('baseline')} label={t('scenario.form.baseline')} optional />
        <Field field={field('unit')} label={t('scenario.form.unit')} />
      </div>
      <Check field={field('mandatory')} label={t('scenario.form.mandatory')} />
    </fieldset>
  )
}

/** Metrics of fitting templates that are not here yet. */
function Proposals({ guide }: { guide: Guide }) {
  const t = useT()
  if (guide.proposed.length === 0) return null
  return (
    <section className="proposals" aria-label={t('wizard.metric.proposals')}>
      <h3>{t('wizard.metric.proposals')}</h3>
      <ul>
        {guide.proposed.map(each => (
          <li key={each.name.zh}>
            <b>{t.pick(each.name)}</b>
            <span className="ink3">{` ${t.pick(each.unit)}`}</span>
            <p className="hint">{t.pick(each.method)}</p>
          </li>
        ))}
      </ul>
      <Button type="submit" look="line" size="sm" name="adopt" value="on" form="scenario">
        {t('wizard.metric.take')}
      </Button>
    </section>
  )
}
