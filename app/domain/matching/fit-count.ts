import type { CriterionId } from '../ontology/criteria.ts'
import { noBasis } from './basis.ts'
import type { FitCount, FitNeed } from './fits.ts'
import type { MarketColumns } from './market-columns.ts'
import { type NeedTable, needTable, undisclosed, unmet } from './needs.ts'
import { worldFrom } from './world.ts'

/** Counts one need after the other; what they have in common is worked out once. */
export type FitCounter = (need: FitNeed) => FitCount

type Columns = Pick<MarketColumns, 'slots' | 'facets' | 'facts'>

/** Whether work fits does not depend on how anything is weighed. */
const anyWorld = worldFrom(noBasis, () => [])

/** Kinds of work remembered at once; whoever counts many needs brings those of a kind one after the other. */
const mostKinds = 16

/**
 * Most products disclose little, and calls ask for few kinds of work: the products of a kind are gathered once, those
 * of them that disclose a criterion once more, and a count then looks at nobody else. `edits` changes with the columns;
 * what was gathered before is gathered again.
 */
export function openFitCounter(columns: Columns, edits: () => number): FitCounter {
  const kinds = new Map<string, Able>()
  const tally = openTally()
  let asOf = edits()
  const ableFor = (tasks: FitNeed['tasks']) => {
    const key = JSON.stringify(tasks)
    const known = kinds.get(key)
    if (known) return known
    if (kinds.size >= mostKinds) kinds.clear()
    const able = ableOf(columns, tasks)
    kinds.set(key, able)
    return able
  }
  return ({ tasks, requirements }) => {
    if (asOf !== edits()) kinds.clear()
    asOf = edits()
    const { slots, facts } = columns
    const able = ableFor(tasks)
    const musts = requirements
      .filter(each => each.necessity === 'must')
      .map(each => needTable(each, facts.get(each.criterion), slots.top))
    return { published: slots.size, ...tally(able, musts, slots.top) }
  }
}

/** The products whose work fits, or may. */
interface Able {
  size: number
  /** Those of them that disclose this criterion, and some that did once. */
  disclosing(must: NeedTable): Uint32Array
}

function ableOf({ slots, facets: { work } }: Columns, tasks: FitNeed['tasks']): Able {
  const { relevance } = work.table(anyWorld, { tasks })
  const fits = Uint8Array.from(relevance, (tri, code) => (code > 0 && tri !== 'F' ? 1 : 0))
  const codes = work.column.codes(slots.top)
  const isAble = new Uint8Array(slots.top)
  let size = 0
  for (let slot = 0; slot < isAble.length; slot++) {
    const fit = fits[codes[slot] as number] as number
    isAble[slot] = fit
    size += fit
  }
  const known = new Map<CriterionId, Uint32Array>()
  return {
    size,
    disclosing({ requirement: { criterion }, holders }) {
      const found = known.get(criterion) ?? holders.filter(slot => isAble[slot] === 1)
      known.set(criterion, found)
      return found
    },
  }
}

type Tally = (able: Able, musts: readonly NeedTable[], top: number) => Omit<FitCount, 'published'>

/** Adds up in the same arrays each time; only whoever was touched is looked at and wiped afterwards. */
function openTally(): Tally {
  let room = roomFor(0)
  return (able, musts, top) => {
    if (room.failed.length < top) room = roomFor(Math.ceil(top * 1.5))
    const { failed, known, last, touched } = room
    let reached = 0
    const counted = musts.map((must, index) => {
      const { states, codes } = must
      const counts = { unmet: 0, known: 0 }
      const disclosing = able.disclosing(must)
      for (let at = 0; at < disclosing.length; at++) {
        const slot = disclosing[at] as number
        const state = states[codes[slot] as number] as number
        if (state === undisclosed) continue
        if ((known[slot] as number) === 0) touched[reached++] = slot
        known[slot] = (known[slot] as number) + 1
        counts.known++
        if (state !== unmet) continue
        failed[slot] = (failed[slot] as number) + 1
        last[slot] = index
        counts.unmet++
      }
      return counts
    })
    const places = { fits: musts.length === 0 ? able.size : 0, near: 0, ruledOut: 0 }
    const alone = new Uint32Array(musts.length)
    for (let at = 0; at < reached; at++) {
      const slot = touched[at] as number
      const gaps = failed[slot] as number
      if (gaps > 1) places.ruledOut++
      else if (gaps === 1) {
        places.near++
        alone[last[slot] as number] = (alone[last[slot] as number] as number) + 1
      } else if (known[slot] === musts.length) places.fits++
      failed[slot] = 0
      known[slot] = 0
    }
    const { fits, near, ruledOut } = places
    return {
      ...{ work: able.size, fits, open: able.size - fits - near - ruledOut, near, ruledOut },
      musts: musts.map(({ requirement: { criterion, value } }, index) => {
        const counts = counted[index] ?? { unmet: 0, known: 0 }
        const none = able.size - counts.known
        return { criterion, need: value, unmet: counts.unmet, alone: alone[index] ?? 0, undisclosed: none }
      }),
    }
  }
}

/** By slot: how many musts are unmet, how many anything is known of, and the last that is unmet. */
function roomFor(size: number) {
  const fresh = () => new Uint16Array(size)
  return { failed: fresh(), known: fresh(), last: fresh(), touched: new Uint32Array(size) }
}
