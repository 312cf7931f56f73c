import { units } from '#domain/ontology/units.ts'
import { mostRows, type SiteListId, siteListIds } from '#domain/sites/lists.ts'
import { optionsOfCell, siteColumns, siteListLabels, siteRowName, unitOfCell } from '#domain/sites/tables.ts'
import type { Translate } from '#i18n/translate.ts'
import { CheckGroup, Select } from '../form/choice.tsx'
import { Field, NumberField } from '../form/field.tsx'
import type { FieldMeta } from '../form/field-meta.ts'
import { ListField, type ListMeta } from '../form/list-field.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'

interface RowMeta {
  key: string | undefined
  getFieldset(): Record<string, FieldMeta>
}
type Lists = Record<SiteListId, ListMeta<RowMeta>>

/** 逐处清单: rooms, lifts, doors, slopes and shifts, row by row. */
export function SiteLists({ fields }: { fields: Lists }) {
  const t = useT()
  return (
    <Section title={t('site.lists.title')} note={t('site.lists.note')}>
      <div className="form">
        <p className="t14 ink2">{t('site.lists.lead')}</p>
        {siteListIds.map(list => (
          <ListField
            key={list}
            field={fields[list]}
            label={t.pick(siteListLabels[list])}
            hint={t(`site.lists.hint.${list}`)}
            add={t(`site.lists.add.${list}`)}
            max={mostRows}
          >
            {item => <Cells list={list} row={item.getFieldset()} />}
          </ListField>
        ))}
      </div>
    </Section>
  )
}

function Cells({ list, row }: { list: SiteListId; row: Record<string, FieldMeta> }) {
  const t = useT()
  return (
    <>
      {row.name && <Field field={row.name} label={t.pick(siteRowName[list])} />}
      {siteColumns(list).map(({ key, label }) => {
        const field = row[key]
        return field && <Cell key={key} list={list} name={key} field={field} label={t.pick(label)} />
      })}
    </>
  )
}

interface CellProps {
  list: SiteListId
  name: string
  field: FieldMeta
  label: string
}

function Cell({ list, name, ...labelled }: CellProps) {
  const t = useT()
  const words = optionsOfCell(name)
  const unit = unitOfCell(list, name)
  if (words !== null) {
    const options = Object.entries(words).map(([value, text]) => ({ value, label: t.pick(text) }))
    return name === 'network' ? (
      <CheckGroup {...labelled} row options={options} />
    ) : (
      <Select {...labelled} empty={t('site.field.unknown')} options={options} />
    )
  }
  if (unit !== null) return <NumberField {...labelled} unit={t.pick(units[unit].label)} />
  return <Field {...labelled} placeholder={list === 'shiftTimes' ? '07:30' : undefined} />
}

/** `doors[1].widthMm` in words; null for what is in no list. */
export function listLabelOf(t: Translate, name: string): string | null {
  const [, head, index, key] = /^(\w+)(?:\[(\d+)\](?:\.(\w+))?)?$/.exec(name) ?? []
  const list = siteListIds.find(each => each === head)
  if (!list) return null
  const title = t.pick(siteListLabels[list])
  if (index === undefined) return title
  const column = siteColumns(list).find(each => each.key === key)
  const field = t.pick(column ? column.label : siteRowName[list])
  return t('site.lists.rowOf', { list: title, n: Number(index) + 1, field })
}
