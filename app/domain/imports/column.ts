import type { CriterionId } from '../ontology/criteria.ts'
import type { Localized } from '../shared/localized.ts'

export const importNouns = ['scenario', 'product', 'deployment'] as const
export type ImportNoun = (typeof importNouns)[number]

/** How a cell is read: what it says goes to the field's own rule, which judges it. */
export type CellKind =
  | 'text'
  | 'number'
  /** Typed in 万元. */
  | 'money'
  /** Typed in 元. */
  | 'yuan'
  /** Beijing time; a date cell of a spreadsheet counts. */
  | 'moment'
  /** A calendar day; a date cell of a spreadsheet counts. */
  | 'day'
  | 'choice'
  /** Several options, parted by 、 or ; */
  | 'list'
  /** 是, 否, or blank for unknown. */
  | 'yes'
  /** The value of one criterion: a number with or without a unit, a range, options. */
  | 'criterion'
  /** The value of the criterion that the cell beside it names. */
  | 'value'
  /** The row's name in the writer's own books; it makes a second import of the same row visible. */
  | 'rowKey'

/** Whether a cell is a sum of money, in whichever unit a bare number is. */
export const isSum = (kind: CellKind): kind is 'money' | 'yuan' => kind === 'money' || kind === 'yuan'

/** One column of a table of scenarios or products. One line here is one more field in every format and both ways. */
export interface Column {
  /** Where the cell goes in the content: `name`, `specs.payloadKg.value`, `metrics.1.target`. */
  key: string
  label: Localized
  /** The unit that a bare number is in; shown behind the label. */
  unit?: Localized
  aliases?: readonly string[]
  kind: CellKind
  options?: Readonly<Record<string, Localized>>
  criterion?: CriterionId
  /** Has to be there before the record goes to review. */
  needed?: boolean
  example?: string
  help?: Localized
  /** Understood when a file has it, but not in the blank template. */
  rare?: boolean
}

/** A list inside a record, such as 验收指标: a sheet of its own in a workbook, numbered columns in a flat table. */
export interface ListGroup {
  key: string
  label: Localized
  /** The first words of a numbered column: `指标1 名称`. */
  item: Localized
  max: number
  /** How many numbered columns a blank flat table offers. */
  offered: number
  columns: readonly Column[]
}

/** Everything that a file of this noun may say. */
export interface Sheet {
  noun: ImportNoun
  label: Localized
  columns: readonly Column[]
  lists: readonly ListGroup[]
}

/** Cells by column key, as typed; a blank cell is absent. */
export type Cells = Record<string, string | number>

/** The numbered column of a list: the `n`th metric's unit. */
export function numbered(group: ListGroup, column: Column, n: number): Column {
  const { item } = group
  return {
    ...column,
    key: `${group.key}.${n}.${column.key}`,
    label: {
      zh: `${item.zh}${n} ${column.label.zh}`,
      en: `${item.en} ${n} ${column.label.en.toLowerCase()}`,
    },
    needed: false,
  }
}
