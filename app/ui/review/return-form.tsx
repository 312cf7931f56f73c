import { type SubmissionResult, useForm } from '@conform-to/react'
import { notableFields, valueAt } from '#domain/review/notes.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { fieldsInOrder, placeLabel, saidText } from './said.tsx'

type Typed = { reason: string; notes: { field: string; reason: string }[] }

/** 退回: what the content says, place by place, each with room for what is wrong with it, and one reason for the whole. */
export function ReturnForm({
  view,
  content,
  text,
  back,
  lastResult,
}: {
  view: { id: string; rev: number; formKey: string }
  content: Record<string, unknown>
  text: string
  back: string
  lastResult?: SubmissionResult
}) {
  const t = useT()
  const [form, fields] = useForm<Typed>({ id: 'return', lastResult })
  const typed = (lastResult?.initialValue as { notes?: { reason?: string }[] } | undefined)?.notes ?? []
  const places = notableFields(fieldsInOrder(content), content).filter(
    place => !isWhole(content, place) && !isEmpty(valueAt(content, place)),
  )
  const labels = Object.fromEntries(
    places.map((place, index) => [`notes[${index}].reason`, placeLabel(t, place, content)]),
  )
  return (
    <form method="post" id={form.id} noValidate className="stack">
      <ErrorSummary form={form} labels={{ ...labels, reason: t('scenario.deedPage.reason') }} />
      <p className="prose">{text}</p>
      <FormKey value={view.formKey} />
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="rev" value={view.rev} />
      <TextArea
        field={fields.reason}
        label={t('scenario.deedPage.reason')}
        hint={t('scenario.deedPage.reasonHint')}
      />
      <h2 className="h3">{t('review.fieldNotes')}</h2>
      <p className="t13 ink3">{t('review.fieldNotesHint')}</p>
      <div className="places">
        {places.map((place, index) => {
          const name = `notes[${index}].reason`
          const errors = lastResult?.error?.[name]
          return (
            <div className="places__one" key={place}>
              <div>
                <b>{placeLabel(t, place, content)}</b>
                <div className="places__said lines">
                  {saidText(t, keyOf(place), valueAt(content, place)) ?? (
                    <span className="unsaid">{t('review.nothing')}</span>
                  )}
                </div>
              </div>
              <div className="field">
                <input type="hidden" name={`notes[${index}].field`} value={place} />
                <label className="t13" htmlFor={`return-${name}`}>
                  {t('review.note')}
                </label>
                <textarea
                  className="area"
                  id={`return-${name}`}
                  name={name}
                  aria-label={t('review.noteOf', { field: placeLabel(t, place, content) })}
                  rows={1}
                  maxLength={500}
                  defaultValue={typed[index]?.reason}
                  aria-invalid={errors ? true : undefined}
                />
              </div>
            </div>
          )
        })}
      </div>
      <Actions>
        <SubmitButton look="refuse">{t('scenario.deedPage.return')}</SubmitButton>
        <ButtonLink look="quiet" href={back}>
          {t('review.back')}
        </ButtonLink>
      </Actions>
    </form>
  )
}

/** A list whose rows have places of their own is not shown as a whole as well. */
function isWhole(content: Record<string, unknown>, place: string): boolean {
  return /^\w+$/.test(place) && notableFields([place], content).length > 1
}

/** A list of what may be kept back or is not needed says nothing while it is empty. */
const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0

const keyOf = (place: string) => /\.(\w+)$/.exec(place)?.[1] ?? /^\w+/.exec(place)?.[0] ?? place
