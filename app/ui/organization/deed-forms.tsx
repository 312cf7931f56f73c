import { useForm } from '@conform-to/react'
import { declarableRelations } from '#domain/organizations/standing.ts'
import { capabilities, documentKindIds, documentKinds, relationKinds } from '#domain/vocabulary.ts'
import { CheckGroup, RadioGroup, Select } from '../form/choice.tsx'
import { Field, TextArea } from '../form/field.tsx'
import type { ButtonLook } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { DeedFrame } from './frame.tsx'
import type { Answer, OrganizationView, RequestRow } from './view.ts'

interface FormProps {
  id: string
  formKey: string
  answer: Answer
}

/** 登记证照. */
export function DocumentForm({ id, formKey, answer }: FormProps) {
  const t = useT()
  const [form, fields] = useForm<{ kind: string; number: string; issuer: string; validUntil: string }>({
    id: 'document',
    lastResult: answer?.submission,
  })
  const label = (name: keyof typeof fields) => t(`organization.document.${name}`)
  return (
    <DeedFrame
      form={form}
      formKey={formKey}
      hidden={{ id }}
      submit={t('organization.document.add')}
      labels={{
        kind: label('kind'),
        number: label('number'),
        issuer: label('issuer'),
        validUntil: label('validUntil'),
      }}
    >
      <Select
        field={fields.kind}
        label={label('kind')}
        empty={t('organization.field.choose')}
        options={documentKindIds.map(value => ({ value, label: t.pick(documentKinds[value]) }))}
      />
      <Field field={fields.number} label={label('number')} />
      <Field field={fields.issuer} label={label('issuer')} />
      <Field
        field={fields.validUntil}
        kind="date"
        label={label('validUntil')}
        hint={t('organization.document.validUntilHint')}
        optional
      />
    </DeedFrame>
  )
}

/** 申请核验: what is neither held nor asked for. */
export function AskForm({ askable, ...props }: FormProps & { askable: OrganizationView['askable'] }) {
  const t = useT()
  const [form, fields] = useForm<{ capabilities: string[] }>({
    id: 'ask',
    lastResult: props.answer?.submission,
  })
  return (
    <DeedFrame
      form={form}
      formKey={props.formKey}
      hidden={{ id: props.id }}
      submit={t('organization.ask.submit')}
      labels={{ capabilities: t('organization.ask.capabilities') }}
    >
      <CheckGroup
        field={fields.capabilities}
        label={t('organization.ask.capabilities')}
        options={askable.map(value => ({
          value,
          label: t.pick(capabilities[value]),
          hint: t(`organization.ask.hint.${value}`),
        }))}
      />
    </DeedFrame>
  )
}

/** 核验决定: what this officer may decide on this request, and their opinion. */
export function DecisionForm({ request, rev, ...props }: FormProps & { request: RequestRow; rev: number }) {
  const t = useT()
  const [form, fields] = useForm<{ deed: string; reason: string }>({
    id: 'decision',
    lastResult: props.answer?.submission,
  })
  const options = [
    { value: 'grant', label: t('organization.request.grant') },
    {
      value: 'endorse',
      label: t('organization.request.endorse'),
      hint: t('organization.request.endorseHint'),
    },
    { value: 'refuse', label: t('organization.request.refuse') },
    {
      value: 'revoke',
      label: t('organization.request.revokeChoice'),
      hint: t('organization.request.revokeHint'),
    },
  ] as const
  return (
    <DeedFrame
      form={form}
      formKey={props.formKey}
      hidden={{ id: props.id, requestId: request.id, rev }}
      submit={t('organization.request.submit')}
      labels={{ deed: t('organization.request.decision'), reason: t('organization.request.reason') }}
    >
      <RadioGroup
        field={fields.deed}
        label={t('organization.request.decision')}
        options={options.filter(each => request.can[each.value].ok)}
      />
      <TextArea
        field={fields.reason}
        label={t('organization.request.reason')}
        hint={t('organization.request.reasonHint')}
      />
    </DeedFrame>
  )
}

/** A deed that needs nothing but its reason. */
export function ReasonForm({
  hidden,
  submit,
  label,
  hint,
  look,
  ...props
}: Omit<FormProps, 'id'> & {
  hidden: Readonly<Record<string, string | number>>
  submit: string
  label: string
  hint?: string
  look?: ButtonLook
}) {
  const [form, fields] = useForm<{ reason: string }>({ id: 'reason', lastResult: props.answer?.submission })
  return (
    <DeedFrame
      form={form}
      formKey={props.formKey}
      hidden={hidden}
      submit={submit}
      look={look}
      labels={{ reason: label }}
    >
      <TextArea field={fields.reason} label={label} hint={hint} />
    </DeedFrame>
  )
}

/** 申报关联单位. */
export function RelationForm({ id, formKey, answer }: FormProps) {
  const t = useT()
  const [form, fields] = useForm<{ uscc: string; kind: string }>({
    id: 'relation',
    lastResult: answer?.submission,
  })
  return (
    <DeedFrame
      form={form}
      formKey={formKey}
      hidden={{ id }}
      submit={t('organization.relation.submit')}
      labels={{ uscc: t('organization.relation.uscc'), kind: t('organization.relation.kind') }}
    >
      <Field field={fields.uscc} label={t('organization.relation.uscc')} />
      <RadioGroup
        field={fields.kind}
        label={t('organization.relation.kind')}
        options={declarableRelations.map(value => ({ value, label: t.pick(relationKinds[value]) }))}
      />
    </DeedFrame>
  )
}

/** 认领说明. */
export function ClaimForm({ uscc, formKey, answer }: Omit<FormProps, 'id'> & { uscc: string }) {
  const t = useT()
  const [form, fields] = useForm<{ statement: string }>({ id: 'claim', lastResult: answer?.submission })
  return (
    <DeedFrame
      form={form}
      formKey={formKey}
      hidden={{ uscc }}
      submit={t('organization.claim.submit')}
      labels={{ statement: t('organization.claim.statement') }}
    >
      <TextArea
        field={fields.statement}
        label={t('organization.claim.statement')}
        hint={t('organization.claim.statementHint')}
      />
    </DeedFrame>
  )
}

/** 认领答复. */
export function SettleForm({
  claimId,
  hasOwner,
  ...props
}: FormProps & { claimId: string; hasOwner: boolean }) {
  const t = useT()
  const [form, fields] = useForm<{ answer: string; reason: string }>({
    id: 'settle',
    lastResult: props.answer?.submission,
  })
  const asWhom = t(`organization.claim.approvedHint.${hasOwner ? 'owner' : 'bureau'}`)
  return (
    <DeedFrame
      form={form}
      formKey={props.formKey}
      hidden={{ id: props.id, claimId }}
      submit={t('organization.claim.settle')}
      labels={{ answer: t('organization.claim.answer'), reason: t('organization.suspension.reason') }}
    >
      <RadioGroup
        field={fields.answer}
        label={t('organization.claim.answer')}
        options={[
          { value: 'approved', label: t('organization.claim.approved'), hint: asWhom },
          { value: 'refused', label: t('organization.claim.refused') },
        ]}
      />
      <TextArea field={fields.reason} label={t('organization.suspension.reason')} />
    </DeedFrame>
  )
}
