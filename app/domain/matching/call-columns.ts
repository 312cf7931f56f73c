import type { Requirement } from '../ontology/requirement.ts'
import { type Dictionary, openDictionary } from './column.ts'
import { type Facet, type FacetId, facetIds, facetOfScenario, openFacet, ownSum, type Sum } from './facets.ts'
import { openSorter } from './gate.ts'
import type { MatchScenario } from './match.ts'
import { requirementWeights } from './needs.ts'
import { type Card, openSlots, type Slots } from './scan.ts'
import { openSums } from './sums.ts'
import { openTexts, type Texts } from './texts.ts'
import type { World } from './world.ts'

/** What the scan reads of a scenario; a slot is at the same place in every list. */
export interface CallColumns {
  slots: Slots
  facets: Record<FacetId, Facet>
  texts: Texts
  scenarios: (MatchScenario | undefined)[]
  /** The distinct requirements, and which of them each scenario has, in its own order. */
  asked: Dictionary<Pick<Requirement, 'criterion' | 'value'>>
  needs: number[][]
  sort: ReturnType<typeof openSorter>
  sums: ReturnType<typeof openSums>
  /** What `weighed` has worked out so far. */
  weighings: { under: World | null; bySlot: (Weighed | undefined)[] }
}

export interface Weighed {
  needs: readonly number[]
  own: Sum
}

export function openCallColumns(): CallColumns {
  return {
    ...{ slots: openSlots(), scenarios: [], asked: openDictionary(), needs: [], texts: openTexts() },
    ...{ sort: openSorter(), sums: openSums(), weighings: { under: null, bySlot: [] } },
    facets: {
      ...{ work: openFacet('scenarios'), domain: openFacet('scenarios') },
      ...{ maturity: openFacet('scenarios'), place: openFacet('scenarios') },
    },
  }
}

/** Under these weights: each requirement's, and what the scenario brings to the firm's side by itself. */
export function weighedIn({ weighings, scenarios }: CallColumns, world: World, slot: number): Weighed {
  if (weighings.under !== world) weighings.bySlot = []
  weighings.under = world
  const known = weighings.bySlot[slot]
  if (known) return known
  const scenario = scenarios[slot] as MatchScenario
  const weighed = { needs: requirementWeights(world, scenario), own: ownSum(world, scenario) }
  weighings.bySlot[slot] = weighed
  return weighed
}

export function enter(columns: CallColumns, scenario: MatchScenario, card: Card): void {
  const { slots, scenarios, facets, needs, asked, texts, weighings } = columns
  const slot = slots.take(scenario.id, card)
  scenarios[slot] = scenario
  weighings.bySlot[slot] = undefined
  for (const id of facetIds) facets[id].column.set(slot, facetOfScenario(id, scenario))
  needs[slot] = scenario.requirements.map(({ criterion, value }) => asked.codeOf({ criterion, value }))
  texts.set(slot, scenario.text)
}

export function leave({ slots, scenarios, facets, texts }: CallColumns, id: string): void {
  const slot = slots.leave(id)
  if (slot === undefined) return
  scenarios[slot] = undefined
  facets.work.column.set(slot, undefined)
  texts.set(slot, '')
}
