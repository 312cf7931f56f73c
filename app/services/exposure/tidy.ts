import type { Db } from '#db/client.ts'
import { deleteShown } from '#db/queries/exposure.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'

/**
 * A year and a month, so that what is learnt from spans every season. The firms' counts of each day stay: they are
 * small, and an auditor compares the years.
 */
export const keptDays = 400

/** Rows a run takes out at most; the next hour goes on. */
const atOnce = 20_000

/** 展示记录的保存期: takes out of the record of showings what is past its time; answers how many lines. */
// public: an hourly job of the platform
export function tidyShown(db: Db, now: Date): Promise<number> {
  return deleteShown(db, addDays(dayOf(now), -keptDays), atOnce)
}
