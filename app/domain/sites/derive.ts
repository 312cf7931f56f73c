import { type CriterionValue, isSet } from '../ontology/criteria.ts'
import { peopleOptions } from '../ontology/criterion-options.ts'
import type { SiteFactId } from './facts.ts'
import type { SiteListId, SiteRow } from './lists.ts'
import type { SiteProfile } from './site.ts'

/** What lists may decide: facts of the site, and the sizes of its lifts. */
export type DerivedId = SiteFactId | 'liftDoorMm' | 'liftDepthMm' | 'liftLoadKg'

/** How far a list decides a fact: in how many of its places it is known. */
export interface Coverage {
  list: SiteListId
  known: number
  of: number
  /** Whether what is not known yet can only make it less, only more, or is not a matter of more and less. */
  bound: 'atMost' | 'atLeast' | null
}

interface Derived extends Coverage {
  id: DerivedId
  /** Absent where nothing is known that decides it. */
  value: CriterionValue | undefined
}

type Cells = readonly (CriterionValue | undefined)[]
interface Rule {
  id: DerivedId
  list: SiteListId
  bound: Coverage['bound']
  cells(site: SiteProfile): Cells
  /** The one that decides among places, each of them known. */
  worst(known: readonly CriterionValue[]): CriterionValue | undefined
}

function numbersOf(known: readonly CriterionValue[]): number[] {
  return known.filter(each => typeof each === 'number')
}
const least = (known: readonly CriterionValue[]) => Math.min(...numbersOf(known))
const most = (known: readonly CriterionValue[]) => Math.max(...numbersOf(known))

function cellsOf<K extends SiteListId>(list: K, cell: (row: SiteRow<K>) => CriterionValue | undefined) {
  return (site: SiteProfile) => ((site[list] ?? []) as SiteRow<K>[]).map(cell)
}

const densities = Object.keys(peopleOptions)
/** The connections that bind every robot, whichever room asks for them. */
const binding = ['intranet', 'offline']

function commonNetworks(known: readonly CriterionValue[]): CriterionValue | undefined {
  const sets = known.filter(isSet)
  const everywhere = (sets[0] ?? []).filter(each => sets.every(set => set.includes(each)))
  const asked = sets.flatMap(set => set.filter(each => binding.includes(each) && !everywhere.includes(each)))
  const networks = [...everywhere, ...new Set(asked)]
  return networks.length === 0 ? undefined : networks
}

const rules: readonly Rule[] = [
  {
    ...{ id: 'passageWidthMm', list: 'doors', bound: 'atMost', worst: least },
    cells: cellsOf('doors', row => row.widthMm),
  },
  {
    ...{ id: 'thresholdMm', list: 'doors', bound: 'atLeast', worst: most },
    cells: cellsOf('doors', row => row.thresholdMm),
  },
  {
    ...{ id: 'slopeDeg', list: 'slopes', bound: 'atLeast', worst: most },
    cells: cellsOf('slopes', row => row.slopeDeg),
  },
  {
    ...{ id: 'automaticDoor', list: 'doors', bound: null },
    cells: cellsOf('doors', row => row.kind && row.kind !== 'manual'),
    worst: known => known.includes(true),
  },
  {
    ...{ id: 'peopleDensity', list: 'rooms', bound: 'atLeast' },
    cells: cellsOf('rooms', row => row.peopleDensity),
    worst: known => densities.findLast(each => known.includes(each)),
  },
  {
    ...{ id: 'network', list: 'rooms', bound: null, worst: commonNetworks },
    cells: cellsOf('rooms', row => row.network),
  },
  {
    ...{ id: 'liftDoorMm', list: 'lifts', bound: 'atMost', worst: least },
    cells: cellsOf('lifts', row => row.doorMm),
  },
  {
    ...{ id: 'liftDepthMm', list: 'lifts', bound: 'atMost', worst: least },
    cells: cellsOf('lifts', row => row.depthMm),
  },
  {
    ...{ id: 'liftLoadKg', list: 'lifts', bound: 'atMost', worst: least },
    cells: cellsOf('lifts', row => row.loadKg),
  },
]

/**
 * What the lists of a site decide: the narrowest of its doors, the steepest of its slopes. A flat value beside a list
 * counts as one more place, so that adding a place never makes a site easier. A place of which the number is not known
 * counts as nothing, never as zero and never as "no"; `known` and `of` say how many there are of them.
 */
function derivedFrom(site: SiteProfile): Derived[] {
  const derived = rules.flatMap(({ id, list, bound, cells, worst }): Derived[] => {
    const all = cells(site)
    if (all.length === 0) return []
    const stated = flatOf(site, id)
    const known = all.filter(each => each !== undefined)
    const counted = stated === undefined ? known : [...known, stated]
    const found = counted.length === 0 ? undefined : worst(counted)
    // A "no" holds once every place has been looked at; until then only what was stated of the whole site does.
    const value = found === false && known.length < all.length ? stated : found
    return [{ id, list, bound, value, known: known.length, of: all.length }]
  })
  const lifts = site.lifts?.length ?? 0
  const isOpen = lifts > 0 && site.facts.elevator === undefined
  const ride: Derived = {
    ...{ id: 'elevator', list: 'lifts', bound: null, value: true, known: lifts, of: lifts },
  }
  return isOpen ? [...derived, ride] : derived
}

function flatOf(site: SiteProfile, id: DerivedId): CriterionValue | undefined {
  if (id === 'liftDoorMm' || id === 'liftDepthMm' || id === 'liftLoadKg') return site[id]
  return site.facts[id]
}

/** The profile with what its lists decide among its facts; doing it again changes nothing. */
export function withDerived(site: SiteProfile): SiteProfile {
  const full = { ...site, facts: { ...site.facts } }
  for (const { id, value } of derivedFrom(site)) {
    if (value === undefined) continue
    if (id === 'liftDoorMm' || id === 'liftDepthMm' || id === 'liftLoadKg') {
      if (typeof value === 'number') full[id] = value
    } else full.facts[id] = value
  }
  return full
}

/** The facts of which the lists have been measured in part only. */
export function partlyMeasured(site: SiteProfile): Map<DerivedId, Coverage> {
  return new Map(
    derivedFrom(site)
      .filter(({ known, of, value }) => known < of && value !== undefined)
      .map(({ id, list, known, of, bound }) => [id, { list, known, of, bound }]),
  )
}
