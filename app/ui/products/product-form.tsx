import { parse, type SubmissionResult, useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import { readinessLevels } from '#domain/ontology/readiness-levels.ts'
import { robotCategories, robotCategoryIds } from '#domain/ontology/tasks.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import {
  commercialFormIds,
  commercialForms,
  domainIds,
  domains,
  fundingAnswerIds,
  fundingAnswers,
  maturities,
  maturityIds,
} from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { CheckGroup, RadioGroup, Select } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field, TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TaskField } from '../form/task-field.tsx'
import { ClauseQuote } from '../pattern/clause-quote.tsx'
import { Actions, ButtonLink, ClosedButton } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { fieldLabel } from './field-labels.ts'
import { formValues, type ProductFields } from './form-values.ts'
import { GrantFields } from './grant-fields.tsx'
import { PriceFields } from './price-fields.tsx'
import { SpecFieldGroups } from './spec-fields.tsx'

export interface SheetView {
  formKey: string
  draft: { id: string; rev: number; content: ProductDraft } | null
  canSubmit: Verdict
  measured: readonly { pilot: string; metric: string }[]
}

/** What reached the browser's side of the form: text under names, judged by nobody yet. */
type Typed = Record<string, unknown>
type FormFields = ReturnType<typeof useForm<ProductFields, Typed>>[1]

/** 产品 form: saved as a draft with anything missing, or saved and submitted with all but the specs filled in. */
export function ProductForm({
  sheet,
  answer,
}: {
  sheet: SheetView
  answer: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}) {
  const t = useT()
  const { draft, formKey } = sheet
  const [form, fields] = useForm<ProductFields, Typed>({
    id: 'product',
    lastResult: answer?.submission,
    defaultValue: formValues(draft?.content),
    // The server judges what is written.
    onValidate: ({ formData }) => parse<Typed, string[]>(formData, { resolve: value => ({ value }) }),
    shouldRevalidate: 'onSubmit',
  })
  const stale = answer?.refusal?.code === 'conflict' ? answer.refusal : null
  const labels = Object.fromEntries(Object.keys(form.allErrors).map(name => [name, fieldLabel(t, name)]))
  return (
    <form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="prodform">
      {stale && draft ? (
        <StaleNote
          title={t('product.form.conflictTitle')}
          refusal={stale}
          href={paths.productEdit(draft.id)}
        />
      ) : (
        <ErrorSummary form={form} labels={labels} />
      )}
      {/* Enter in a field saves a draft: the first button of a form is the one it presses. */}
      <button type="submit" name="intent" value="save" className="vh" tabIndex={-1} aria-hidden="true" />
      <FormKey value={formKey} />
      {draft && (
        <>
          <input type="hidden" name="id" value={draft.id} />
          <input type="hidden" name="rev" value={draft.rev} />
        </>
      )}
      <Basics fields={fields} />
      <Section title={t('product.form.specs')} note={t('product.form.specsNote')}>
        <SpecFieldGroups field={fields.specs} category={draft?.content.category} measured={sheet.measured} />
      </Section>
      <Stage fields={fields} />
      <Supply fields={fields} />
      <Buttons sheet={sheet} />
    </form>
  )
}

function Basics({ fields }: { fields: FormFields }): ReactNode {
  const t = useT()
  const chosen = fields.domains.initialValue
  return (
    <Section title={t('product.form.basics')}>
      <div className="form">
        <div className="form__cols">
          <Field field={fields.name} label={t('product.form.name')} hint={t('product.form.nameHint')} />
          <Field field={fields.model} label={t('product.form.model')} optional />
        </div>
        <Select
          field={fields.category}
          label={t('product.form.category')}
          empty={t('product.form.choose')}
          options={robotCategoryIds.map(id => ({ value: id, label: t.pick(robotCategories[id].label) }))}
        />
        <CheckGroup
          field={fields.domains}
          label={t('product.form.domains')}
          options={domainIds.map(id => ({ value: id, label: t.pick(domains[id]) }))}
          row
        />
        <TaskField
          field={fields.tasks}
          label={t('product.form.tasks')}
          hint={t('product.form.tasksHint')}
          chosen={Array.isArray(chosen) ? chosen.map(String) : []}
        />
        <TextArea
          field={fields.summary}
          label={t('product.form.summary')}
          hint={t('product.form.summaryHint')}
          rows={5}
        />
      </div>
    </Section>
  )
}

/** 第（九）条 in its own words, beside the question that it asks. */
const clause =
  '对企业研制创新产品过程中未获得财政资金支持并在京津冀地区首次试用的创新产品予以奖励，单台（套）产品最高 50 万元，每家企业年度奖励最高 200 万元。'

function Stage({ fields }: { fields: FormFields }): ReactNode {
  const t = useT()
  return (
    <Section title={t('product.form.stage')}>
      <div className="form">
        <RadioGroup
          field={fields.maturity}
          label={t('product.form.maturity')}
          options={maturityIds.map(id => ({
            value: id,
            label: t.pick(maturities[id]),
            hint: t(`product.form.maturityHint.${id}`),
          }))}
        />
        <Select
          field={fields.trl}
          label={t('product.form.trl')}
          hint={t('product.form.trlHint')}
          empty={t('product.form.trlEmpty')}
          options={readinessLevels.map(({ level, label }) => ({
            value: String(level),
            label: `${t('product.form.trlOption', { n: level })} ${t.pick(label)}`,
          }))}
          optional
        />
        <RadioGroup
          field={fields.funding}
          label={t('product.form.funding')}
          hint={t('product.form.fundingHint')}
          options={fundingAnswerIds.map(id => ({ value: id, label: t.pick(fundingAnswers[id]) }))}
        />
        <GrantFields field={fields.grants} />
        <ClauseQuote parts={[clause]} source={t('product.form.clauseSource')} />
      </div>
    </Section>
  )
}

function Supply({ fields }: { fields: FormFields }): ReactNode {
  const t = useT()
  return (
    <Section title={t('product.form.supply')}>
      <div className="form">
        <CheckGroup
          field={fields.commercialForms}
          label={t('product.form.forms')}
          hint={t('product.form.formsHint')}
          options={commercialFormIds.map(id => ({ value: id, label: t.pick(commercialForms[id]) }))}
          optional
          row
        />
        <PriceFields fields={fields} />
        <Field
          field={fields.regions}
          label={t('product.form.regions')}
          hint={t('product.form.regionsHint')}
          optional
        />
      </div>
    </Section>
  )
}

function Buttons({ sheet: { draft, canSubmit } }: { sheet: SheetView }): ReactNode {
  const t = useT()
  return (
    <Actions className="prodform__acts">
      {canSubmit.ok ? (
        <SubmitButton name="intent" value="submit">
          {t('product.form.saveAndSubmit')}
        </SubmitButton>
      ) : (
        <ClosedButton why={t.reason(canSubmit.reason, canSubmit.detail)}>
          {t('product.form.saveAndSubmit')}
        </ClosedButton>
      )}
      <SubmitButton look={canSubmit.ok ? 'line' : 'solid'} name="intent" value="save">
        {t('product.form.saveDraft')}
      </SubmitButton>
      <ButtonLink look="quiet" href={draft ? paths.product(draft.id) : paths.products()}>
        {t('product.form.back')}
      </ButtonLink>
    </Actions>
  )
}
