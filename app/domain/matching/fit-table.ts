import type { CriterionId, CriterionValue } from '../ontology/criteria.ts'
import type { Tri } from '../shared/tri.ts'
import { type Column, openColumn } from './column.ts'
import { judge } from './constraint.ts'
import { workRows } from './demand.ts'
import type { FitCount, FitNeed, FitProduct, MustCount } from './fits.ts'
import { relevanceOf } from './score.ts'

/** Published products by column, so that 100,000 of them are counted within a keystroke. */
export interface FitTable {
  readonly size: number
  /** Enters a product, or its newer version in place of the older one. */
  put(product: FitProduct): void
  remove(id: string): void
  count(need: FitNeed): FitCount
}

type Work = Pick<FitProduct, 'tasks' | 'category'>

/**
 * Each product has a slot and each criterion a column of small codes, one for each distinct value. A need is judged
 * once for a value, by the matcher's own functions, and then looked up for each product; so the counts cannot differ
 * from the matcher's.
 */
export function openFitTable(): FitTable {
  const slots = new Map<string, number>()
  const vacant: number[] = []
  const work = openColumn<Work>()
  const facts = new Map<CriterionId, Column<CriterionValue>>()
  let top = 0

  const clear = (slot: number) => {
    work.set(slot, undefined)
    for (const column of facts.values()) column.set(slot, undefined)
  }

  return {
    get size() {
      return slots.size
    },
    put({ id, tasks, category, specs }) {
      const known = slots.get(id)
      if (known !== undefined) clear(known)
      const slot = known ?? vacant.pop() ?? top++
      slots.set(id, slot)
      work.set(slot, { tasks, category })
      for (const [key, spec] of Object.entries(specs)) {
        const criterion = key as CriterionId
        const column = facts.get(criterion) ?? openColumn<CriterionValue>()
        facts.set(criterion, column)
        column.set(slot, spec.value)
      }
    },
    remove(id) {
      const slot = slots.get(id)
      if (slot === undefined) return
      clear(slot)
      slots.delete(id)
      vacant.push(slot)
    },
    count(need) {
      return tally({ published: slots.size, slots: top, work, facts }, need)
    },
  }
}

interface Columns {
  published: number
  slots: number
  work: Column<Work>
  facts: ReadonlyMap<CriterionId, Column<CriterionValue>>
}

const unmet = codeOf('F')
const undisclosed = codeOf('U')

function tally({ published, slots, work, facts }: Columns, { tasks, requirements }: FitNeed): FitCount {
  const fitsWork = work.judged(kind => codeOf(kind ? relevanceOf(workRows({ tasks }, kind)) : 'F'))
  const kinds = work.codes(slots)
  const musts = requirements
    .filter(each => each.necessity === 'must')
    .map(({ criterion, value }) => {
      const column = facts.get(criterion) ?? openColumn<CriterionValue>()
      const states = column.judged(have => codeOf(judge(criterion, value, have).state))
      return { codes: column.codes(slots), states, counted: { criterion, need: value, ...none } }
    })
  const count = { published, work: 0, fits: 0, open: 0, near: 0, ruledOut: 0 }
  for (let slot = 0; slot < slots; slot++) {
    if (fitsWork[kinds[slot] ?? 0] === unmet) continue
    count.work++
    let failed = 0
    let isOpen = false
    let last: MustCount | null = null
    for (const { codes, states, counted } of musts) {
      const state = states[codes[slot] ?? 0]
      if (state === unmet) {
        failed++
        counted.unmet++
        last = counted
      } else if (state === undisclosed) {
        isOpen = true
        counted.undisclosed++
      }
    }
    if (failed === 1 && last) last.alone++
    count[failed > 1 ? 'ruledOut' : failed === 1 ? 'near' : isOpen ? 'open' : 'fits']++
  }
  return { ...count, musts: musts.map(each => each.counted) }
}

const none = { unmet: 0, alone: 0, undisclosed: 0 }

function codeOf(state: Tri): number {
  return { F: 0, U: 1, T: 2 }[state]
}
