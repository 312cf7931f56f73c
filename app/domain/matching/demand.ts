import { type Criterion, type CriterionValue, criterionOf, isSet } from '../ontology/criteria.ts'
import { domainKinship, taskKinship } from '../ontology/families.ts'
import type { Requirement } from '../ontology/requirement.ts'
import { robotCategories, type TaskId, tasks } from '../ontology/tasks.ts'
import type { WeightedTask } from '../ontology/weighted-task.ts'
import { cover, included, type Judgement, judge, span } from './constraint.ts'
import type { MatchProduct, MatchScenario } from './match.ts'
import { textLikeness } from './meaning.ts'
import { budgetFields, judgeBudget } from './price.ts'
import { judgeRegion } from './region.ts'
import { row, type Weighed } from './rows.ts'
import { builtInWeights, shape, type Weights, weightGroup } from './weights.ts'
import type { World } from './world.ts'

type Shares = Weights['demand']

/** What the scenario's side weighs: one row per need, unknown ones estimated and marked. */
export function demandRows(world: World, scenario: MatchScenario, product: MatchProduct): Weighed[] {
  const w = world.weights.demand
  return [
    ...workRows(scenario, product, w),
    ...domainRow(scenario, product, w),
    ...requirementRows(world, scenario, product),
    ...textRow(world, scenario, product),
    ...budgetRow(scenario, product, w),
    ...maturityRow(scenario, product, w),
    ...regionRow(scenario, product, w),
  ]
}

/** What decides whether the work fits at all: the tasks asked for against the product's tasks and its kind. */
export function workRows(
  scenario: Pick<MatchScenario, 'tasks'>,
  product: Pick<MatchProduct, 'tasks' | 'category'>,
  w: Shares = builtInWeights.demand,
): Weighed[] {
  return [...taskRow(scenario, product, w), ...categoryRow(scenario, product, w)]
}

function taskRow(
  scenario: Pick<MatchScenario, 'tasks'>,
  product: Pick<MatchProduct, 'tasks'>,
  w: Shares,
): Weighed[] {
  const needed = scenario.tasks.filter(isWeighed)
  if (needed.length === 0) return []
  const given = {
    subject: 'task',
    weight: w.task,
    need: needed.map(each => each.task),
    fields: ['tasks', 'tasks'],
  } as const
  const have = product.tasks.filter(isWeighed).map(each => each.task)
  if (have.length === 0) return [row({ ...given, state: 'U', g: shape.unknownShare, have: null })]
  const total = needed.reduce((sum, each) => sum + each.weight, 0)
  const g = needed.reduce((sum, each) => sum + each.weight * taskFit(each.task, product), 0) / total
  return [row({ ...given, state: g >= 0.2 ? 'T' : 'F', g, have })]
}

/** Best kinship of the product's tasks with `task`; a shared domain alone counts little. */
export function taskFit(task: TaskId, product: Pick<MatchProduct, 'tasks'>): number {
  return Math.max(0, ...product.tasks.filter(isWeighed).map(each => each.weight * kinship(task, each.task)))
}

/** A weight that is no positive number says nothing about its task. */
export function isWeighed({ weight }: WeightedTask): boolean {
  return Number.isFinite(weight) && weight > 0
}

function kinship(task: TaskId, other: TaskId): number {
  return Math.max(taskKinship(task, other), tasks[task].domain === tasks[other].domain ? shape.sameDomain : 0)
}

function isGeneral(category: keyof typeof robotCategories): boolean {
  return 'general' in robotCategories[category]
}

/** Whether this kind of robot is bought for such work. */
function categoryRow(
  scenario: Pick<MatchScenario, 'tasks'>,
  { category }: Pick<MatchProduct, 'category'>,
  w: Shares,
): Weighed[] {
  const needed = scenario.tasks.filter(isWeighed)
  if (needed.length === 0) return []
  const asked = {
    subject: 'category',
    weight: w.category,
    need: needed.map(each => each.task),
    fields: ['tasks', 'category'],
  } as const
  if (category === null) return [row({ ...asked, state: 'U', g: shape.unknownShare, have: null })]
  const built: readonly TaskId[] = robotCategories[category].tasks
  const total = needed.reduce((sum, each) => sum + each.weight, 0)
  const servedBy = (task: TaskId) =>
    Math.max(
      0,
      ...built.map(other => taskKinship(task, other) * (isGeneral(category) ? shape.generalPurpose : 1)),
    )
  const g = needed.reduce((sum, each) => sum + each.weight * servedBy(each.task), 0) / total
  return [row({ ...asked, state: g >= 0.2 ? 'T' : 'F', g, have: [category] })]
}

function domainRow({ domain }: MatchScenario, { domains }: MatchProduct, w: Shares): Weighed[] {
  if (domain === null) return []
  const given = {
    subject: 'domain',
    weight: w.domain,
    need: [domain],
    fields: ['domain', 'domains'],
  } as const
  if (domains.length === 0) return [row({ ...given, state: 'U', g: shape.unknownShare, have: null })]
  const g = Math.max(...domains.map(each => domainKinship(domain, each)))
  return [row({ ...given, state: g === 1 ? 'T' : 'F', g, have: domains })]
}

