import { judge } from './constraint.ts'
import { isWeighed, taskFit } from './demand.ts'
import type { MatchProduct, MatchScenario } from './match.ts'
import { budgetFields, judgeBudget } from './price.ts'
import { judgeRegion } from './region.ts'
import { row, type Weighed } from './rows.ts'
import { shape, type Weights } from './weights.ts'
import type { World } from './world.ts'

type Shares = Weights['supply']

/** What the firm's side weighs: is it paid, is it our work, do we serve there, can we deliver, is the call clear. */
export function supplyRows(
  { weights }: Pick<World, 'weights'>,
  scenario: MatchScenario,
  product: MatchProduct,
): Weighed[] {
  return [...supplyPairRows({ weights }, scenario, product), ...supplyOwnRows({ weights }, scenario)]
}

/** What the firm's side weighs of the two together. */
export function supplyPairRows(
  { weights: { supply: w } }: Pick<World, 'weights'>,
  scenario: MatchScenario,
  product: MatchProduct,
): Weighed[] {
  return [
    ...budgetRow(scenario, product, w),
    ...focusRow(scenario, product, w),
    ...regionRow(scenario, product, w),
    ...timelineRow(scenario, product, w),
  ]
}

/** What the firm's side weighs of a scenario whatever the product. */
export function supplyOwnRows(
  { weights: { supply: w } }: Pick<World, 'weights'>,
  scenario: MatchScenario,
): Weighed[] {
  return [completenessRow(scenario, w), responsivenessRow(scenario, w)]
}

function budgetRow(scenario: MatchScenario, product: MatchProduct, w: Shares): Weighed[] {
  const judged = judgeBudget(scenario, product)
  if (!judged) return []
  const { basis: _, need, have, ...budget } = judged
  const [asked, stated] = budgetFields(judged)
  const fields = [stated, asked] as const
  return [row({ ...budget, need: have, have: need, subject: 'budget', weight: w.budget, fields })]
}

/** How near the call is to what the product is mainly for: firms answer calls in their main line. */
function focusRow(scenario: MatchScenario, product: MatchProduct, w: Shares): Weighed[] {
  const [asked, built] = [scenario.tasks.filter(isWeighed), product.tasks.filter(isWeighed)]
  if (asked.length === 0 && built.length === 0) return []
  const given = {
    subject: 'focus',
    weight: w.focus,
    need: built.map(each => each.task),
    fields: ['tasks', 'tasks'],
  } as const
  if (asked.length === 0 || built.length === 0)
    return [row({ ...given, state: 'U', g: shape.unknownShare, have: null })]
  const g = Math.max(...asked.map(each => each.weight * taskFit(each.task, product)))
  return [row({ ...given, state: g >= 0.3 ? 'T' : 'F', g, have: asked.map(each => each.task) })]
}

function regionRow({ region }: MatchScenario, { regions, home }: MatchProduct, w: Shares): Weighed[] {
  if (region === null || region === '') return []
  const given = {
    subject: 'region',
    weight: w.region,
    need: regions ?? home,
    have: region,
    fields: [regions === null ? 'home' : 'regions', 'region'],
  } as const
  return [row({ ...given, ...judgeRegion(region, regions, home) })]
}

function timelineRow({ requirements }: MatchScenario, { specs }: MatchProduct, w: Shares): Weighed[] {
  const index = requirements.findIndex(each => each.criterion === 'deliveryWeeks')
  const asked = requirements[index]
  const lead = specs.deliveryWeeks
  if (!asked || !lead) return []
  const { state, ratio } = judge('deliveryWeeks', asked.value, lead.value)
  // In time or not: the part of the time that there is delivers nothing, and a lead time not told is left out.
  const g = { T: 1, U: shape.unknownShare, F: 0 }[state]
  return [
    row({
      subject: 'deliveryWeeks',
      weight: w.timeline,
      state,
      ratio,
      g,
      need: lead.value,
      have: asked.value,
      fields: ['specs.deliveryWeeks', `requirements.${index}`],
    }),
  ]
}

/** Vague calls cost firms time, so what is left out lowers the firm's side. */
function completenessRow(scenario: MatchScenario, w: Shares): Weighed {
  const told = [
    scenario.domain !== null,
    scenario.tasks.length > 0,
    scenario.text.length >= 40,
    scenario.requirements.length > 0,
    scenario.budgetFen !== null,
    scenario.region !== null,
    scenario.acceptsUnfinalised !== null,
  ]
  const g = told.filter(Boolean).length / told.length
  return row({
    subject: 'completeness',
    weight: w.completeness,
    state: g >= 0.5 ? 'T' : 'F',
    g,
    need: null,
    have: null,
    fields: ['', 'scenario'],
  })
}

/** Answers cost firms time, so those who answer are worth more; who has hardly been asked yet is not known. */
function responsivenessRow({ responsiveness }: MatchScenario, w: Shares): Weighed {
  const known = responsiveness !== null && Number.isFinite(responsiveness)
  return row({
    subject: 'responsiveness',
    weight: w.responsiveness,
    state: !known ? 'U' : responsiveness >= 0.5 ? 'T' : 'F',
    g: known ? responsiveness : shape.unknownShare,
    need: null,
    have: null,
    fields: ['', 'responsiveness'],
  })
}
