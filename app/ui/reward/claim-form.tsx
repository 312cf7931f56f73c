import { type SubmissionResult, useForm } from '@conform-to/react'
import type { ClaimForm as Answers } from '#domain/rewards/application.ts'
import { fundingLevels } from '#domain/rewards/rule.ts'
import { type FundingAnswer, fundingAnswerIds, fundingAnswers } from '#domain/vocabulary.ts'
import { Check, CheckGroup, RadioGroup } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { NumberField, TextArea } from '../form/field.tsx'
import type { FieldMeta } from '../form/field-meta.ts'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

type Fields = {
  funding: string
  fundingLevels: string[]
  ownInnovation: string
  firstTrial: string
  creditClean: string
  otherDirection: string
  costs: { serial: string; costFen: string }[]
  statement: string
  affirmed: string
}

export interface ClaimFormProps {
  units: readonly string[]
  /** What the product declares of its R&D money; a new claim starts with it. */
  declared: FundingAnswer | null
  /** What was filled in before; null for a new claim. */
  answers: Answers | null
  /** The draft that is edited. */
  claim: { id: string; rev: number } | null
  formKey: string
  back: string
  lastResult?: SubmissionResult | null
}

/** 奖励申报表: only what the platform cannot know by itself; serials come from the pilot. */
export function ClaimForm(props: ClaimFormProps) {
  const { units, claim, formKey, back, lastResult } = props
  const t = useT()
  const [form, fields] = useForm<Fields>({
    id: 'claim',
    lastResult: lastResult ?? undefined,
    defaultValue: valuesOf(props),
  })
  const label = {
    funding: t('reward.claim.form.funding'),
    fundingLevels: t('reward.claim.form.level'),
    ownInnovation: t('reward.claim.form.own'),
    firstTrial: t('reward.claim.form.first'),
    creditClean: t('reward.claim.form.credit'),
    otherDirection: t('reward.claim.form.other'),
    'costs[].costFen': t('reward.claim.form.costs'),
    statement: t('reward.claim.form.statement'),
    affirmed: t('reward.claim.form.affirmed'),
  }
  return (
    <form method="post" id={form.id} noValidate className="form">
      <ErrorSummary form={form} labels={label} />
      <FormKey value={formKey} />
      {claim && <input type="hidden" name="id" value={claim.id} />}
      {claim && <input type="hidden" name="rev" value={claim.rev} />}
      <RadioGroup
        field={fields.funding}
        label={label.funding}
        hint={t('reward.claim.form.fundingHint')}
        options={fundingAnswerIds.map(value => ({ value, label: t.pick(fundingAnswers[value]) }))}
      />
      <CheckGroup
        row
        optional
        field={fields.fundingLevels}
        label={label.fundingLevels}
        hint={t('reward.claim.form.levelHint')}
        options={fundingLevels.map(value => ({ value, label: t(`reward.levels.${value}`) }))}
      />
      <YesNo field={fields.ownInnovation} label={label.ownInnovation} />
      <YesNo field={fields.firstTrial} label={label.firstTrial} hint={t('reward.claim.form.firstHint')} />
      <YesNo field={fields.creditClean} label={label.creditClean} />
      <YesNo field={fields.otherDirection} label={label.otherDirection} />
      <fieldset className="askgroup">
        <legend>{t('reward.claim.form.costs')}</legend>
        <p className="t13 ink3">{t('reward.claim.form.costsHint')}</p>
        <div className="form__cols">
          {fields.costs.getFieldList().map((item, index) => {
            const serial = units[index]
            const row = item.getFieldset()
            return serial === undefined ? null : (
              <div key={serial}>
                <input type="hidden" name={row.serial.name} value={serial} />
                <NumberField optional field={row.costFen} label={serial} unit={t('reward.ask.wan')} />
              </div>
            )
          })}
        </div>
      </fieldset>
      <TextArea
        field={fields.statement}
        label={label.statement}
        hint={t('reward.claim.form.statementHint')}
        rows={6}
      />
      <Check field={fields.affirmed} label={t('reward.claim.form.affirm')} />
      <Actions>
        <SubmitButton>{t('reward.claim.form.save')}</SubmitButton>
        <ButtonLink look="quiet" href={back}>
          {t('common.cancel')}
        </ButtonLink>
      </Actions>
    </form>
  )
}

/** Yes, no, not known. */
function YesNo({ field, label, hint }: { field: FieldMeta; label: string; hint?: string }) {
  const t = useT()
  const options = (['yes', 'no', 'unknown'] as const).map(value => ({
    value,
    label: t(`reward.ask.${value}`),
  }))
  return <RadioGroup row field={field} label={label} hint={hint} options={options} />
}

/** The form as text; what nobody has answered yet is not known. */
function valuesOf({ answers, declared, units }: ClaimFormProps): Partial<Fields> {
  const costs = new Map(answers?.costs.map(({ serial, costFen }) => [serial, costFen]))
  const wan = (fen: number | undefined) => (fen === undefined ? '' : String(fen / 1_000_000))
  return {
    funding: answers?.funding ?? declared ?? 'unknown',
    fundingLevels: answers?.fundingLevels ?? [],
    ownInnovation: answers?.ownInnovation ?? 'unknown',
    firstTrial: answers?.firstTrial ?? 'unknown',
    creditClean: answers?.creditClean ?? 'unknown',
    otherDirection: answers?.otherDirection ?? 'unknown',
    costs: units.map(serial => ({ serial, costFen: wan(costs.get(serial)) })),
    statement: answers?.statement ?? '',
  }
}
