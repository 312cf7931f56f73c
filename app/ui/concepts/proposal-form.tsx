import './concepts.css'
import type { SubmissionResult } from '@conform-to/react'
import { nameKinds } from '#domain/concepts/concept.ts'
import { paths } from '#paths'
import { Select } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field, TextArea } from '../form/field.tsx'
import type { FieldMeta } from '../form/field-meta.ts'
import { flatForm } from '../form/flat-form.ts'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import type { ChangeKind, Concept } from './view.ts'

export interface ProposalSheetView {
  formKey: string
  kind: ChangeKind
  concept: Concept | null
  name: string
}

const names = ['conceptId', 'name', 'nameKind', 'zh', 'en', 'names', 'note', 'source'] as const
type Fields = Record<(typeof names)[number], FieldMeta>

/** The form of one change; which fields it has is settled by its address, so that it needs no JavaScript. */
export function ProposalForm({
  sheet,
  lastResult,
}: {
  sheet: ProposalSheetView
  lastResult?: SubmissionResult
}) {
  const t = useT()
  const { kind, concept, formKey } = sheet
  const defaultValue =
    kind === 'rename' && concept
      ? { zh: concept.zh, en: concept.en ?? '', note: concept.note ?? '' }
      : { [kind === 'add' ? 'zh' : 'name']: sheet.name }
  const [form, fields] = flatForm(names, { id: 'concept', lastResult, defaultValue })
  const label = (name: (typeof names)[number]) => (name === 'conceptId' ? '' : t(`concept.form.${name}`))
  const labels = Object.fromEntries(names.map(name => [name, label(name)]))
  return (
    <form method="post" id={form.id} noValidate className="form">
      <ErrorSummary form={form} labels={labels} />
      <FormKey value={formKey} />
      <input type="hidden" name="kind" value={kind} />
      {concept && <input type="hidden" name="conceptId" value={concept.id} />}
      <Change kind={kind} concept={concept} fields={fields} />
      <TextArea field={fields.source} label={label('source')} hint={t('concept.form.sourceHint')} rows={3} />
      <Actions>
        <SubmitButton>{t('concept.form.send')}</SubmitButton>
        <ButtonLink look="quiet" href={paths.concepts()}>
          {t('concept.form.back')}
        </ButtonLink>
      </Actions>
      {concept && <Others kind={kind} concept={concept} />}
    </form>
  )
}

function Change({ kind, concept, fields }: { kind: ChangeKind; concept: Concept | null; fields: Fields }) {
  const t = useT()
  if (kind === 'addName')
    return (
      <>
        <Field field={fields.name} label={t('concept.form.name')} hint={t('concept.form.nameHint')} />
        <Select
          field={fields.nameKind}
          label={t('concept.form.nameKind')}
          empty={t('concept.form.kindAuto')}
          options={nameKinds.map(value => ({ value, label: t(`concept.kind.${value}`) }))}
        />
      </>
    )
  if (kind === 'removeName')
    return (
      <Select
        field={fields.name}
        label={t('concept.form.which')}
        options={(concept?.names ?? []).map(({ name }) => ({ value: name, label: name }))}
      />
    )
  return (
    <>
      <Field field={fields.zh} label={t('concept.form.zh')} hint={t('concept.form.zhHint')} />
      <Field field={fields.en} label={t('concept.form.en')} hint={t('concept.form.enHint')} />
      {kind === 'add' && (
        <TextArea
          field={fields.names}
          label={t('concept.form.names')}
          hint={t('concept.form.namesHint')}
          rows={4}
        />
      )}
      <TextArea
        field={fields.note}
        label={t('concept.form.note')}
        hint={t('concept.form.noteHint')}
        rows={2}
      />
    </>
  )
}

/** The other changes that the same concept may have. */
function Others({ kind, concept }: { kind: ChangeKind; concept: Concept }) {
  const t = useT()
  const kinds = (['addName', 'rename', 'removeName'] as const).filter(
    each => each !== kind && (each !== 'removeName' || concept.names.length > 0),
  )
  return (
    <p className="t14 conceptrow">
      <span>{t('concept.form.other')}</span>
      {kinds.map(each => (
        <Link key={each} href={paths.conceptNew({ kind: each, concept: concept.id })}>
          {t(`concept.form.${each}`)}
        </Link>
      ))}
    </p>
  )
}
