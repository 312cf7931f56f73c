import { z } from 'zod'
import type { Span } from '#db/queries/exposure.ts'
import { exposureTallies, type OrderEffects, orderEffects } from '#db/queries/exposure-shares.ts'
import {
  type Districts,
  type MarketTotals,
  marketTotals,
  scarceTasks,
  type TaskSupply,
  unmatchedScenarios,
} from '#db/queries/market-counts.ts'
import { canSeeMarket, seesExposure } from '#domain/market/policy.ts'
import { type ExposureTally, gini, type LorenzPoint, lorenz, topShare } from '#domain/matching/exposure.ts'
import type { MustCount } from '#domain/matching/fits.ts'
import { districtsOf } from '#domain/shared/actor.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { choice } from '#domain/shared/fields.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { lastDays } from '../exposure/of-products.ts'
import { permit } from '../refusal.ts'
import { type UnseenPage, unseenPage } from './unseen.ts'

const spans = ['7', '30', '90', '365'] as const
const page = z.coerce.number().int().min(1).max(1_000).catch(1)

/** The page's address: over how many days, whose firms, and where its two lists stand. */
export const MarketQuery = z.object({
  days: choice(spans).catch('30').transform(Number),
  firms: choice(['platform', 'all']).catch('platform'),
  unseen: page,
  unmatched: page,
})
export type MarketQuery = z.infer<typeof MarketQuery>

/** 展示份额: how what was shown is shared out among firms; every number with what it is a number of. */
export interface ExposureShares {
  /** Firms with a published product, those of them that were shown at all, and all their showings. */
  firms: number
  shownFirms: number
  shown: number
  gini: number | null
  curve: LorenzPoint[]
  top: { firms: number; shown: number; share: number } | null
}

export interface Unmatched {
  id: ScenarioId
  number: string | null
  title: string
  organization: string
  bidDeadline: Date | null
  at: Date
  published: number
  work: number
  near: number
  /** The musts that some product fails, those that rule out the most first. */
  musts: MustCount[]
}

export interface Market {
  query: MarketQuery
  span: Span
  days: readonly number[]
  now: Date
  /** Null for a district officer. */
  exposure: { shares: ExposureShares; effects: OrderEffects; unseen: UnseenPage } | null
  /** The districts it is about; null for all. */
  districts: Districts
  totals: MarketTotals
  unmatched: { rows: Unmatched[]; pageSize: number }
  tasks: { rows: TaskSupply[]; tasks: number }
}

const pageSize = 20
const mustsShown = 3

/** 撮合公平与缺口: who is shown, who never is, and what the market lacks. */
export async function showMarket(ctx: Context, input: unknown): Promise<Market> {
  permit(canSeeMarket(ctx.actor))
  const query = MarketQuery.parse(input)
  const { db, now, actor } = ctx
  const span = lastDays(dayOf(now), query.days)
  const districts = seesExposure(actor) ? null : districtsOf(actor)
  const open = { now, districts }
  const [exposure, totals, unmatched, tasks] = await Promise.all([
    seesExposure(actor) ? exposureOver(ctx, query, span) : null,
    marketTotals(db, open),
    unmatchedScenarios(db, { ...open, limit: pageSize, offset: (query.unmatched - 1) * pageSize }),
    scarceTasks(db, { ...open, atMost: 1 }),
  ])
  return {
    ...{ query, span, days: spans.map(Number), now, exposure, districts, totals, tasks },
    unmatched: { rows: unmatched.map(unmatchedOf), pageSize },
  }
}

async function exposureOver(ctx: Context, query: MarketQuery, span: Span) {
  const [tallies, effects, unseen] = await Promise.all([
    exposureTallies(ctx.db, span, query.firms),
    orderEffects(ctx.db, span),
    unseenPage(ctx, span, query.unseen),
  ])
  return { shares: sharesOf(tallies), effects, unseen }
}

function sharesOf(tallies: readonly ExposureTally[]): ExposureShares {
  const sum = (of: (tally: ExposureTally) => number) => tallies.reduce((total, each) => total + of(each), 0)
  return {
    firms: sum(({ firms }) => firms),
    shownFirms: sum(({ firms, shown }) => (shown > 0 ? firms : 0)),
    shown: sum(({ firms, shown }) => firms * shown),
    gini: gini(tallies),
    curve: lorenz(tallies),
    top: topShare(tallies, 0.1),
  }
}

function unmatchedOf({ count, ...row }: Awaited<ReturnType<typeof unmatchedScenarios>>[number]): Unmatched {
  const { id, number, title, organization, bidDeadline } = row
  const { at, published, work, near, musts } = count
  const worst = musts
    .filter(({ unmet }) => unmet > 0)
    .sort((a, b) => b.unmet - a.unmet || b.alone - a.alone)
    .slice(0, mustsShown)
  return { id, number, title, organization, bidDeadline, at, published, work, near, musts: worst }
}
