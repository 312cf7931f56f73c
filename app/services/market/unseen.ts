import type { Span } from '#db/queries/exposure.ts'
import { fitProductsOf, type UnseenFirm, unseenFirms } from '#db/queries/exposure-shares.ts'
import { lookedAtAmong, type NeedRow, openNeeds } from '#db/queries/market-counts.ts'
import { seesExposure } from '#domain/market/policy.ts'
import { fromProduct } from '#domain/matching/adapters.ts'
import type { FitProduct } from '#domain/matching/fits.ts'
import { type Needs, needsOf, type Obstacle, reachOf } from '#domain/matching/reach.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { when } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'
import { needOf } from './count.ts'

/** A firm of which nothing was shown, and how far its products reach among the open calls of this moment. */
export interface Unseen extends UnseenFirm {
  /** Open calls whose work its products do, or may do. */
  work: number
  /** Of these, the calls that one of its products fits, and those of them whose matches somebody looked at. */
  fits: number
  lookedAt: number
  obstacles: Obstacle[]
}

export interface UnseenPage {
  rows: Unseen[]
  total: number
  pageSize: number
}

const pageSize = 10
const obstaclesShown = 3
/** Calls read at a time. */
const chunk = 2_000

/** 从未展示的企业, a page of them; each firm's products are held against every open call. */
export async function unseenPage(ctx: Context, span: Span, page: number): Promise<UnseenPage> {
  permit(when(seesExposure(ctx.actor), 'officer.only'))
  const { db } = ctx
  const { rows, total } = await unseenFirms(db, span, { limit: pageSize, offset: (page - 1) * pageSize })
  // Every open call is read for this, so not for nobody.
  if (rows.length === 0) return { rows: [], total, pageSize }
  const ids = rows.map(({ id }) => id)
  const [products, needs] = await Promise.all([fitProductsOf(db, ids), allNeeds(ctx)])
  const reached = rows.map(firm => {
    const own = products.filter(product => product.firm === firm.id).map(fitProduct)
    return { firm, ...reachOf(own, needs) }
  })
  const lookedAt = await lookedAtAmong(db, [...new Set(reached.flatMap(({ fits }) => fits))], span)
  return {
    rows: reached.map(({ firm, work, fits, obstacles }) => ({
      ...firm,
      ...{ work, fits: fits.length, lookedAt: fits.filter(id => lookedAt.has(id)).length },
      obstacles: obstacles.slice(0, obstaclesShown),
    })),
    ...{ total, pageSize },
  }
}

async function allNeeds({ db, now }: Context): Promise<Needs> {
  const all: NeedRow[] = []
  let after: ScenarioId | null = null
  for (;;) {
    const rows: NeedRow[] = await openNeeds(db, { now, after, limit: chunk })
    all.push(...rows)
    if (rows.length < chunk) return needsOf(all.map(needOf))
    after = rows.at(-1)?.id ?? null
  }
}

function fitProduct({
  id,
  category,
  tasks,
  specs,
}: Awaited<ReturnType<typeof fitProductsOf>>[number]): FitProduct {
  return fromProduct(id, { ...(category && { category }), tasks: tasks ?? [], specs: specs ?? {} })
}
