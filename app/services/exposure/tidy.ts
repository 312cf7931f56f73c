import type { Db } from '#db/client.ts'
import { deleteShown, dropFeatures } from '#db/queries/exposure.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'

/**
 * A year and a month, so that what is learnt from spans every season; the parts of the scores are two thirds of a row.
 * The counts stay for two years and two months: an auditor compares a year with the one before.
 */
export const keptDays = { features: 400, counts: 800 } as const

/** Rows a run touches at most; the next hour goes on. */
const atOnce = 20_000

/** 展示记录的保存期: takes out of the record of showings what is past its time. */
// public: an hourly job of the platform
export async function tidyShown(db: Db, now: Date): Promise<{ dropped: number; deleted: number }> {
  const today = dayOf(now)
  const deleted = await deleteShown(db, addDays(today, -keptDays.counts), atOnce)
  const dropped = await dropFeatures(db, addDays(today, -keptDays.features), atOnce)
  return { dropped, deleted }
}
