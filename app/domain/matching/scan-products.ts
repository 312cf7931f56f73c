import { facetIds, facetOfScenario, leadSum, ownSum } from './facets.ts'
import { gateOf, sortOut } from './gate.ts'
import type { MarketColumns } from './market.ts'
import type { MatchScenario } from './match.ts'
import {
  type NeedTable,
  needTable,
  requirementWeights,
  shortfallOf,
  undisclosed,
  unknownUtilities,
  utilities,
} from './needs.ts'
import { judgeBudget } from './price.ts'
import { byWork, hitsOf, type Scan, type Wanted } from './scan.ts'
import { addFacet, best, type Contest, nearest, openSums, type Sums } from './sums.ts'
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
  const { working, idle } = byWork(slots, workOf(columns, question), wanted.among)
  const gate = gateOf(working, musts)
  const sorted = sortOut(working, gate)
  const others = sortOut(idle, gateOf(idle, musts))
  const contest = contestOver(columns, { ...question, needs })
  const gaps = Float64Array.from(sorted.nearAt, (at, place) => {
    const must = musts[gate.last[at] as number] as NeedTable
    const { criterion, value } = must.requirement
    const code = must.codes[sorted.near[place] as number] as number
    return shortfallOf(criterion, value, columns.facts.get(criterion)?.column.values[code])
  })
  const { main = 0, near = 0, rest = 0 } = wanted
  return {
    main: main > 0 ? hitsOf(best(contest(sorted.main), main), slots) : [],
    near: near > 0 ? hitsOf(nearest(contest(sorted.near), gaps, near), slots) : [],
    rest: rest > 0 ? hitsOf(best(contest(others.main), rest), slots) : [],
    counts: {
      computed: working.length + idle.length,
      main: sorted.main.length,
      near: sorted.near.length,
      rest: others.main.length,
      ruledOut: sorted.ruledOut + others.near.length + others.ruledOut,
    },
    unanswered: sorted.unanswered,
  }
}

/** The products of the main list alone, not yet ranked. */
export function contestOfMain(columns: MarketColumns, question: Question): Contest {
  const needs = needsOf(columns, question)
  const musts = needs.filter(each => each.requirement.necessity === 'must')
  const { working } = byWork(columns.slots, workOf(columns, question))
  return contestOver(columns, { ...question, needs })(sortOut(working, gateOf(working, musts)).main)
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
  return wanted => {
    const start = ownSum(world, scenario)
    const sums = openSums(wanted, said ? { ...start, dw: start.dw + weight } : start)
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

interface Worth {
  need: NeedTable
  weight: number
  /** By the code of the value, and by the kind of product where nothing is disclosed. */
  worth: Float64Array
  unknown: Float64Array
}

function addNeed(sums: Sums, kinds: Uint8Array, { need: { states, codes }, weight, worth, unknown }: Worth): void {
  const { slots, dw, dg, dk } = sums
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as number
    const code = codes[slot] as number
    const known = states[code] !== undisclosed
    const g = (known ? worth[code] : unknown[kinds[slot] as number]) as number
    dw[at] = (dw[at] as number) + weight
    dg[at] = (dg[at] as number) + weight * g
    if (known) dk[at] = (dk[at] as number) + weight
  }
}

function addBudget(sums: Sums, { pricesFrom, pricesTo }: MarketColumns, { world, scenario }: Question): void {
  const price: { priceFromFen: number | null; priceToFen: number | null } = { priceFromFen: null, priceToFen: null }
  if (!judgeBudget(scenario, price)) return
  const [demand, supply] = [world.weights.demand.budget, world.weights.supply.budget]
  const { slots, dw, dg, dk, sw, sg } = sums
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as number
    price.priceFromFen = pricesFrom[slot] as number
    price.priceToFen = pricesTo[slot] as number
    const budget = judgeBudget(scenario, price)
    const g = budget && Number.isFinite(budget.g) ? Math.min(1, Math.max(0, budget.g)) : 0
    dw[at] = (dw[at] as number) + demand
    dg[at] = (dg[at] as number) + demand * g
    if (budget?.state !== 'U') dk[at] = (dk[at] as number) + demand
    sw[at] = (sw[at] as number) + supply
    sg[at] = (sg[at] as number) + supply * g
  }
}

/** Delivery against the weeks asked for counts on the firm's side where both are stated. */
function addLead(sums: Sums, { facts, slots }: MarketColumns, { world, scenario }: Question): void {
  const asked = scenario.requirements.find(each => each.criterion === 'deliveryWeeks')
  const column = facts.get('deliveryWeeks')?.column
  if (!asked || !column) return
  const codes = column.codes(slots.top)
  const table = column.values.map(value => (value === undefined ? null : leadSum(world, asked, value)))
  for (let at = 0; at < sums.slots.length; at++) {
    const sum = table[codes[sums.slots[at] as number] as number]
    if (!sum) continue
    sums.sw[at] = (sums.sw[at] as number) + sum.sw
    sums.sg[at] = (sums.sg[at] as number) + sum.sg
  }
}
