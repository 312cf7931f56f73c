import type { ShownOutcome } from '#domain/matching/preference.ts'
import type { Context } from '../context.ts'

/** Reads what was shown and what came of it. */
export type Recorded = (ctx: Context) => Promise<readonly ShownOutcome[]>

// public: called by verbs of the bureau alone, which ask the policy
/** The lists of matches that were shown to people; none are kept before showings are recorded. */
export const recordedLists: Recorded = () => Promise.resolve([])
