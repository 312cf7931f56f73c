import { findPublicProduct, type ProductRecord } from '#db/queries/products.ts'
import { type Heat, heatOf } from '#domain/matching/heat.ts'
import type { MatchProduct } from '#domain/matching/match.ts'
import {
  type Cost,
  costsOf,
  isOfWork,
  type NearGap,
  nearGaps,
  type Stand,
  standsOf,
  type Tally,
  tallyOf,
} from '#domain/matching/standing.ts'
import { type Step, stepsOf } from '#domain/matching/steps.ts'
import type { CriterionId } from '#domain/ontology/criteria.ts'
import { canReadStanding } from '#domain/products/policy.ts'
import { type Actor, isMember } from '#domain/shared/actor.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import { type MarketCell, marketCells } from '#domain/standing/market-cell.ts'
import { type Supposed, type WhatIf, whatIf } from '#domain/standing/what-if.ts'
import type { Context } from '../context.ts'
import { exposureOf } from '../exposure/of-products.ts'
import { toMatchProduct } from '../matching/inputs.ts'
import { factsOf, loadProduct } from '../products/load.ts'
import { permit } from '../refusal.ts'
import { type NameOf, namesOf, openScenarios, type ScenarioName } from './open-scenarios.ts'

/** One of the three specifications that cost most, with the values worth reaching and what they would open. */
export interface CostlySpec extends Cost {
  /** Scenarios that this keeps out alone and with others, and those it alone leaves open: the first few by name. */
  kept: ScenarioName[]
  joint: ScenarioName[]
  open: ScenarioName[]
  steps: Step[]
}

export interface NamedGap extends NearGap {
  scenario: ScenarioName
}

export interface NamedWhatIf extends WhatIf {
  names: ReadonlyMap<string, ScenarioName>
}

export interface StandingView {
  product: {
    id: ProductId
    number: string | null
    title: string
    organization: string
    version: number
    /** The version that is judged is not published. */
    isDraft: boolean
    isOwn: boolean
  }
  /** The product as the matcher sees it. */
  seen: MatchProduct
  computed: number
  tally: Tally
  /** 待确认 musts of the suggested scenarios: facts that the firm itself could state. */
  undisclosed: number
  near: NamedGap[]
  costly: CostlySpec[]
  /** How many specifications cost something besides. */
  alsoCostly: number
  heat: Heat[]
  cells: ReadonlyMap<CriterionId, MarketCell>
  /** How often it was shown in the last days; for its own firm alone. */
  exposure: { shown: number; meanPosition: number | null; days: number } | null
  /** Null when nothing was supposed. */
  answer: NamedWhatIf | null
}

const costliest = 3
/** Scenarios that a list names before it only counts. */
const namedFirst = 5
const shownDays = 30
/** Near misses that the page names, the smallest gap first. */
const namedGaps = 50

