import type { Shortfall } from '../matching/constraint.ts'
import { judge, shortfall } from '../matching/constraint.ts'
import type { MatchScenario } from '../matching/match.ts'
import { type BudgetJudgement, judgeBudget } from '../matching/price.ts'
import { judgeRegion } from '../matching/region.ts'
import { type CriterionId, criterionIds, isRange, isSet, type Necessity } from '../ontology/criteria.ts'
import { bodyCriteria } from '../ontology/criteria-body.ts'
import { siteCriteria } from '../ontology/criteria-site.ts'
import type { Requirement, Spec, Specs } from '../ontology/requirement.ts'
import type { RobotCategoryId } from '../ontology/tasks.ts'
import { importantCriteria } from '../products/important-criteria.ts'
import { type Band, basisOf, type PriceBasis, priceBases } from '../products/prices.ts'
import type { Tri } from '../shared/tri.ts'
import type { CommercialForm, DomainId, Maturity } from '../vocabulary.ts'

/** As many as stand side by side on a desk; a sixth is told so. */
export const mostCompared = 5

/** What is known of a product beside its typed specs. */
export interface ComparedFacts {
  category: RobotCategoryId | null
  domains: readonly DomainId[]
  maturity: Maturity | null
  /** GB/T 22900, 1 to 9. */
  trl: number | null
  /** Per unit, and per month where it is let; null is not stated. */
  prices: Readonly<Record<PriceBasis, Band | 'notOffered' | null>>
  forms: readonly CommercialForm[]
  regions: string | null
  /** 已验收试点 on this platform; 0 is known here, not unknown. */
  accepted: number
}

export interface Compared {
  id: string
  facts: ComparedFacts
  specs: Specs
  /** Where its firm is, which speaks for service nearby when no region is stated. */
  home: string | null
}

export const factIds = [
  'category',
  'domains',
  'maturity',
  'trl',
  'price',
  'rental',
  'raas',
  'forms',
  'regions',
  'accepted',
] as const
export type FactId = (typeof factIds)[number]

/**
 * `differs`: two products state different things. `open`: what is stated agrees, but somebody states nothing, so it
 * cannot be told. `same`: all state the same. `undisclosed`: nobody states anything.
 */
export type Standing = 'differs' | 'open' | 'same' | 'undisclosed'
export const standings = ['differs', 'open', 'same', 'undisclosed'] as const

/** The parts of the ontology in their order, the product's general facts before them. */
export const groups = ['facts', 'body', 'site', 'service'] as const
export type Group = (typeof groups)[number]

/** How one product answers the scenario that the reader chose. */
export interface Answer extends Shortfall {
  state: Tri
}

interface Row {
  group: Group
  standing: Standing
  /** One per product, in the products' order; null when no scenario is chosen or it does not ask. */
  answers: readonly (Answer | null)[]
}

export interface CriterionRow extends Row {
  kind: 'criterion'
  subject: CriterionId
  cells: readonly (Spec | null)[]
  need: { value: Requirement['value']; necessity: Necessity } | null
}

export interface FactRow extends Row {
  kind: 'fact'
  subject: FactId
  /** What the chosen scenario can pay on the basis of this row, in fen; null where it does not ask or tells no term. */
  budget: number | null
}

/** The rows that show a price, and what it is paid for. */
export const pricedFacts = { price: 'purchase', rental: 'rental', raas: 'raas' } as const satisfies Partial<
  Record<FactId, PriceBasis>
>
type PricedFact = keyof typeof pricedFacts
export const isPriced = (subject: FactId): subject is PricedFact => subject in pricedFacts

export type ComparisonRow = CriterionRow | FactRow

/** What a scenario asks, as far as a comparison goes. */
export interface ComparedNeed
  extends Pick<MatchScenario, 'budgetFen' | 'units' | 'commercialForm' | 'termMonths'> {
  requirements: readonly Requirement[]
  /** 北京海淀区; null when it is not said. */
  region: string | null
}

/**
 * 产品对比: the rows in the order in which they are read, differences first, within that in the ontology's order. No
 * product is ranked; the order of the products changes neither the rows nor their order.
 */
export function compareProducts(products: readonly Compared[], need: ComparedNeed | null): ComparisonRow[] {
  const rows: ComparisonRow[] = [
    ...factIds.filter(id => isCompared(products, id, need)).map(id => factRow(products, id, need)),
    ...askedCriteria(products, need).map(id => criterionRow(products, id, need)),
  ]
  return standings.flatMap(standing => rows.filter(row => row.standing === standing))
}

/** Rent and service fees are a matter where somebody offers such a form, or the scenario asks for it. */
function isCompared(products: readonly Compared[], subject: FactId, need: ComparedNeed | null): boolean {
  if (!isPriced(subject) || subject === 'price') return true
  const isAsked = need?.commercialForm === subject
  return (
    isAsked ||
    products.some(({ facts: { forms, prices } }) => forms.includes(subject) || isBand(prices[subject]))
  )
}

