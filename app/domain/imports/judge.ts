import type { z } from 'zod'
import { DeploymentRow } from '../products/deployments.ts'
import { Product, ProductDraft } from '../products/product.ts'
import { Scenario, ScenarioDraft } from '../scenarios/scenario.ts'
import { fieldMessages } from '../shared/field-messages.ts'
import type { Cells, ImportNoun } from './column.ts'
import { importLimits } from './limits.ts'
import { columnOf, type Placed, place } from './place.ts'

/** What is wrong with one cell: its column's key (blank: the row), a message key, and what was typed. */
export interface CellError {
  key: string
  message: string
  typed: string
}

export interface ContentOf {
  scenario: ScenarioDraft
  product: ProductDraft
  deployment: DeploymentRow
}

export interface Judged<N extends ImportNoun = ImportNoun> {
  /** A draft of the platform; null when a cell is wrong. */
  content: ContentOf[N] | null
  errors: CellError[]
  /** How much is still missing before it can go to review; 0 when nothing is. */
  missing: number
}

const drafts = { scenario: ScenarioDraft, product: ProductDraft, deployment: DeploymentRow }
const wholes = { scenario: Scenario, product: Product, deployment: DeploymentRow }

/** Judges one row by the very rules of the form. `problems` are what its reader found wrong with the file's cells. */
export function judgeRow<N extends ImportNoun>(
  noun: N,
  cells: Cells,
  problems: Readonly<Record<string, string>> = {},
): Judged<N> {
  const placed = place(noun, cells)
  const draft = drafts[noun].safeParse(placed.input, { error: fieldMessages })
  const found = new Map([...Object.entries(problems), ...placed.problems])
  for (const issue of draft.success ? [] : draft.error.issues) {
    const key = keyOf(noun, issue.path, placed)
    if (!found.has(key)) found.set(key, issue.message)
  }
  const errors = [...found].map(([key, message]) => ({ key, message, typed: typedIn(cells, key) }))
  if (errors.length > 0 || !draft.success) return { content: null, errors, missing: 0 }
  return { content: draft.data as ContentOf[N], errors: [], missing: missingIn(noun, draft.data) }
}

function missingIn(noun: ImportNoun, content: unknown): number {
  const whole: z.ZodSafeParseResult<unknown> = wholes[noun].safeParse(content)
  return whole.success ? 0 : whole.error.issues.length
}

function typedIn(cells: Cells, key: string): string {
  const cell = Object.hasOwn(cells, key) ? cells[key] : undefined
  return cell === undefined ? '' : clip(String(cell), 120)
}

export const clip = (text: string, max: number) =>
  [...text].length > max ? `${[...text].slice(0, max - 1).join('')}…` : text

/** The column whose cell a rule speaks of; blank when it speaks of the whole row. */
function keyOf(noun: ImportNoun, path: readonly PropertyKey[], { origins }: Placed): string {
  const [head = '', at, ...rest] = path.map(String)
  const origin = origins[head]?.[Number(at)]
  const steps = origin === undefined ? path.map(String) : [...origin.split('.'), ...rest]
  for (let length = steps.length; length > 0; length -= 1) {
    const key = steps.slice(0, length).join('.')
    if (columnOf(noun, key)) return key
  }
  const value = `${origin ?? steps.slice(0, 2).join('.')}.value`
  return columnOf(noun, value) ? value : ''
}

const nul = '\u0000'

/** A cell as it can be stored, and why it cannot be taken: NUL, half a character, or too long a text. */
export function cleanCell(text: string): { text: string; problem?: string } {
  const whole = text.replaceAll(nul, '\ufffd').replaceAll(/\p{Cs}/gu, '\ufffd')
  if (whole !== text) return { text: clip(whole, importLimits.cell), problem: 'field.characters' }
  if (text.length <= importLimits.cell || [...text].length <= importLimits.cell) return { text }
  return { text: clip(text, 200), problem: `field.tooLong|max=${importLimits.cell}` }
}