/** 为什么没有推荐我: where a product stands with everything open, what it costs and what a change would open. */
export async function showStanding(
  ctx: Context,
  { id, supposed = null }: { id: unknown; supposed?: Supposed | null },
): Promise<StandingView> {
  const latest = await loadProduct(ctx, id)
  permit(canReadStanding(ctx.actor, factsOf(latest.product)))
  const record = await versionFor(ctx, latest)
  const { scenarios, suggest, market } = await openScenarios(ctx)
  const seen = toMatchProduct(record)
  const stands = standsOf(seen, scenarios)
  const working = stands.filter(isOfWork)
  const costs = costsOf(working)
  const answer = supposed && whatIf({ product: seen, supposed, stands }, suggest)
  const near = nearGaps(seen, working).slice(0, namedGaps)
  const costly = costs.slice(0, costliest).map(cost => costlyOf({ cost, seen, working }))
  const nameOf = await namesOf(ctx, [
    ...near.map(each => each.scenarioId),
    ...costly.flatMap(({ kept, joint, open }) => [...kept, ...joint, ...open]),
    ...(answer ? idsIn(answer) : []),
  ])
  const { product, version, organization } = record
  const isOwn = isMember(ctx.actor, product.organizationId)
  return {
    product: {
      ...{ id: product.id, number: product.number, title: version.name, version: version.version },
      organization: organization.name,
      isDraft: version.publishedAt === null,
      isOwn,
    },
    seen,
    computed: stands.length,
    tally: tallyOf(stands),
    undisclosed: costs.filter(each => each.pending > 0).length,
    near: near.flatMap(gap => {
      const scenario = nameOf(gap.scenarioId)
      return scenario ? [{ ...gap, scenario }] : []
    }),
    costly: costly.map(cost => named(nameOf, cost)),
    alsoCostly: Math.max(0, costs.length - costliest),
    heat: heatOf(working.map(each => each.scenario)),
    cells: marketCells(seen.category === null ? new Map() : market.stated(seen.category), {
      own: product.organizationId,
      readers: firmsOf(ctx.actor),
    }),
    exposure: isOwn ? await shownOf(ctx, product.id) : null,
    answer: answer && { ...answer, names: namesAmong(nameOf, idsIn(answer)) },
  }
}

async function shownOf({ db, now }: Context, id: ProductId): Promise<StandingView['exposure']> {
  const known = await exposureOf(db, [id], { today: dayOf(now), days: shownDays })
  const { shown = 0, meanPosition = null } = known.get(id) ?? {}
  return { shown, meanPosition, days: shownDays }
}

/** A draft revision beside a published version is for its firm alone, as on the page of matches. */
async function versionFor(ctx: Context, latest: ProductRecord): Promise<ProductRecord> {
  const { id, organizationId } = latest.product
  if (isMember(ctx.actor, organizationId)) return latest
  return (await findPublicProduct(ctx.db, id)) ?? latest
}

function firmsOf(actor: Actor): string[] {
  return actor.kind === 'person' ? actor.memberships.map(each => each.organizationId) : []
}

/** The same with scenarios by their ids. */
type Costly = Omit<CostlySpec, 'kept' | 'joint' | 'open'> & Record<'kept' | 'joint' | 'open', string[]>

function costlyOf({
  cost,
  seen,
  working,
}: {
  cost: Cost
  seen: MatchProduct
  working: readonly Stand[]
}): Costly {
  const { criterion } = cost
  const because = (place: Stand['place'], state: 'F' | 'U') =>
    first(
      each =>
        each.place === place &&
        each.musts.some(must => must.state === state) &&
        each.musts.every(must => must.state !== state || must.criterion === criterion),
    )
  const first = (isOne: (stand: Stand) => boolean) => {
    const ids: string[] = []
    for (const stand of working) {
      if (isOne(stand)) ids.push(stand.scenario.id)
      if (ids.length === namedFirst) break
    }
    return ids
  }
  return {
    ...cost,
    kept: because('near', 'F'),
    joint: first(
      ({ place, musts }) =>
        place === 'ruledOut' && musts.some(must => must.state === 'F' && must.criterion === criterion),
    ),
    open: because('pending', 'U'),
    steps: stepsOf(seen, { stands: working, criterion }),
  }
}

function named(nameOf: NameOf, { kept, joint, open, ...cost }: Costly): CostlySpec {
  const names = (ids: readonly string[]) => ids.flatMap(id => nameOf(id) ?? [])
  return { ...cost, kept: names(kept), joint: names(joint), open: names(open) }
}

function idsIn({ enters, loses, moved }: WhatIf): string[] {
  return [...enters, ...loses, ...moved.map(each => each.scenarioId)]
}

function namesAmong(nameOf: NameOf, ids: readonly string[]): Map<string, ScenarioName> {
  return new Map(
    ids.flatMap(id => {
      const name = nameOf(id)
      return name ? [[id, name] as const] : []
    }),
  )
}
