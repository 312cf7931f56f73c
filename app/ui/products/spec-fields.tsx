import type { FieldMetadata } from '@conform-to/react'
import { type CriterionId, criterionIds, criterionOf } from '#domain/ontology/criteria.ts'
import { bodyCriteria } from '#domain/ontology/criteria-body.ts'
import { siteCriteria } from '#domain/ontology/criteria-site.ts'
import { criterionHelp } from '#domain/ontology/criterion-help.ts'
import type { RobotCategoryId } from '#domain/ontology/tasks.ts'
import { units } from '#domain/ontology/units.ts'
import { importantCriteria } from '#domain/products/important-criteria.ts'
import { evidenceGradeIds, evidenceGrades } from '#domain/vocabulary.ts'
import { CheckGroup } from '../form/choice.tsx'
import { controlProps, type FieldMeta, initialText } from '../form/field-meta.ts'
import { FieldErrors } from '../form/field-shell.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { ProductFields, SpecFields } from './form-values.ts'

type SpecsMeta = FieldMetadata<ProductFields['specs'], ProductFields>
type RowMeta = FieldMetadata<SpecFields, ProductFields>

type Group = 'important' | 'body' | 'site' | 'service'

/** All criteria, folded in four groups; those that buyers of this kind ask for come first and stand open. */
export function SpecFieldGroups({
  field,
  category,
  measured,
}: {
  field: SpecsMeta
  category: RobotCategoryId | undefined
  /** What may be named as 试点实测. */
  measured: readonly { pilot: string; metric: string }[]
}) {
  const t = useT()
  const rows = field.getFieldset()
  const important = importantCriteria(category)
  const rest = criterionIds.filter(id => !important.includes(id))
  const groups: Record<Group, readonly CriterionId[]> = {
    important,
    body: rest.filter(id => Object.hasOwn(bodyCriteria, id)),
    site: rest.filter(id => Object.hasOwn(siteCriteria, id)),
    service: rest.filter(id => !Object.hasOwn(bodyCriteria, id) && !Object.hasOwn(siteCriteria, id)),
  }
  const names: Group[] = ['important', 'body', 'site', 'service']
  return (
    <div className="specform" id={field.id} tabIndex={-1}>
      <p className="t13 ink3">{t('product.form.valueHint')}</p>
      <p className="t13 ink3">
        {t('product.form.proofHint')}{' '}
        {t(measured.length > 0 ? 'product.form.provenSome' : 'product.form.provenNone')}
      </p>
      <datalist id="proven-pilot">
        {[...new Set(measured.map(each => each.pilot))].map(each => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <datalist id="proven-metric">
        {[...new Set(measured.map(each => each.metric))].map(each => (
          <option key={each} value={each} />
        ))}
      </datalist>
      {names.map(name => {
        const ids = groups[name]
        const filled = ids.filter(id => isFilled(rows[id])).length
        const wrong = ids.some(id => Object.keys(rows[id].allErrors).length > 0)
        return (
          <details key={name} open={name === 'important' || filled > 0 || wrong}>
            <summary>
              {t('product.form.groupCount', { name: t(`product.form.group.${name}`), n: ids.length, filled })}
            </summary>
            {ids.map(id => (
              <SpecRow key={id} criterion={id} row={rows[id]} />
            ))}
          </details>
        )
      })}
    </div>
  )
}

function isFilled(row: RowMeta): boolean {
  const { initialValue } = row.getFieldset().value
  return Array.isArray(initialValue) ? initialValue.length > 0 : Boolean(initialValue)
}

/** One fact: its value, how strong the evidence is, and where it can be read. Left blank it is 未披露. */
function SpecRow({ criterion, row }: { criterion: CriterionId; row: RowMeta }) {
  const t = useT()
  const { value, grade, source, sourceDay, body, pilot, metric } = row.getFieldset()
  const proof = { sourceDay, body, pilot, metric }
  const { label, kind } = criterionOf(criterion)
  const name = t.pick(label)
  const unproven = Object.values(proof).some(field => field.errors)
  const wrong = value.errors ?? source.errors ?? unproven
  return (
    <fieldset className="specrow" data-invalid={wrong ? '' : undefined}>
      <legend>
        <b>{name}</b>
        <small>{t.pick(criterionHelp[criterion])}</small>
      </legend>
      <div>
        <ValueControl criterion={criterion} field={value} name={name} />
        {kind !== 'set' && <FieldErrors field={value} />}
      </div>
      <select
        className="select"
        aria-label={`${name}, ${t('product.form.grade')}`}
        defaultValue={initialText(grade) ?? 'C'}
        {...controlProps(grade, false)}
      >
        {evidenceGradeIds.map(id => (
          <option key={id} value={id}>
            {id} {t.pick(evidenceGrades[id])}
          </option>
        ))}
      </select>
      <div>
        <input
          className="input"
          type="text"
          maxLength={300}
          aria-label={`${name}, ${t('product.form.source')}`}
          placeholder={t('product.form.source')}
          defaultValue={initialText(source)}
          {...controlProps(source, false)}
        />
        <FieldErrors field={source} />
      </div>
      <details
        className="specrow__proof"
        open={unproven || proofNames.some(each => initialText(proof[each]))}
      >
        <summary>{t('product.form.proof')}</summary>
        <div>
          {proofNames.map(each => (
            <ProofField key={each} kind={each} field={proof[each]} name={name} />
          ))}
        </div>
      </details>
    </fieldset>
  )
}

const proofNames = ['sourceDay', 'body', 'pilot', 'metric'] as const

/** What its grade demands at submission: who tested and when, or in which accepted pilot by which metric. */
function ProofField({
  kind,
  field,
  name,
}: {
  kind: (typeof proofNames)[number]
  field: FieldMeta
  name: string
}) {
  const t = useT()
  const label = t(`product.form.${kind}`)
  return (
    <div>
      <label htmlFor={field.id}>{label}</label>
      <input
        className="input"
        type={kind === 'sourceDay' ? 'date' : 'text'}
        maxLength={kind === 'sourceDay' ? undefined : 120}
        list={kind === 'pilot' || kind === 'metric' ? `proven-${kind}` : undefined}
        aria-label={`${name}, ${label}`}
        defaultValue={initialText(field)}
        {...controlProps(field, false)}
      />
      <FieldErrors field={field} />
    </div>
  )
}

function ValueControl({
  criterion,
  field,
  name,
}: {
  criterion: CriterionId
  field: FieldMeta
  name: string
}) {
  const t = useT()
  const { kind, options = {}, unit } = criterionOf(criterion)
  const label = `${name}, ${t('product.form.value')}`
  const typed = initialText(field) ?? ''
  if (kind === 'set')
    return (
      <CheckGroup
        field={field}
        label={t('product.form.several')}
        row
        options={Object.entries(options).map(([value, text]) => ({ value, label: t.pick(text) }))}
      />
    )
  if (kind === 'boolean' || kind === 'choice') {
    const known =
      kind === 'boolean'
        ? [['true', t('product.form.yes')] as const, ['false', t('product.form.no')] as const]
        : Object.entries(options).map(([id, text]) => [id, t.pick(text)] as const)
    const other = typed !== '' && !known.some(([id]) => id === typed) ? [[typed, typed] as const] : []
    return (
      <select className="select" aria-label={label} defaultValue={typed} {...controlProps(field, false)}>
        <option value="">{t('product.form.undisclosed')}</option>
        {[...known, ...other].map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    )
  }
  return (
    <div className="with-unit">
      <input
        className="input"
        type="text"
        inputMode="text"
        autoComplete="off"
        aria-label={label}
        placeholder={t('product.form.undisclosed')}
        defaultValue={typed}
        {...controlProps(field, false)}
      />
      {unit !== '' && <span>{t.pick(units[unit].label)}</span>}
    </div>
  )
}
