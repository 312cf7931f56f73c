import { type SubmissionResult, useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { Item } from '#domain/rewards/ceiling.ts'
import { RadioGroup } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field, NumberField, TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink, type ButtonLook } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

export interface DeedProps {
  id: string
  rev: number
  formKey: string
  back: string
  lastResult?: SubmissionResult | null
}

/** 退回补正 or 不予奖励: a "no" always carries its reason. */
export function ReturnForm({ deeds, ...props }: DeedProps & { deeds: readonly ('return' | 'reject')[] }) {
  const t = useT()
  const [form, fields] = useForm<{ deed: string; reason: string }>({
    id: 'return',
    lastResult: props.lastResult ?? undefined,
    defaultValue: deeds.length === 1 ? { deed: deeds[0] } : {},
  })
  const label = { deed: t('reward.claim.answer'), reason: t('reward.claim.reason') }
  return (
    <Frame {...props} form={form} labels={label} submit={t('reward.claim.confirm')} look="refuse">
      <RadioGroup
        field={fields.deed}
        label={label.deed}
        options={deeds.map(deed => ({
          value: deed,
          label: t(`reward.claim.deed.${deed}`),
          hint: t(`reward.claim.${deed}Hint`),
        }))}
      />
      <TextArea field={fields.reason} label={label.reason} hint={t('reward.claim.reasonHint')} />
    </Frame>
  )
}

type Amounts = { units: { serial: string; fen: string }[]; basis: string }

/** 审定: an amount for each unit, and what it rests on. */
export function ApprovalForm({
  items,
  headroom,
  ...props
}: DeedProps & { items: readonly Item[]; headroom: number }) {
  const t = useT()
  const units = items.flatMap(item =>
    item.serials.map(serial => ({ serial, room: item.ceiling ?? item.room })),
  )
  const [form, fields] = useForm<Amounts>({
    id: 'approval',
    lastResult: props.lastResult ?? undefined,
    defaultValue: { units: units.map(({ serial }) => ({ serial, fen: '' })) },
  })
  const label = {
    units: t('reward.claim.approved'),
    'units[].fen': t('reward.claim.approved'),
    basis: t('reward.claim.basis'),
  }
  return (
    <Frame {...props} form={form} labels={label} submit={t('reward.claim.act.approve')}>
      <p className="t14 ink2">{t('reward.claim.approveLeft', { headroom: t.yuan(headroom) })}</p>
      <div className="form__cols">
        {fields.units.getFieldList().map((item, index) => {
          const unit = units[index]
          const row = item.getFieldset()
          return unit === undefined ? null : (
            <div key={unit.serial}>
              <input type="hidden" name={row.serial.name} value={unit.serial} />
              <NumberField
                field={row.fen}
                label={t('reward.claim.approveUnit', { serial: unit.serial })}
                unit={t('reward.claim.yuan')}
                hint={t('reward.claim.approveUnitHint', { room: t.yuan(unit.room) })}
              />
            </div>
          )
        })}
      </div>
      <TextArea field={fields.basis} label={label.basis} hint={t('reward.claim.basisHint')} />
    </Frame>
  )
}

/** 登记拨付: the day and the voucher of a payment that was made elsewhere. */
export function PaymentForm(props: DeedProps) {
  const t = useT()
  const [form, fields] = useForm<{ paidOn: string; voucher: string }>({
    id: 'payment',
    lastResult: props.lastResult ?? undefined,
  })
  const label = { paidOn: t('reward.claim.paidOn'), voucher: t('reward.claim.voucher') }
  return (
    <Frame {...props} form={form} labels={label} submit={t('reward.claim.act.recordPayment')}>
      <Field kind="date" field={fields.paidOn} label={label.paidOn} />
      <Field field={fields.voucher} label={label.voucher} hint={t('reward.claim.voucherHint')} />
    </Frame>
  )
}

/** 冲回: with the reason that the auditor reads. */
export function ReversalForm(props: DeedProps) {
  const t = useT()
  const [form, fields] = useForm<{ reason: string }>({
    id: 'reversal',
    lastResult: props.lastResult ?? undefined,
  })
  const label = { reason: t('reward.claim.reason') }
  return (
    <Frame {...props} form={form} labels={label} submit={t('reward.claim.act.reverse')} look="refuse">
      <TextArea field={fields.reason} label={label.reason} hint={t('reward.claim.reverseIntro')} />
    </Frame>
  )
}

interface FrameProps extends DeedProps {
  form: { id: string; errors?: string[] | undefined; allErrors: Record<string, string[]> }
  labels: Record<string, string>
  submit: string
  look?: ButtonLook
  children: ReactNode
}

function Frame({ form, id, rev, formKey, back, labels, submit, look, children }: FrameProps) {
  const t = useT()
  return (
    <form method="post" id={form.id} noValidate className="form">
      <ErrorSummary form={form} labels={labels} />
      <FormKey value={formKey} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="rev" value={rev} />
      {children}
      <Actions>
        <SubmitButton look={look}>{submit}</SubmitButton>
        <ButtonLink look="quiet" href={back}>
          {t('common.cancel')}
        </ButtonLink>
      </Actions>
    </form>
  )
}
