import { useEffect, useRef, useState } from 'react'
import { weightsOf } from '#domain/scenarios/contradictions.ts'
import { numberFromText } from '#domain/shared/fields.ts'
import { Field, NumberField } from '../form/field.tsx'
import { FieldErrors } from '../form/field-shell.tsx'
import { useT } from '../shell/dictionary.tsx'
import { RowButtons, RowRemove } from './row-buttons.tsx'
import type { StepProps } from './step-props.ts'
import { useRows } from './use-rows.ts'
import { fieldOf, rowsOf } from './values.ts'

/** 评价与期限: what bids are compared by, and until when. */
export function EvaluationStep({ form }: StepProps) {
  const t = useT()
  const stored = rowsOf(form, 'evaluation')
  const list = useRows(stored, { min: 2, max: 10 })
  return (
    <div className="form">
      <section
        className="stack weights"
        id="scenario-evaluation"
        tabIndex={-1}
        aria-label={t('wizard.evaluation.rows')}
      >
        <h3>{t('wizard.evaluation.rows')}</h3>
        <p className="hint">{t('wizard.evaluation.hint')}</p>
        <FieldErrors field={fieldOf(form, 'evaluation')} />
        {list.rows.map((row, index) => {
          const values = row.from === undefined ? {} : (stored[row.from] ?? {})
          const local = { ...form, values: { evaluation: { [index]: values } } }
          const field = (part: string) => fieldOf(local, `evaluation[${index}].${part}`)
          return (
            <div className="stack__row" key={row.key}>
              <div className="weights__row">
                <Field field={field('name')} label={t('scenario.form.evaluationName')} />
                <NumberField field={field('weight')} label={t('scenario.form.weight')} />
              </div>
              {list.isLive && list.rows.length > 1 && (
                <RowRemove index={index} onRemove={() => list.remove(row.key)} />
              )}
            </div>
          )
        })}
        <Sum stored={stored.map(row => row.weight)} />
        <RowButtons list={list} />
      </section>
      <div className="form__cols">
        <Field
          kind="datetime-local"
          field={fieldOf(form, 'questionsUntil')}
          label={t('scenario.form.questionsUntil')}
          hint={t('wizard.evaluation.questionsHint')}
        />
        <Field
          kind="datetime-local"
          field={fieldOf(form, 'bidDeadline')}
          label={t('scenario.form.deadline')}
          hint={t('scenario.form.deadlineHint')}
        />
      </div>
    </div>
  )
}

const weightIn = (text: unknown) => {
  const number = numberFromText(text)
  return { weight: typeof number === 'number' ? number : 0 }
}

/** The weights together, as they are typed. */
function Sum({ stored }: { stored: readonly unknown[] }) {
  const t = useT()
  const place = useRef<HTMLParagraphElement>(null)
  const [sum, setSum] = useState(() => weightsOf(stored.map(weightIn)))
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const count = () => {
      const typed = [...new FormData(form)].filter(([name]) => name.endsWith('.weight'))
      setSum(weightsOf(typed.map(([, text]) => weightIn(text))))
    }
    form.addEventListener('input', count)
    return () => form.removeEventListener('input', count)
  }, [])
  return (
    <p className="num" ref={place} aria-live="polite" data-off={sum === 100 ? undefined : ''}>
      {sum === 100 ? t('wizard.evaluation.sumRight') : t('wizard.evaluation.sum', { sum })}
    </p>
  )
}
