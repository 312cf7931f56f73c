import type { Requirement } from '../ontology/requirement.ts'
import { type Dictionary, openDictionary } from './column.ts'
import { type Facet, type FacetId, facetIds, facetOfScenario, openFacet, ownSum, type Sum } from './facets.ts'
import { openSorter } from './gate.ts'
import type { MatchProduct, MatchScenario } from './match.ts'
import { requirementWeights } from './needs.ts'
import { type Card, openSlots, type Scan, type Slots, type Wanted } from './scan.ts'
import { scanScenarios } from './scan-scenarios.ts'
import { openTexts, type Texts } from './texts.ts'
import type { World } from './world.ts'

/** 公开场景的列存: the public scenarios by column, for the other direction with the very same numbers. */
export interface Calls {
  readonly size: number
  put(scenario: MatchScenario, card: Card): void
  remove(id: string): void
  /** The best scenarios for a product, and how many there are of each sort. */
  scan(world: World, product: MatchProduct, wanted: Wanted): Scan
  /** The scenarios with their cards, in the order of their slots. */
  all(): Iterable<{ scenario: MatchScenario; card: Card }>
  cardOf(id: string): Card | null
  prepare: Texts['prepare']
}

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
  /** Under these weights: each requirement's, and what the scenario brings to the firm's side by itself. */
  weighed(world: World, slot: number): Weighed
}

export interface Weighed {
  needs: readonly number[]
  own: Sum
}

export function openCalls(): Calls {
  const slots = openSlots()
  const scenarios: (MatchScenario | undefined)[] = []
  const asked: CallColumns['asked'] = openDictionary()
  let under: World | null = null
  let weighings: (Weighed | undefined)[] = []
  const columns: CallColumns = {
    ...{ slots, scenarios, asked, needs: [], texts: openTexts(), sort: openSorter() },
    facets: {
      ...{ work: openFacet('scenarios'), domain: openFacet('scenarios') },
      ...{ maturity: openFacet('scenarios'), place: openFacet('scenarios') },
    },
    weighed(world, slot) {
      if (under !== world) weighings = []
      under = world
      const scenario = scenarios[slot] as MatchScenario
      const known = weighings[slot]
      const weighed = known ?? { needs: requirementWeights(world, scenario), own: ownSum(world, scenario) }
      weighings[slot] = weighed
      return weighed
    },
  }
  return {
    get size() {
      return slots.size
    },
    put(scenario, card) {
      const slot = slots.take(scenario.id, card)
      scenarios[slot] = scenario
      weighings[slot] = undefined
      for (const id of facetIds) columns.facets[id].column.set(slot, facetOfScenario(id, scenario))
      columns.needs[slot] = scenario.requirements.map(({ criterion, value }) =>
        asked.codeOf({ criterion, value }),
      )
      columns.texts.set(slot, scenario.text)
    },
    remove(id) {
      const slot = slots.leave(id)
      if (slot === undefined) return
      scenarios[slot] = undefined
      columns.facets.work.column.set(slot, undefined)
      columns.texts.set(slot, '')
    },
    scan: (world, product, wanted) => scanScenarios(columns, { world, product, wanted }),
    *all() {
      for (const [slot, scenario] of scenarios.entries()) {
        const card = slots.cards[slot]
        if (scenario && card) yield { scenario, card }
      }
    },
    cardOf(id) {
      const slot = slots.find(id)
      return slot === undefined ? null : (slots.cards[slot] ?? null)
    },
    prepare: columns.texts.prepare,
  }
}
