import { type SubmissionResult, useForm } from '@conform-to/react'
import { commercialFormIds, commercialForms } from '#domain/vocabulary.ts'
import { Check, Select } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field, NumberField, TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

type Fields = {
  productId: string
  priceFen: string
  commercialForm: string
  deliveryWeeks: string
  approach: string
  deviations: string
  support: string
  affirmed: string
}

export interface BidFormProps {
  /** The last 补充公告 that the page shows. */
  addendum: number
  products: readonly { id: string; name: string; version: number }[]
  formKey: string
  back: string
  lastResult?: SubmissionResult | null
}

/** 应标方案: one form, sealed when it is sent. */
export function BidForm({ addendum, products, formKey, back, lastResult }: BidFormProps) {
  const t = useT()
  const [form, fields] = useForm<Fields>({ id: 'bid', lastResult: lastResult ?? undefined })
  const label = {
    productId: t('bid.product'),
    priceFen: t('bid.price'),
    commercialForm: t('bid.form'),
    deliveryWeeks: t('bid.delivery'),
    approach: t('bid.approach'),
    deviations: t('bid.deviations'),
    support: t('bid.support'),
    affirmed: t('bid.affirm'),
  }
  return (
    <form method="post" id={form.id} noValidate className="form">
      <ErrorSummary form={form} labels={label} />
      <FormKey value={formKey} />
      <input type="hidden" name="addendum" value={addendum} />
      <Select
        field={fields.productId}
        label={label.productId}
        hint={t('bid.productHint')}
        empty={t('bid.choose')}
        options={products.map(({ id, name, version }) => ({
          value: id,
          label: t('bid.productVersion', { name, version }),
        }))}
      />
      <NumberField
        field={fields.priceFen}
        label={label.priceFen}
        unit={t('bid.wan')}
        hint={t('bid.priceHint')}
      />
      <Select
        field={fields.commercialForm}
        label={label.commercialForm}
        empty={t('bid.choose')}
        options={commercialFormIds.map(id => ({ value: id, label: t.pick(commercialForms[id]) }))}
      />
      <NumberField
        field={fields.deliveryWeeks}
        label={label.deliveryWeeks}
        unit={t('bid.weeks')}
        hint={t('bid.deliveryHint')}
      />
      <TextArea field={fields.approach} label={label.approach} hint={t('bid.approachHint')} rows={8} />
      <TextArea field={fields.deviations} label={label.deviations} hint={t('bid.deviationsHint')} />
      <Field field={fields.support} label={label.support} hint={t('bid.supportHint')} />
      <Check field={fields.affirmed} label={label.affirmed} />
      <Actions>
        <SubmitButton>{t('bid.send')}</SubmitButton>
        <ButtonLink look="quiet" href={back}>
          {t('common.cancel')}
        </ButtonLink>
      </Actions>
    </form>
  )
}
