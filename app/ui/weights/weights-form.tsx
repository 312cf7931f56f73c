import './weights.css'
import type { SubmissionResult } from '@conform-to/react'
import { type FormEvent, useState } from 'react'
import { demandParts, supplyParts } from '#domain/matching/weights.ts'
import { type WeightField, type WeightRef, weightField, weightFields } from '#domain/weights/content.ts'
import { paths } from '#paths'
import { ErrorSummary } from '../form/error-summary.tsx'
import { NumberField, TextArea } from '../form/field.tsx'
import { type FieldMeta, initialText } from '../form/field-meta.ts'
import { FieldGroup } from '../form/field-shell.tsx'
import { flatForm } from '../form/flat-form.ts'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { SheetView } from './view.ts'
import { partWords } from './words.ts'

const sides = {
  demand: demandParts.map((part): WeightRef => ({ side: 'demand', part })),
  supply: supplyParts.map((part): WeightRef => ({ side: 'supply', part })),
} as const
type Side = keyof typeof sides
const discount: WeightRef = { side: 'discount', part: null }

const names = [...weightFields, 'demand', 'supply', 'grounds'] as const
type Fields = Record<(typeof names)[number], FieldMeta>
type Typed = Partial<Record<WeightField, string>>

/** All weights in per cent, with what each side sums to. Judged by the server; the running sum is a help only. */
export function WeightsForm({
  sheet,
  answer,
}: {
  sheet: SheetView
  answer: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}) {
  const t = useT()
  const { formKey, basedOn, typed: inForce } = sheet
  const [form, fields] = flatForm(names, {
    id: 'weights',
    lastResult: answer?.submission,
    defaultValue: inForce,
  })
  const [typed, setTyped] = useState<Typed>(() =>
    Object.fromEntries(weightFields.map(name => [name, initialText(fields[name]) ?? ''])),
  )
  const noteTyped = ({ target }: FormEvent<HTMLFormElement>) => {
    if (target instanceof HTMLInputElement) setTyped(before => ({ ...before, [target.name]: target.value }))
  }
  const stale = answer?.refusal?.code === 'conflict' ? answer.refusal : null
  const labels = {
    ...Object.fromEntries(
      [...sides.demand, ...sides.supply].map(ref => [weightField(ref), partWords(t, ref)]),
    ),
    unknownDiscount: t('weights.form.discount'),
    demand: t('about.formula.demand'),
    supply: t('about.formula.supply'),
    grounds: t('weights.form.grounds'),
  }
  return (
    <form method="post" id={form.id} noValidate className="form" onInput={noteTyped}>
      {stale ? (
        <StaleNote title={t('weights.form.changed')} refusal={stale} href={paths.weightsNew()} />
      ) : (
        <ErrorSummary form={form} labels={labels} />
      )}
      <FormKey value={formKey} />
      <input type="hidden" name="basedOn" value={basedOn} />
      <SideFields side="demand" fields={fields} typed={typed} />
      <SideFields side="supply" fields={fields} typed={typed} />
      <div className="weightside--one">
        <NumberField
          field={fields.unknownDiscount}
          label={partWords(t, discount)}
          hint={t('weights.form.discountHint')}
          unit="%"
        />
      </div>
      <TextArea
        field={fields.grounds}
        label={t('weights.form.grounds')}
        hint={t('weights.form.groundsHint')}
        rows={4}
      />
      <p className="t14 ink2">{t('weights.form.fixed')}</p>
      <Actions>
        <SubmitButton>{t('weights.form.send')}</SubmitButton>
        <ButtonLink look="quiet" href={paths.weights()}>
          {t('weights.form.back')}
        </ButtonLink>
      </Actions>
    </form>
  )
}

function SideFields({ side, fields, typed }: { side: Side; fields: Fields; typed: Typed }) {
  const t = useT()
  const refs = sides[side]
  return (
    <div className="weightside">
      <FieldGroup field={fields[side]} label={t(`about.formula.${side}`)}>
        <div className="weightgrid">
          {refs.map(ref => {
            const name = weightField(ref)
            return <NumberField key={name} field={fields[name]} label={partWords(t, ref)} unit="%" />
          })}
        </div>
        <Sum texts={refs.map(ref => typed[weightField(ref)])} />
      </FieldGroup>
    </div>
  )
}

/** What the side sums to as it is typed; nothing while something in it is no number. */
function Sum({ texts }: { texts: readonly (string | undefined)[] }) {
  const t = useT()
  const numbers = texts.map(text => Number((text ?? '').normalize('NFKC') || Number.NaN))
  if (numbers.some(Number.isNaN)) return null
  const sum = Math.round(numbers.reduce((total, each) => total + each, 0) * 10) / 10
  const gap = Math.round(Math.abs(100 - sum) * 10) / 10
  const key = sum === 100 ? 'sum' : sum < 100 ? 'sumShort' : 'sumOver'
  return (
    <output className="weightsum num" data-off={sum === 100 ? undefined : ''}>
      {t(`weights.form.${key}`, { sum, gap })}
    </output>
  )
}
