import { type SubmissionResult, useForm } from '@conform-to/react'
import type { Verdict } from '#domain/shared/verdict.ts'
import { commercialForms } from '#domain/vocabulary.ts'
import { Check, RadioGroup } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import type { Offer } from './bid-facts.tsx'

export interface SelectableBid {
  id: string
  firm: string
  content: Offer
  /** 回避: a related organisation's bid is read and answered, never chosen. */
  independent: Verdict
}

type Fields = {
  bidId: string
  reason: string
  debriefs: { bidId: string; reason: string }[]
  conflictFree: string
}

/**
 * 遴选: which one, why, and for every bid the words its firm will read if it is not the one. All are told in the
 * same transaction; the words written for the chosen one are not used.
 */
export function SelectionForm({
  bids,
  rev,
  formKey,
  lastResult,
}: {
  bids: readonly SelectableBid[]
  rev: number
  formKey: string
  lastResult?: SubmissionResult | null
}) {
  const t = useT()
  const [form, fields] = useForm<Fields>({ id: 'selection', lastResult: lastResult ?? undefined })
  const debriefs = fields.debriefs.getFieldList()
  return (
    <form method="post" id={form.id} noValidate className="form">
      <ErrorSummary form={form} labels={{ bidId: t('bid.selected'), reason: t('bid.whySelected') }} />
      <FormKey value={formKey} />
      <input type="hidden" name="rev" value={rev} />
      <RadioGroup
        field={fields.bidId}
        label={t('bid.selected')}
        options={bids
          .filter(each => each.independent.ok)
          .map(({ id, firm, content }) => ({
            value: id,
            label: firm,
            hint: [
              t.yuan(content.priceFen),
              t('bid.weeksCount', { n: content.deliveryWeeks }),
              t.pick(commercialForms[content.commercialForm]),
            ].join(' · '),
          }))}
      />
      <TextArea field={fields.reason} label={t('bid.whySelected')} hint={t('bid.whySelectedHint')} />
      <Section title={t('bid.debriefs')} note={t('bid.debriefsHint')} top>
        {bids.map(({ id, firm }, index) => {
          const row = debriefs[index]?.getFieldset()
          const name = `debriefs[${index}]`
          const reason = row?.reason ?? fallback(form.id, `${name}.reason`)
          return (
            <div key={id}>
              <input type="hidden" name={`${name}.bidId`} value={id} />
              <TextArea field={reason} label={t('bid.debriefOf', { firm })} rows={2} />
            </div>
          )
        })}
      </Section>
      <Check field={fields.conflictFree} label={t('bid.conflictFree')} hint={t('bid.conflictFreeHint')} />
      <Actions>
        <SubmitButton>{t('bid.decide')}</SubmitButton>
      </Actions>
    </form>
  )
}

/** A row that conform has not seen yet, because nothing was typed in it. */
function fallback(formId: string, name: string) {
  const id = `${formId}-${name}`
  return { id, errorId: `${id}-error`, descriptionId: `${id}-description`, name, formId }
}
