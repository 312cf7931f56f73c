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

const [unmet, undisclosed] = [codeOf('F'), codeOf('U')]
/** More musts unmet than this are all the same. */
const several = 2

function tally({ published, slots, work, facts }: Columns, { tasks, requirements }: FitNeed): FitCount {
  const fitsWork = work.judged(JSON.stringify(tasks), kind =>
    codeOf(kind ? relevanceOf(workRows({ tasks }, kind)) : 'F'),
  )
  const working = work.slotsWhere(slots, code => fitsWork[code] !== unmet)
  const sofar = {
    failed: new Uint8Array(working.length),
    open: new Uint8Array(working.length),
    last: new Uint8Array(working.length),
  }
  const musts = requirements.filter(each => each.necessity === 'must')
  const counted = musts.map(({ criterion, value }, index): MustCount => {
    const column = facts.get(criterion) ?? openColumn<CriterionValue>()
    const states = column.judged(JSON.stringify(value), have => codeOf(judge(criterion, value, have).state))
    const counts = apply({ states, codes: column.codes(slots), working, index }, sofar)
    return { criterion, need: value, alone: 0, ...counts }
  })
  const count = { published, work: working.length, fits: 0, open: 0, near: 0, ruledOut: 0 }
  for (let at = 0; at < working.length; at++) {
    const failed = sofar.failed[at] ?? 0
    const only = counted[sofar.last[at] ?? 0]
    if (failed >= several) count.ruledOut++
    else if (failed === 1 && only) {
      count.near++
      only.alone++
    } else if (sofar.open[at] === 1) count.open++
    else count.fits++
  }
  return { ...count, musts: counted }
}

/** What the musts so far say of each working product: how many are unmet (2 is several), the last of these, any open. */
interface Sofar {
  failed: Uint8Array
  open: Uint8Array
  last: Uint8Array
}

interface Must {
  states: Uint8Array
  codes: Uint32Array
  working: Uint32Array
  index: number
}

/** One must over all working products; this loop is the count's whole cost, so it touches plain arrays only. */
function apply({ states, codes, working, index }: Must, { failed, open, last }: Sofar) {
  const counts = { unmet: 0, undisclosed: 0 }
  for (let at = 0; at < working.length; at++) {
    const state = states[codes[working[at] as number] as number]
    if (state === unmet) {
      counts.unmet++
      if ((failed[at] as number) < several) failed[at] = (failed[at] as number) + 1
      last[at] = index
    } else if (state === undisclosed) {
      counts.undisclosed++
      open[at] = 1
    }
  }
  return counts
}

function codeOf(state: Tri): number {
  return { F: 0, U: 1, T: 2 }[state]
}
