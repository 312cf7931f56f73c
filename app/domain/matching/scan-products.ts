import { facetIds, facetOfScenario, leadSum, ownSum, type Sum } from './facets.ts'
import { unmetAt } from './gate.ts'
import type { MarketColumns } from './market-columns.ts'
import type { MatchScenario } from './match.ts'
import {
  type NeedTable,
  needTable,
  requirementWeights,
  shortfallOf,
  undisclosed,
  unknownUtilities,
  utilities,
  type Worth,
} from './needs.ts'
import { budgetUtility, judgeBudget } from './price.ts'
import { hitsOf, mostRest, type Scan, sieveOf, type Wanted } from './scan.ts'
import { addFacet, best, type Contest, nearest, type Sums } from './sums.ts'
import { shape } from './weights.ts'
import type { World } from './world.ts'

interface Question {
  world: World
  scenario: MatchScenario
}

/** One scenario against all products: the musts first, then scores of those whose lists are wanted. */
export function scanProducts(
  columns: MarketColumns,
  { wanted, ...question }: Question & { wanted: Wanted },
): Scan {
  const { slots } = columns
  const needs = needsOf(columns, question)
  const musts = needs.filter(each => each.requirement.necessity === 'must')
  const gate = columns.gate(musts, slots.top)
  const work = workOf(columns, question)
  const sieve = sieveOf(slots, work, wanted.among)
  const { main = 0, near = 0, rest = 0 } = wanted
  const sorted = columns.sort(gate, { ...sieve, ...(rest > 0 && { also: 'rest' }) })
  const contest = contestOver(columns, { ...question, needs })
  const gapOf = (slot: number) => {
    const must = musts[unmetAt(musts, slot)] as NeedTable
    const { criterion, value } = must.requirement
    const have = columns.facts.get(criterion)?.column.values[must.codes[slot] as number]
    return shortfallOf(criterion, value, have)
  }
  return {
    main: main > 0 ? hitsOf(best(contest(sorted.main), main), slots, work) : [],
    near: near > 0 ? hitsOf(nearest(contest(sorted.near), gapOf, near), slots, work) : [],
    rest:
      rest > 0 && sorted.rest.length <= mostRest ? hitsOf(best(contest(sorted.rest), rest), slots, work) : [],
    counts: sorted.counts,
    unanswered: sorted.unanswered,
  }
}

/** The products of the main list alone, not yet ranked. */
export function contestOfMain(columns: MarketColumns, question: Question): Contest {
  const { top } = columns.slots
  const needs = needsOf(columns, question)
  const gate = columns.gate(
    needs.filter(each => each.requirement.necessity === 'must'),
    top,
  )
  const { main } = columns.sort(gate, sieveOf(columns.slots, workOf(columns, question)))
  return contestOver(columns, { ...question, needs })(main)
}

function workOf({ facets: { work }, slots }: MarketColumns, { world, scenario }: Question) {
  return {
    table: work.table(world, facetOfScenario('work', scenario)),
    codes: work.column.codes(slots.top),
  }
}

function needsOf({ facts, slots }: MarketColumns, { scenario }: Question): NeedTable[] {
  return scenario.requirements.map(each => needTable(each, facts.get(each.criterion), slots.top))
}

