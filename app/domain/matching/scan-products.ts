import { basisOf } from '../products/prices.ts'
import type { Disclosed, WeighedNeed } from './disclosed.ts'
import { facetIds, facetOfScenario, leadSum, ownSum, type Sum, sumParts } from './facets.ts'
import { unmetAt } from './gate.ts'
import type { MarketColumns } from './market-columns.ts'
import type { MatchScenario } from './match.ts'
import { type NeedTable, needTable, requirementWeights, shortfallOf, unknownUtilities } from './needs.ts'
import { budgetUtility, judgeBudget } from './price.ts'
import { hitsOf, mostRest, type Scan, sieveOf, type Wanted, workOf } from './scan.ts'
import { best, type Contest, contestOf, nearest, type Sums } from './sums.ts'
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
  const work = workOfProducts(columns, question)
  const { main = 0, near = 0, rest = 0 } = wanted
  const sorted = columns.sort(gate, sieveOf(slots, work, wanted.among))
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
      rest > 0 && sorted.counts.rest <= mostRest ? hitsOf(best(contest(sorted.rest), rest), slots, work) : [],
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
  const sorted = columns.sort(gate, sieveOf(columns.slots, workOfProducts(columns, question)))
  return contestOver(columns, { ...question, needs })(sorted.main)
}

function workOfProducts({ facets: { work }, slots }: MarketColumns, { world, scenario }: Question) {
  return workOf(work, work.table(world, facetOfScenario('work', scenario)), slots.top)
}

function needsOf({ facts, slots }: MarketColumns, { scenario }: Question): NeedTable[] {
  return scenario.requirements.map(each => needTable(each, facts.get(each.criterion), slots.top))
}

/** Makes contests of any of the lists: what the tables say is worked out once for all of them. */
function contestOver(
  columns: MarketColumns,
  { world, scenario, needs }: Question & { needs: readonly NeedTable[] },
): (slots: Uint32Array) => Contest {
  const { slots, texts, kinds } = columns
  const said = scenario.text !== ''
  const weights = requirementWeights(world, scenario)
  const weighed = needs.map((need, index) => ({
    ...{ need, weight: weights[index] ?? 0 },
    unknown: unknownUtilities(world, need.requirement),
  }))
  const start = startOf({ world, scenario }, weights)
  const likes = likesOf(columns, { world, scenario, weighed, start })
  return wanted => {
    const sums = columns.sums(wanted)
    addLikes(sums, columns, likes)
    const disclosed = columns.disclosed(weighed, { slots: wanted, kinds })
    addDisclosed(sums, disclosed)
    addPrices(sums, columns, { world, scenario })
    addLead(sums, columns, { world, scenario })
    return contestOf({
      ...{ world, sums },
      text: {
        weight: world.weights.demand.text,
        both: slot => said && texts.has(slot),
        likeness: said ? texts.against(world.corpus, scenario.text) : () => 0,
      },
      idOf: slot => slots.ids[slot] as string,
    })
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

/** What products that are alike have in common, by their code: all of it but price, delivery and what they disclose. */
interface Likes {
  /** Five numbers for each, in the order of `sumParts`; NaN until it is first asked for. */
  sums: Float64Array
  of(code: number): void
}

function likesOf(
  { facets, likes }: MarketColumns,
  { world, scenario, weighed, start }: Question & { weighed: readonly WeighedNeed[]; start: Sum },
): Likes {
  const tables = facetIds.map(id => facets[id].table(world, facetOfScenario(id, scenario)))
  const parts = sumParts.map(part => tables.map(table => new Float64Array(table[part])))
  const starts = sumParts.map(part => start[part])
  const sums = new Float64Array(likes.values.length * sumParts.length).fill(Number.NaN)
  return {
    sums,
    of(code) {
      const like = likes.values[code]
      if (!like) return
      let unknown = 0
      for (const each of weighed) unknown += each.weight * each.unknown.of(like.kind)
      for (let part = 0; part < parts.length; part++) {
        let sum = (starts[part] as number) + (part === utilityPart ? unknown : 0)
        const rows = parts[part] as Float64Array[]
        for (let which = 0; which < rows.length; which++)
          sum += (rows[which] as Float64Array)[like.facets[which] as number] as number
        sums[code * sumParts.length + part] = sum
      }
    },
  }
}

const utilityPart = sumParts.indexOf('dg')

/** The sums begin as those of the product's like. */
function addLikes(
  { slots, dw, dg, dk, sw, sg }: Sums,
  { likes: { codes: codesOf }, slots: { top } }: MarketColumns,
  { sums, of }: Likes,
): void {
  const codes = codesOf(top)
  for (let at = 0; at < slots.length; at++) {
    const code = codes[slots[at] as number] as number
    const from = code * sumParts.length
    if (Number.isNaN(sums[from] as number)) of(code)
    dw[at] = sums[from] as number
    dg[at] = sums[from + 1] as number
    dk[at] = sums[from + 2] as number
    sw[at] = sums[from + 3] as number
    sg[at] = sums[from + 4] as number
  }
}

function addDisclosed(sums: Sums, disclosed: Disclosed): void {
  const { slots, dg, dk } = sums
  for (let at = 0; at < slots.length; at++) {
    dg[at] = (dg[at] as number) + (disclosed.dg[at] as number)
    dk[at] = (dk[at] as number) + (disclosed.dk[at] as number)
  }
}

/** The price counts on both sides where there is a budget; one that is not known is worth what an unknown is. */
function addPrices(
  { slots, dg, dk, sg }: Sums,
  { prices }: MarketColumns,
  { world, scenario }: Question,
): void {
  const asked = judgeBudget(scenario, noPrice)
  if (!asked) return
  // Without a term nothing is known of a month, whatever it costs.
  const budget = asked.need ?? Number.NaN
  const stated = prices[basisOf(scenario.commercialForm)]
  const [demand, supply] = [world.weights.demand.budget, world.weights.supply.budget]
  for (let at = 0; at < slots.length; at++) {
    const price = stated[slots[at] as number] as number
    const isKnown = !Number.isNaN(price - budget)
    const g = isKnown ? budgetUtility(budget, price) : shape.unknownShare
    dg[at] = (dg[at] as number) + demand * g
    dk[at] = (dk[at] as number) + (isKnown ? demand : 0)
    sg[at] = (sg[at] as number) + supply * g
  }
}

/** Delivery against the weeks asked for counts on the firm's side where both are stated. */
function addLead(
  { slots, sw, sg }: Sums,
  { facts, slots: { top } }: MarketColumns,
  { world, scenario }: Question,
): void {
  const asked = scenario.requirements.find(each => each.criterion === 'deliveryWeeks')
  const column = facts.get('deliveryWeeks')?.column
  if (!asked || !column) return
  const codes = column.codes(top)
  const known: (Sum | undefined)[] = []
  for (let at = 0; at < slots.length; at++) {
    const code = codes[slots[at] as number] as number
    const value = column.values[code]
    if (value === undefined) continue
    const lead = known[code] ?? leadSum(world, asked, value)
    known[code] = lead
    sw[at] = (sw[at] as number) + lead.sw
    sg[at] = (sg[at] as number) + lead.sg
  }
}
