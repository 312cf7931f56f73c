import { basisOf } from '../products/prices.ts'
import { type Disclosed, type WeighedNeed, worthOf } from './disclosed.ts'
import { facetIds, facetOfScenario, leadSum, ownSum, type Sum, sumParts } from './facets.ts'
import { mainList, nearList, restList, type Sorted, unmetAt } from './gate.ts'
import type { MarketColumns } from './market-columns.ts'
import type { MatchScenario } from './match.ts'
import {
  type NeedTable,
  needTable,
  requirementWeights,
  shortfallOf,
  unknownUtilities,
  utilities,
} from './needs.ts'
import { budgetUtility, judgeBudget } from './price.ts'
import { alsoIn, hitsOf, mostRest, type Scan, sieveOf, type Wanted } from './scan.ts'
import { best, type Contest, contestOf, nearest } from './sums.ts'
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
  const sorted = columns.sort(gate, { ...sieve, also: alsoIn(wanted) })
  const contest = contestOver(columns, { ...question, needs, sorted })
  const gapOf = (slot: number) => {
    const must = musts[unmetAt(musts, slot)] as NeedTable
    const { criterion, value } = must.requirement
    const have = columns.facts.get(criterion)?.column.values[must.codes[slot] as number]
    return shortfallOf(criterion, value, have)
  }
  return {
    main: main > 0 ? hitsOf(best(contest(sorted.main, mainList), main), slots, work) : [],
    near: near > 0 ? hitsOf(nearest(contest(sorted.near, nearList), gapOf, near), slots, work) : [],
    rest:
      rest > 0 && sorted.counts.rest <= mostRest
        ? hitsOf(best(contest(sorted.rest, restList), rest), slots, work)
        : [],
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
  const sorted = columns.sort(gate, sieveOf(columns.slots, workOf(columns, question)))
  return contestOver(columns, { ...question, needs, sorted })(sorted.main, mainList)
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

interface Parts extends Question {
  needs: readonly NeedTable[]
  sorted: Sorted
}

/** Makes contests of any of the lists: what the tables say is worked out once for all of them. */
function contestOver(
  columns: MarketColumns,
  { world, scenario, needs, sorted }: Parts,
): (slots: Uint32Array, list: number) => Contest {
  const { slots, texts, kinds } = columns
  const { top } = slots
  const said = scenario.text !== ''
  const weights = requirementWeights(world, scenario)
  const weighed = needs.map((need, index) => ({
    ...{ need, weight: weights[index] ?? 0 },
    worth: utilities(world, need, columns.facts.get(need.requirement.criterion)),
    unknown: unknownUtilities(world, need.requirement),
  }))
  const likes = likesOf(columns, { world, scenario, weighed, start: startOf({ world, scenario }, weights) })
  return (wanted, list) => {
    const disclosed = columns.disclosed(weighed, { top, of: sorted.of, list, kinds })
    const sumOf = summing(columns, { world, scenario, likes, disclosed })
    return contestOf({
      ...{ world, slots: wanted, bounds: columns.bounds(wanted.length) },
      sumAt: at => sumOf(wanted[at] as number),
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
  const sums = new Float64Array(likes.values.length * sumParts.length).fill(Number.NaN)
  return {
    sums,
    of(code) {
      const like = likes.values[code]
      if (!like) return
      const unknown = weighed.reduce((sum, each) => sum + each.weight * worthOf(each.unknown, like.kind), 0)
      for (const [at, part] of sumParts.entries()) {
        let sum = start[part] + (part === 'dg' ? unknown : 0)
        for (const [which, table] of tables.entries())
          sum += table[part][like.facets[which] as number] as number
        sums[code * sumParts.length + at] = sum
      }
    },
  }
}

/** A product's sums: those of its like, moved by what it discloses, and by its price and its delivery. */
function summing(
  columns: MarketColumns,
  { world, scenario, likes, disclosed }: Question & { likes: Likes; disclosed: Disclosed },
): (slot: number) => Sum {
  const { slots } = columns
  const prices = columns.prices[basisOf(scenario.commercialForm)]
  const codes = columns.likes.codes(slots.top)
  const { sums } = likes
  const { dg, dk } = disclosed
  const asked = judgeBudget(scenario, noPrice)
  // Without a term nothing is known of a month, whatever it costs.
  const budget = asked?.need ?? Number.NaN
  const [demand, supply] = asked ? [world.weights.demand.budget, world.weights.supply.budget] : [0, 0]
  const lead = leadOf(columns, { world, scenario })
  return slot => {
    const code = codes[slot] as number
    const from = code * sumParts.length
    if (Number.isNaN(sums[from] as number)) likes.of(code)
    const price = prices[slot] as number
    const isKnown = !Number.isNaN(price - budget)
    const g = demand + supply === 0 ? 0 : isKnown ? budgetUtility(budget, price) : shape.unknownShare
    const sum = {
      dw: sums[from] as number,
      dg: (sums[from + 1] as number) + (dg[slot] as number) + demand * g,
      dk: (sums[from + 2] as number) + (dk[slot] as number) + (isKnown ? demand : 0),
      sw: sums[from + 3] as number,
      sg: (sums[from + 4] as number) + supply * g,
    }
    if (lead) {
      const { sw, sg } = lead(slot)
      sum.sw += sw
      sum.sg += sg
    }
    return sum
  }
}

const nothing: Sum = { dw: 0, dg: 0, dk: 0, sw: 0, sg: 0 }

/** Delivery against the weeks asked for counts on the firm's side where both are stated. */
function leadOf(
  { facts, slots }: MarketColumns,
  { world, scenario }: Question,
): ((slot: number) => Sum) | null {
  const asked = scenario.requirements.find(each => each.criterion === 'deliveryWeeks')
  const column = facts.get('deliveryWeeks')?.column
  if (!asked || !column) return null
  const codes = column.codes(slots.top)
  const known: (Sum | undefined)[] = [nothing]
  return slot => {
    const code = codes[slot] as number
    const before = known[code]
    if (before) return before
    const value = column.values[code]
    const sum = value === undefined ? nothing : leadSum(world, asked, value)
    known[code] = sum
    return sum
  }
}
