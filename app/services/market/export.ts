import { type FirmExposure, firmExposures } from '#db/queries/exposure-shares.ts'
import { canExportExposure } from '#domain/market/policy.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { Context } from '../context.ts'
import { lastDays } from '../exposure/of-products.ts'
import { permit } from '../refusal.ts'
import { MarketQuery } from './show.ts'

/** 展示表: every firm with a published product, and how often it was shown in these days. */
export async function exportExposure(
  ctx: Context,
  input: unknown,
): Promise<{ from: string; to: string; rows: FirmExposure[] }> {
  permit(canExportExposure(ctx.actor))
  const { days, firms } = MarketQuery.parse(input)
  const span = lastDays(dayOf(ctx.now), days)
  return { ...span, rows: await firmExposures(ctx.db, span, firms) }
}