/** Makes contests of any of the slots: what the tables say is worked out once for all of them. */
function contestOver(
  columns: MarketColumns,
  { world, scenario, needs }: Question & { needs: readonly NeedTable[] },
): (slots: Uint32Array) => Contest {
  const { slots, texts } = columns
  const weight = world.weights.demand.text
  const said = scenario.text !== ''
  const text = { weight, both: (slot: number) => said && texts.has(slot) }
  const weights = requirementWeights(world, scenario)
  const worths = needs.map(need => ({
    need,
    worth: utilities(world, need, columns.facts.get(need.requirement.criterion)),
    unknown: unknownUtilities(world, need.requirement),
  }))
  const start = startOf({ world, scenario }, weights)
  return wanted => {
    const sums = columns.sums(wanted, start)
    for (const id of facetIds) {
      const { table, column } = columns.facets[id]
      addFacet(sums, table(world, facetOfScenario(id, scenario)), column.codes(slots.top))
    }
    for (const [index, each] of worths.entries())
      addNeed(sums, columns.kinds, { ...each, weight: weights[index] ?? 0 })
    addBudget(sums, columns, { world, scenario })
    addLead(sums, columns, { world, scenario })
    const likeness = said ? texts.against(world.corpus, scenario.text) : () => 0
    return { sums, text: { ...text, likeness }, world, idOf: slot => slots.ids[slot] as string }
  }
}

/** What is the same for every product: what the scenario brings by itself, and weights that no product changes. */
function startOf({ world, scenario }: Question, weights: readonly number[]): Sum {
  const { demand, supply } = world.weights
  const own = ownSum(world, scenario)
  const isPriced = judgeBudget(scenario, noPrice) !== null
  const needs = weights.reduce((sum, weight) => sum + weight, 0)
  const text = scenario.text === '' ? 0 : demand.text
  return {
    ...own,
    dw: own.dw + needs + text + (isPriced ? demand.budget : 0),
    sw: own.sw + (isPriced ? supply.budget : 0),
  }
}

const noPrice = { priceFromFen: null, priceToFen: null }

interface Weighed {
  need: NeedTable
  weight: number
  /** By the code of the value, and by the kind of product where nothing is disclosed. */
  worth: Worth
  unknown: Worth
}

function addNeed(
  sums: Sums,
  kinds: Uint8Array,
  { need: { states, codes }, weight, worth, unknown }: Weighed,
): void {
  const { slots, dg, dk } = sums
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as number
    const code = codes[slot] as number
    if (states[code] === undisclosed) {
      const kind = kinds[slot] as number
      const g = unknown.known[kind] as number
      dg[at] = (dg[at] as number) + weight * (Number.isNaN(g) ? unknown.of(kind) : g)
    } else {
      const g = worth.known[code] as number
      dg[at] = (dg[at] as number) + weight * (Number.isNaN(g) ? worth.of(code) : g)
      dk[at] = (dk[at] as number) + weight
    }
  }
}

function addBudget(sums: Sums, { prices }: MarketColumns, { world, scenario }: Question): void {
  const need = judgeBudget(scenario, noPrice)?.need
  if (need === undefined) return
  const [demand, supply] = [world.weights.demand.budget, world.weights.supply.budget]
  const { slots, dg, dk, sg } = sums
  for (let at = 0; at < slots.length; at++) {
    const price = prices[slots[at] as number] as number
    const isKnown = !Number.isNaN(price)
    const g = isKnown ? budgetUtility(need, price) : shape.unknownShare
    dg[at] = (dg[at] as number) + demand * g
    if (isKnown) dk[at] = (dk[at] as number) + demand
    sg[at] = (sg[at] as number) + supply * g
  }
}

/** Delivery against the weeks asked for counts on the firm's side where both are stated. */
function addLead(sums: Sums, { facts, slots }: MarketColumns, { world, scenario }: Question): void {
  const asked = scenario.requirements.find(each => each.criterion === 'deliveryWeeks')
  const column = facts.get('deliveryWeeks')?.column
  if (!asked || !column) return
  const codes = column.codes(slots.top)
  const known: (Sum | undefined)[] = []
  for (let at = 0; at < sums.slots.length; at++) {
    const code = codes[sums.slots[at] as number] as number
    const value = column.values[code]
    if (value === undefined) continue
    const sum = known[code] ?? leadSum(world, asked, value)
    known[code] = sum
    sums.sw[at] = (sums.sw[at] as number) + sum.sw
    sums.sg[at] = (sums.sg[at] as number) + sum.sg
  }
}
