import type { Db } from '#db/client.ts'
import * as queries from '#db/queries/exposure.ts'
import { addDays, type Day } from '#domain/shared/dates.ts'
import type { ProductId } from '#domain/shared/ids.ts'

/** The last `days` days up to and with `today`. */
export function lastDays(today: Day, days: number): queries.Span {
  return { from: addDays(today, 1 - days), to: today }
}

/**
 * 展示: how often each of these products stood among the first ten of a scenario's matches in the last days, at which
 * mean place; absent means never. A product's own firm may be told, and nobody else.
 */
// public: the verb that shows it asks whose products they are
export function exposureOf(
  db: Db,
  productIds: readonly ProductId[],
  { today, days }: { today: Day; days: number },
): Promise<Map<ProductId, queries.Exposure>> {
  return queries.exposureOfProducts(db, productIds, lastDays(today, days))
}

/** How often each stood there in a span of days; absent means never. */
// public: the order of public suggestions goes by it
export function shownLately(
  db: Db,
  productIds: readonly ProductId[],
  span: queries.Span,
): Promise<Map<ProductId, number>> {
  return queries.shownLately(db, productIds, span)
}
