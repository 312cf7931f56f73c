import { criterionOf } from '#domain/ontology/criteria.ts'
import { units } from '#domain/ontology/units.ts'
import { type SiteFactId, siteFactOf } from '#domain/sites/facts.ts'
import { CheckGroup, Select } from '../form/choice.tsx'
import { NumberField } from '../form/field.tsx'
import { type FieldMeta, initialText } from '../form/field-meta.ts'
import { useT } from '../shell/dictionary.tsx'

/** One measured fact; left alone it is 待确认. */
export function FactField({ id, field }: { id: SiteFactId; field: FieldMeta }) {
  const t = useT()
  const { label, mayBeNone, says } = siteFactOf(id)
  const { kind, options = {}, unit } = criterionOf(id)
  const labelled = { field, label: t.pick(label) }
  const known = Object.entries(options).map(([value, text]) => ({ value, label: t.pick(text) }))
  if (kind === 'set')
    return <CheckGroup {...labelled} hint={t('site.field.networkHint')} row options={known} />
  if (kind === 'boolean' && says) {
    const answers = [
      { value: 'true', label: t.pick(says.yes) },
      { value: 'false', label: t.pick(says.no) },
    ]
    return <Select {...labelled} empty={t('site.field.unknown')} options={answers} />
  }
  if (kind === 'choice') {
    const typed = initialText(field)
    const other = typed && !Object.hasOwn(options, typed) ? [{ value: typed, label: typed }] : []
    return <Select {...labelled} empty={t('site.field.unknown')} options={[...known, ...other]} />
  }
  return (
    <NumberField
      {...labelled}
      hint={mayBeNone && t('site.field.noneHint')}
      unit={t.pick(units[unit].label) || undefined}
      placeholder={kind === 'range' ? t('site.field.rangeHint') : t('site.field.unknown')}
    />
  )
}
