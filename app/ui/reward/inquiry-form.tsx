import type { SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import { fundingLevels, trialStages } from '#domain/rewards/rule.ts'
import type { Localized } from '#domain/shared/localized.ts'
import { fundingAnswerIds, fundingAnswers } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { CheckGroup, RadioGroup, Select } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field, NumberField, TextArea } from '../form/field.tsx'
import type { FieldMeta } from '../form/field-meta.ts'
import { flatForm } from '../form/flat-form.ts'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { Reveal } from '../primitives/reveal.tsx'
import { useT } from '../shell/dictionary.tsx'

const texts = ['on', 'stage', 'region', 'units', 'cost', 'list', 'granted', 'reserved', 'rule'] as const
const answers = [
  'own',
  'accepted',
  'first',
  'funding',
  'scenario',
  'fits',
  'beijing',
  'credit',
  'other',
] as const
const asked = [...texts, ...answers, 'level'] as const

export interface InquiryFormProps {
  rules: readonly { version: string; title: Localized }[]
  /** Where the trial may have been. */
  places: readonly { value: string; label: string }[]
  /** What the address holds, as it was typed. */
  typed: Record<string, unknown>
  lastResult: SubmissionResult | null
}

/** 测算表单: a GET form, so that the result is an address. Everything may stay open; open is not zero. */
export function InquiryForm({ rules, places, typed, lastResult }: InquiryFormProps) {
  const t = useT()
  const unknown = Object.fromEntries(answers.map(name => [name, 'unknown']))
  const [form, fields] = flatForm(asked, {
    id: 'inquiry',
    lastResult,
    defaultValue: { units: '1', ...unknown, ...typed },
  })
  const label = labels(t)
  const group = { t, fields, label }
  return (
    <form method="get" action={paths.rewards()} id={form.id} noValidate className="form">
      <ErrorSummary form={form} labels={label} />
      <ProductGroup {...group} />
      <TrialGroup {...group} places={places} />
      <FundingGroup {...group} />
      <CountGroup {...group} />
      <YearGroup {...group} />
      <RuleGroup {...group} rules={rules} />
      <Actions>
        <SubmitButton>{t('reward.ask.go')}</SubmitButton>
        <ButtonLink look="quiet" href={paths.rewards()}>
          {t('reward.back')}
        </ButtonLink>
      </Actions>
    </form>
  )
}

const labels = (t: Translate) =>
  Object.fromEntries(asked.map(name => [name, t(`reward.ask.${name}`)])) as Record<
    (typeof asked)[number],
    string
  >

interface GroupProps {
  t: Translate
  fields: Record<(typeof asked)[number], FieldMeta>
  label: Record<(typeof asked)[number], string>
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="askgroup">
      <legend>{title}</legend>
      <div className="stack">{children}</div>
    </fieldset>
  )
}

/** Yes, no, not known: in this order, the last one chosen at first. */
function YesNo({ t, field, label, hint }: { t: Translate; field: FieldMeta; label: string; hint?: string }) {
  const options = (['yes', 'no', 'unknown'] as const).map(value => ({
    value,
    label: t(`reward.ask.${value}`),
  }))
  return <RadioGroup row field={field} label={label} hint={hint} options={options} />
}

function ProductGroup({ t, fields, label }: GroupProps) {
  return (
    <Group title={t('reward.ask.product')}>
      <YesNo t={t} field={fields.own} label={label.own} hint={t('reward.ask.ownHint')} />
      <Select
        field={fields.stage}
        label={label.stage}
        hint={t('reward.ask.stageHint')}
        empty={t('reward.ask.stageUnknown')}
        options={trialStages.map(value => ({ value, label: t(`reward.stages.${value}`) }))}
      />
    </Group>
  )
}

function TrialGroup({ t, fields, label, places }: GroupProps & Pick<InquiryFormProps, 'places'>) {
  return (
    <Group title={t('reward.ask.trial')}>
      <YesNo t={t} field={fields.accepted} label={label.accepted} />
      <YesNo t={t} field={fields.first} label={label.first} hint={t('reward.ask.firstHint')} />
      <Select
        field={fields.region}
        label={label.region}
        hint={t('reward.ask.regionHint')}
        empty={t('reward.ask.regionUnknown')}
        options={[...places, { value: 'abroad', label: t('reward.ask.abroad') }]}
      />
    </Group>
  )
}

function FundingGroup({ t, fields, label }: GroupProps) {
  return (
    <Group title={t('reward.ask.funds')}>
      <RadioGroup
        field={fields.funding}
        label={label.funding}
        hint={t('reward.ask.fundingHint')}
        options={fundingAnswerIds.map(value => ({ value, label: t.pick(fundingAnswers[value]) }))}
      />
      <CheckGroup
        row
        optional
        field={fields.level}
        label={label.level}
        hint={t('reward.ask.levelHint')}
        options={fundingLevels.map(value => ({ value, label: t(`reward.levels.${value}`) }))}
      />
    </Group>
  )
}

function CountGroup({ t, fields, label }: GroupProps) {
  const listed = typeof fields.list.initialValue === 'string' || fields.list.errors !== undefined
  return (
    <Group title={t('reward.ask.count')}>
      <div className="form__cols">
        <NumberField field={fields.units} label={label.units} unit={t('reward.ask.unit')} />
        <NumberField
          optional
          field={fields.cost}
          label={label.cost}
          unit={t('reward.ask.wan')}
          hint={t('reward.ask.costHint')}
        />
      </div>
      <Reveal summary={t('reward.ask.listMore')} open={listed}>
        <TextArea
          optional
          field={fields.list}
          label={label.list}
          hint={t('reward.ask.listHint')}
          placeholder={'SL-H2-0007 62.5 0\nSL-H2-0008 62.5 0'}
        />
      </Reveal>
    </Group>
  )
}

function YearGroup({ t, fields, label }: GroupProps) {
  return (
    <Group title={t('reward.ask.year')}>
      <div className="form__cols">
        <NumberField
          optional
          field={fields.granted}
          label={label.granted}
          unit={t('reward.ask.wan')}
          hint={t('reward.ask.grantedHint')}
        />
        <NumberField
          optional
          field={fields.reserved}
          label={label.reserved}
          unit={t('reward.ask.wan')}
          hint={t('reward.ask.reservedHint')}
        />
      </div>
    </Group>
  )
}

function RuleGroup({ t, fields, label, rules }: GroupProps & Pick<InquiryFormProps, 'rules'>) {
  const more = (['scenario', 'fits', 'beijing', 'credit', 'other'] as const).map(name => (
    <YesNo key={name} t={t} field={fields[name]} label={label[name]} />
  ))
  const opened = fields.rule.initialValue !== undefined && fields.rule.initialValue !== rules[0]?.version
  return (
    <Group title={t('reward.ask.rules')}>
      <div className="form__cols">
        <Select
          field={fields.rule}
          label={label.rule}
          options={rules.map(({ version, title }) => ({ value: version, label: t.pick(title) }))}
        />
        <Field kind="date" optional field={fields.on} label={label.on} hint={t('reward.ask.onHint')} />
      </div>
      <Reveal summary={t('reward.ask.more')} open={opened}>
        <p className="t13 ink3">{t('reward.ask.moreHint')}</p>
        <div className="stack mt3">{more}</div>
      </Reveal>
    </Group>
  )
}
