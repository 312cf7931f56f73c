import type { ShownOutcome } from '#domain/matching/exposure.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { Context } from '../context.ts'
import { lastDays } from '../exposure/of-products.ts'
import { outcomesOf } from '../exposure/outcomes.ts'

/** Reads what was shown and what came of it. */
export type Recorded = (ctx: Context) => Promise<readonly ShownOutcome[]>

/** What was shown longer ago was another market's. */
const learnedDays = 365

// public: called by verbs of the bureau alone, which ask the policy
/** The lists of matches that people were shown in the last year, with what followed. */
export const recordedLists: Recorded = ({ db, now }) => outcomesOf(db, lastDays(dayOf(now), learnedDays))