const isBand = (price: ComparedFacts['prices'][PriceBasis]): price is Band =>
  price !== null && price !== 'notOffered'

/** What somebody states, what matters for one of the kinds of robot, and what the scenario asks. */
function askedCriteria(products: readonly Compared[], need: ComparedNeed | null): CriterionId[] {
  const asked = new Set<CriterionId>(need?.requirements.map(each => each.criterion))
  for (const { specs, facts } of products) {
    for (const id of importantCriteria(facts.category)) asked.add(id)
    for (const id of criterionIds) if (specs[id]) asked.add(id)
  }
  return criterionIds.filter(id => asked.has(id))
}

function criterionRow(
  products: readonly Compared[],
  subject: CriterionId,
  need: ComparedNeed | null,
): CriterionRow {
  const cells = products.map(({ specs }) => specs[subject] ?? null)
  const wanted = need?.requirements.find(each => each.criterion === subject) ?? null
  return {
    kind: 'criterion',
    subject,
    group: groupOf(subject),
    cells,
    standing: standingOf(cells.map(cell => (cell ? sayingOf(cell.value) : null))),
    need: wanted && { value: wanted.value, necessity: wanted.necessity },
    answers: cells.map(cell => (wanted ? answerTo(subject, wanted.value, cell?.value ?? null) : null)),
  }
}

function answerTo(subject: CriterionId, need: Requirement['value'], have: Spec['value'] | null): Answer {
  const { state } = judge(subject, need, have)
  return state === 'F'
    ? { state, ...shortfall(subject, need, have) }
    : { state, difference: null, relative: 0 }
}

const groupOf = (id: CriterionId): Group =>
  id in bodyCriteria ? 'body' : id in siteCriteria ? 'site' : 'service'

function factRow(products: readonly Compared[], subject: FactId, need: ComparedNeed | null): FactRow {
  return {
    kind: 'fact',
    subject,
    group: 'facts',
    standing: standingOf(products.map(({ facts }) => factSaying(facts, subject))),
    budget: need && isPriced(subject) ? (budgetOf(need, pricedFacts[subject])?.need ?? null) : null,
    answers: products.map(product => (need ? factAnswer(product, subject, need) : null)),
  }
}

/** The budget and the place are the facts that a scenario asks beside its requirements. */
function factAnswer({ facts, home }: Compared, subject: FactId, need: ComparedNeed): Answer | null {
  const plain = (state: Tri) => ({ state, difference: null, relative: 0 })
  if (subject === 'regions')
    return need.region === null ? null : plain(judgeRegion(need.region, facts.regions, home).state)
  if (!isPriced(subject)) return null
  const price = facts.prices[pricedFacts[subject]]
  // That a form is not offered says the cell itself; no budget is over or under it.
  const judged = price === 'notOffered' ? null : budgetOf(need, pricedFacts[subject], price)
  if (!judged || judged.need === null) return judged && plain('U')
  if (judged.state !== 'F' || judged.have === null) return plain(judged.state)
  const difference = judged.have - judged.need
  return { state: 'F', difference, relative: difference / judged.need }
}

/** The scenario's budget against a band; null where it has none, or asks for another form. */
function budgetOf(need: ComparedNeed, basis: PriceBasis, band: Band | null = null): BudgetJudgement | null {
  if (basisOf(need.commercialForm) !== basis) return null
  const { from, to } = priceBases[basis]
  return judgeBudget(need, { [from]: band?.from, [to]: band?.to })
}

function factSaying(facts: ComparedFacts, subject: FactId): string | null {
  const value = isPriced(subject) ? facts.prices[pricedFacts[subject]] : facts[subject]
  if (value === null || value === undefined) return null
  if (typeof value === 'object') {
    if ('from' in value) return `${value.from}~${value.to}`
    return value.length === 0 ? null : [...value].sort().join('|')
  }
  return typeof value === 'string' ? value.normalize('NFKC').trim() : String(value)
}

/** What a value says, whatever way it was written: 50 and 50–50 say the same, and a set has no order. */
function sayingOf(value: Spec['value']): string {
  if (typeof value === 'number') return `${figure(value)}~${figure(value)}`
  if (isRange(value)) return `${figure(value.min)}~${figure(value.max)}`
  if (isSet(value)) return [...value].sort().join('|')
  return String(value)
}

/** Twelve digits: what a conversion of units leaves behind is no difference. */
const figure = (value: number) => String(Number(value.toPrecision(12)))

function standingOf(sayings: readonly (string | null)[]): Standing {
  const said = new Set(sayings.filter(each => each !== null))
  if (said.size === 0) return 'undisclosed'
  if (said.size > 1) return 'differs'
  return sayings.includes(null) ? 'open' : 'same'
}
