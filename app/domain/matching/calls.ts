import { enter, leave, openCallColumns } from './call-columns.ts'
import type { MatchProduct, MatchScenario } from './match.ts'
import type { Card, Scan, Wanted } from './scan.ts'
import { scanScenarios } from './scan-scenarios.ts'
import type { Texts } from './texts.ts'
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

export function openCalls(): Calls {
  const columns = openCallColumns()
  const { slots, scenarios } = columns
  return {
    get size() {
      return slots.size
    },
    put: (scenario, card) => enter(columns, scenario, card),
    remove: id => leave(columns, id),
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
