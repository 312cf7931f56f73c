import type { Shortfall } from '../matching/constraint.ts'
import { judge, shortfall } from '../matching/constraint.ts'
import { judgeBudget } from '../matching/price.ts'
import { judgeRegion } from '../matching/region.ts'
import { type CriterionId, criterionIds, isRange, isSet, type Necessity } from '../ontology/criteria.ts'
import { bodyCriteria } from '../ontology/criteria-body.ts'
import { siteCriteria } from '../ontology/criteria-site.ts'
import type { Requirement, Spec, Specs } from '../ontology/requirement.ts'
import type { RobotCategoryId } from '../ontology/tasks.ts'
import { importantCriteria } from '../products/important-criteria.ts'
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
  /** Fen per unit; null when the firm names no price. */
  price: { from: number | null; to: number | null } | null
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
}

export type ComparisonRow = CriterionRow | FactRow

/** What a scenario asks, as far as a comparison goes. */
export interface ComparedNeed {
  requirements: readonly Requirement[]
  /** Fen for the whole, and for how many units. */
  budgetFen: number | null
  units: number | null
  /** 北京海淀区; null when it is not said. */
  region: string | null
}

/**
 * 产品对比: the rows in the order in which they are read, differences first, within that in the ontology's order. No
 * product is ranked; the order of the products changes neither the rows nor their order.
 */
export function compareProducts(products: readonly Compared[], need: ComparedNeed | null): ComparisonRow[] {
  const rows: ComparisonRow[] = [
    ...factIds.map(id => factRow(products, id, need)),
    ...askedCriteria(products, need).map(id => criterionRow(products, id, need)),
  ]
  return standings.flatMap(standing => rows.filter(row => row.standing === standing))
}

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
    answers: products.map(product => (need ? factAnswer(product, subject, need) : null)),
  }
}

/** The budget and the place are the facts that a scenario asks beside its requirements. */
function factAnswer({ facts, home }: Compared, subject: FactId, need: ComparedNeed): Answer | null {
  const plain = (state: Tri) => ({ state, difference: null, relative: 0 })
  if (subject === 'regions')
    return need.region === null ? null : plain(judgeRegion(need.region, facts.regions, home).state)
  if (subject !== 'price') return null
  const band = { priceFromFen: facts.price?.from ?? null, priceToFen: facts.price?.to ?? null }
  const judged = judgeBudget(need, band)
  if (!judged) return null
  if (judged.state !== 'F' || judged.have === null) return plain(judged.state)
  const difference = judged.have - judged.need
  return { state: 'F', difference, relative: difference / judged.need }
}

function factSaying(facts: ComparedFacts, subject: FactId): string | null {
  const value = facts[subject]
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
