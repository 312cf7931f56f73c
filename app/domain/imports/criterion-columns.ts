import { type CriterionId, criterionIds, criterionOf, necessities } from '../ontology/criteria.ts'
import { criterionHelp } from '../ontology/criterion-help.ts'
import { units } from '../ontology/units.ts'
import { evidenceGrades } from '../vocabulary.ts'
import type { Column } from './column.ts'

/** What may stand beside a criterion's value: one line each, for specs of products and for needs of scenarios. */
type Beside = Pick<Column, 'key' | 'label' | 'kind' | 'options'>

const besideSpec: readonly Beside[] = [
  { key: 'grade', label: { zh: '证据等级', en: 'evidence' }, kind: 'choice', options: evidenceGrades },
  { key: 'source', label: { zh: '来源', en: 'source' }, kind: 'text' },
  { key: 'sourceDay', label: { zh: '来源日期', en: 'day of the source' }, kind: 'text' },
  { key: 'body', label: { zh: '检测机构', en: 'testing body' }, kind: 'text' },
  { key: 'pilot', label: { zh: '试点编号', en: 'pilot number' }, kind: 'text' },
  { key: 'metric', label: { zh: '试点指标', en: 'metric of the pilot' }, kind: 'text' },
]
const besideNeed: readonly Beside[] = [
  { key: 'necessity', label: { zh: '必要性', en: 'necessity' }, kind: 'choice', options: necessities },
  { key: 'note', label: { zh: '备注', en: 'note' }, kind: 'text' },
]

/** Every criterion that a product may state: `载重（kg）`, with `载重 证据等级` and `载重 来源` where they are known. */
export const specColumns: readonly Column[] = criterionIds.flatMap(id => columnsOf('specs', id, besideSpec))

/** Every criterion that a scenario may ask for; it is 必须 unless `载重 必要性` says otherwise. */
export const needColumns: readonly Column[] = criterionIds.flatMap(id => columnsOf('needs', id, besideNeed))

function columnsOf(place: string, id: CriterionId, beside: readonly Beside[]): Column[] {
  const { label, unit, options } = criterionOf(id)
  const value: Column = {
    key: `${place}.${id}.value`,
    label,
    kind: 'criterion',
    criterion: id,
    help: criterionHelp[id],
    ...(unit !== '' && { unit: units[unit].label }),
    ...(options && { options }),
  }
  const rest = beside.map(({ key, label: { zh, en }, ...how }) => ({
    ...how,
    key: `${place}.${id}.${key}`,
    label: { zh: `${label.zh} ${zh}`, en: `${label.en} ${en}` },
    rare: true,
  }))
  return [value, ...rest]
}
