import { searchRhythms } from '#domain/saved-searches/kept.ts'
import { RadioGroup } from '../form/choice.tsx'
import type { FieldMeta } from '../form/field-meta.ts'
import { useT } from '../shell/dictionary.tsx'

/** How often mail comes, each choice with when exactly. */
export function RhythmChoice({ field }: { field: FieldMeta }) {
  const t = useT()
  return (
    <RadioGroup
      field={field}
      label={t('savedSearch.rhythm')}
      options={searchRhythms.map(value => ({
        value,
        label: t(`savedSearch.${value}`),
        hint: t(`savedSearch.${value}Hint`),
      }))}
    />
  )
}