function requirementRows(world: World, { requirements }: MatchScenario, product: MatchProduct): Weighed[] {
  const w = world.weights.demand
  const asked = (id: Requirement['criterion']) => requirements.filter(each => each.criterion === id).length
  // What is asked twice weighs no more than what is asked once.
  const shareOf = (each: Requirement) =>
    (each.necessity === 'must' ? shape.mustShare : 1) / asked(each.criterion)
  const totals = new Map<string, number>()
  for (const each of requirements) {
    const group = weightGroup(each.criterion)
    totals.set(group, (totals.get(group) ?? 0) + shareOf(each))
  }
  return requirements.map((each, index) => {
    const group = weightGroup(each.criterion)
    const spec = product.specs[each.criterion]
    const { state, ratio } = judge(each.criterion, each.value, spec?.value)
    return row({
      subject: each.criterion,
      necessity: each.necessity,
      weight: (w[group] * shareOf(each)) / (totals.get(group) ?? 1),
      state,
      ratio,
      g: requirementUtility(world, each, product),
      need: each.value,
      have: spec?.value ?? null,
      grade: spec?.grade ?? null,
      fields: [`requirements.${index}`, `specs.${each.criterion}`],
    })
  })
}

/**
 * Met: 0.7 to 1 by the surplus. Unknown: the kind's share, never above just met. Unmet: 0, of a range or a set a little
 * for the part covered. An estimate is kept well above what is unmet, or else a firm would gain by disclosing that it
 * does not meet a need: with a discount d ≤ 0.25 for the unknown, what becomes known adds at most d / (1 − d) of its
 * own weight to the score, and its utility falls by more than that.
 */
export function requirementUtility(
  { priors }: Pick<World, 'priors'>,
  requirement: Requirement,
  product: Pick<MatchProduct, 'category' | 'specs'>,
): number {
  const { criterion, value } = requirement
  const have = product.specs[criterion]?.value
  const judgement = judge(criterion, value, have)
  if (judgement.state !== 'U') return answeredUtility(requirement)(have, judgement)
  const estimate = Math.max(shape.leastEstimate, priors.share(product.category, requirement))
  return Math.min(estimate, criterionOf(criterion).kind === 'number' ? shape.justMet : 1)
}

/** What a value is worth that is judged to meet the requirement, or not to; nobody's kind has a say in it. */
export function answeredUtility({
  criterion,
  value,
}: Requirement): (have: CriterionValue | undefined, judgement: Judgement) => number {
  const { kind } = criterionOf(criterion)
  return (have, { state, ratio }) => {
    if (state !== 'T') return shape.mostForPart * partCovered(kind, value, have)
    return kind === 'number'
      ? shape.justMet + (1 - shape.justMet) * Math.min(1, ((ratio ?? 1) - 1) / shape.fullSurplus)
      : 1
  }
}

function partCovered(kind: Criterion['kind'], need: unknown, have: unknown): number {
  if (isSet(need) && isSet(have)) return included(need, have)
  if (kind !== 'range') return 0
  const [needed, stated] = [span(need), span(have)]
  return needed && stated ? cover(needed, stated) : 0
}

/** What this likeness of the two texts is worth, 0 to 1. */
export function textUtility(likeness: number): number {
  return 1 - Math.exp(-likeness / shape.textScale)
}

function textRow({ corpus, weights }: World, scenario: MatchScenario, product: MatchProduct): Weighed[] {
  if (scenario.text === '') return []
  const given = {
    subject: 'text',
    weight: weights.demand.text,
    need: null,
    have: null,
    fields: ['text', 'text'],
  } as const
  if (product.text === '') return [row({ ...given, state: 'U', g: 0 })]
  const words = corpus.likeness(scenario.text, product.text)
  const g = textUtility(textLikeness(words, scenario.meaning ?? null, product.meaning ?? null))
  return [row({ ...given, state: g > 0 ? 'T' : 'F', g })]
}

function budgetRow(scenario: MatchScenario, product: MatchProduct, w: Shares): Weighed[] {
  const judged = judgeBudget(scenario, product)
  if (!judged) return []
  const { basis: _, ...budget } = judged
  return [row({ ...budget, subject: 'budget', weight: w.budget, fields: budgetFields(judged) })]
}

function maturityRow(
  { acceptsUnfinalised }: MatchScenario,
  { maturity }: MatchProduct,
  w: Shares,
): Weighed[] {
  if (acceptsUnfinalised === null) return []
  const given = {
    subject: 'maturity',
    weight: w.maturity,
    need: acceptsUnfinalised,
    fields: ['acceptsUnfinalised', 'maturity'],
  } as const
  if (maturity === null) return [row({ ...given, state: 'U', g: shape.unknownShare, have: null })]
  const g = { series: 1, finalised: 0.9, unfinalised: acceptsUnfinalised ? 1 : 0.4 }[maturity]
  return [row({ ...given, state: g >= 0.9 ? 'T' : 'F', g, have: [maturity] })]
}

function regionRow({ region }: MatchScenario, { regions, home }: MatchProduct, w: Shares): Weighed[] {
  if (region === null || region === '') return []
  const { state, g } = judgeRegion(region, regions, home)
  return [
    row({
      subject: 'region',
      weight: w.region,
      state,
      g,
      need: region,
      have: regions ?? home,
      fields: ['region', regions === null ? 'home' : 'regions'],
    }),
  ]
}
