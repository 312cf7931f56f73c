import type { Requirement } from '../ontology/requirement.ts'
import { type CallColumns, weighedIn } from './call-columns.ts'
import { judge, shortfall } from './constraint.ts'
import { requirementUtility } from './demand.ts'
import { facetIds, facetOfProduct, leadSum, type Sum, sumParts } from './facets.ts'
import type { MatchProduct, MatchScenario } from './match.ts'
import { judgeBudget } from './price.ts'
import { hitsOf, mostRest, type Scan, sieveOf, type Wanted, workOf } from './scan.ts'
import { addFacet, best, type Contest, contestOf, nearest, type Sums } from './sums.ts'
import type { World } from './world.ts'

interface Question {
  world: World
  product: MatchProduct
}

/** One product against all public scenarios; a requirement that several of them share is judged once. */
export function scanScenarios(
  columns: CallColumns,
  { wanted, ...question }: Question & { wanted: Wanted },
): Scan {
  const { slots, facets } = columns
  const { world, product } = question
  const answers = answersOf(columns, question)
  const work = workOf(facets.work, facets.work.table(world, facetOfProduct('work', product)), slots.top)
  const gate = gateOf(columns, answers)
  const { main = 0, near = 0, rest = 0 } = wanted
  const sorted = columns.sort(gate, sieveOf(slots, work, wanted.among))
  const gapOf = (slot: number) => answers(gate.last[slot] as number).gap
  const contest = (of: Uint32Array) => contestOver(columns, { ...question, answers, of })
  return {
    main: main > 0 ? hitsOf(best(contest(sorted.main), main), slots, work) : [],
    near: near > 0 ? hitsOf(nearest(contest(sorted.near), gapOf, near), slots, work) : [],
    rest:
      rest > 0 && sorted.counts.rest <= mostRest ? hitsOf(best(contest(sorted.rest), rest), slots, work) : [],
    counts: sorted.counts,
    unanswered: sorted.unanswered,
  }
}

/** What the product answers to one of the distinct requirements. */
interface Answer {
  state: 'T' | 'F' | 'U'
  g: number
  /** Over the need; only of what is unmet. */
  gap: number
  /** Delivery against the weeks asked for, on the firm's side. */
  lead: Sum | null
}
type Answers = (code: number) => Answer

function answersOf({ asked }: CallColumns, { world, product }: Question): Answers {
  const known: (Answer | undefined)[] = []
  return code => {
    const before = known[code]
    if (before) return before
    const { criterion, value } = asked.values[code] as Pick<Requirement, 'criterion' | 'value'>
    const requirement: Requirement = { criterion, value, necessity: 'should' }
    const have = product.specs[criterion]?.value
    const { state } = judge(criterion, value, have)
    const worth = requirementUtility(world, requirement, product)
    const answer: Answer = {
      state,
      g: Number.isFinite(worth) ? Math.min(1, Math.max(0, worth)) : 0,
      gap: state === 'F' ? shortfall(criterion, value, have ?? null).relative : 0,
      lead: criterion === 'deliveryWeeks' && have !== undefined ? leadSum(world, requirement, have) : null,
    }
    known[code] = answer
    return answer
  }
}

/** As the products' gate; `last` is the number of the requirement, of which there may be many. */
function gateOf({ scenarios, needs, slots: { top } }: CallColumns, answers: Answers) {
  const gate = { failed: new Uint8Array(top), open: new Uint8Array(top), last: new Uint32Array(top) }
  for (let slot = 0; slot < top; slot++) {
    const codes = needs[slot] as number[]
    let [failed, open] = [0, 0]
    for (const [index, { necessity }] of (scenarios[slot]?.requirements ?? []).entries()) {
      if (necessity !== 'must') continue
      const code = codes[index] as number
      const { state } = answers(code)
      if (state === 'U') open++
      if (state !== 'F') continue
      failed++
      gate.last[slot] = code
    }
    gate.failed[slot] = Math.min(2, failed)
    gate.open[slot] = open
  }
  return gate
}

function contestOver(
  columns: CallColumns,
  { world, product, answers, of }: Question & { answers: Answers; of: Uint32Array },
): Contest {
  const { slots, texts, facets } = columns
  const weight = world.weights.demand.text
  const sums = columns.sums(of)
  for (const part of sumParts) sums[part].fill(0)
  for (const id of facetIds) {
    const { table, column } = facets[id]
    addFacet(sums, table(world, facetOfProduct(id, product)), column.codes(slots.top))
  }
  addOwn(sums, columns, { world, product, answers })
  const said = product.text !== ''
  const likeness = said ? texts.against(world.corpus, product.text) : () => 0
  const text = { weight, both: (slot: number) => said && texts.has(slot), likeness }
  const idOf = (slot: number) => slots.ids[slot] as string
  return contestOf({ world, sums, text, idOf })
}

/** What each scenario brings of its own: its requirements, its budget, its text, and how clear and responsive it is. */
function addOwn(
  { slots, dw, dg, dk, sw, sg }: Sums,
  columns: CallColumns,
  { world, product, answers }: Question & { answers: Answers },
): void {
  const { demand, supply } = world.weights
  const { scenarios, needs, texts } = columns
  for (let at = 0; at < slots.length; at++) {
    const slot = slots[at] as number
    const scenario = scenarios[slot] as MatchScenario
    const { own, needs: weights } = weighedIn(columns, world, slot)
    const sum = { dw: 0, dg: 0, dk: 0, sw: own.sw, sg: own.sg }
    let lead: Sum | null = null
    for (const [index, code] of (needs[slot] as number[]).entries()) {
      const answer = answers(code)
      const weight = weights[index] as number
      sum.dw += weight
      sum.dg += weight * answer.g
      if (answer.state !== 'U') sum.dk += weight
      lead ??= answer.lead
    }
    const budget = judgeBudget(scenario, product)
    if (budget) {
      const g = Number.isFinite(budget.g) ? Math.min(1, Math.max(0, budget.g)) : 0
      sum.dw += demand.budget
      sum.dg += demand.budget * g
      if (budget.state !== 'U') sum.dk += demand.budget
      sum.sw += supply.budget
      sum.sg += supply.budget * g
    }
    if (texts.has(slot)) sum.dw += demand.text
    dw[at] = (dw[at] as number) + sum.dw
    dg[at] = (dg[at] as number) + sum.dg
    dk[at] = (dk[at] as number) + sum.dk
    sw[at] = (sw[at] as number) + sum.sw + (lead?.sw ?? 0)
    sg[at] = (sg[at] as number) + sum.sg + (lead?.sg ?? 0)
  }
}
