import type { ConfidentialPart } from '#domain/scenarios/confidential-parts.ts'
import type { ScenarioStatus } from '#domain/scenarios/lifecycle.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { ListedFile } from '../files/file-list.tsx'
import type { OpinionView } from '../recommendation/opinions.tsx'

/** What a scenario says, without its moments, which are facts of their own. */
export type ScenarioWords = Omit<ScenarioDraft, 'bidDeadline' | 'questionsUntil'>

/** A need in words; `value` is null where it is not stated yet. */
export interface SaidNeed {
  key: string
  name: string
  must: boolean
  value: string | null
  unit?: string | undefined
  isSet: boolean
  note?: string | undefined
}

/** What of a scenario has to be said by the ontology. */
export interface SaidScenario {
  needs: readonly SaidNeed[]
  /** Criteria of which the demand side says that it does not know yet. */
  unknowns: readonly string[]
  tasks: string | undefined
  readiness: string | undefined
  /** 合作方式, with its term where it has one. */
  form: string | undefined
  /** 经费落实依据 */
  evidence: string | undefined
}

export interface ScenarioStep {
  deed: string
  at: Date
  by: string | null
  reason: string | null
}

/** A scenario as its page draws it for one reader. */
export interface ScenarioPageView {
  id: string
  number: string | null
  rev: number
  status: ScenarioStatus
  source: Source
  sourceUrl: string | null
  sourceYear: number | null
  organization: { name: string; nameEn: string | null; firm: string | null }
  content: ScenarioWords
  /** Parts that this reader is not shown. */
  hidden: readonly ConfidentialPart[]
  questionsUntil: Date | null
  bidDeadline: Date | null
  closed: boolean
  viewer: 'visitor' | 'demand' | 'firm' | 'officer' | 'person'
  can: Record<
    'amend' | 'archive' | 'edit' | 'submit' | 'withdraw' | 'review' | 'bid' | 'open' | 'select' | 'recommend',
    Verdict
  >
  steps: readonly ScenarioStep[]
  recommendations: readonly OpinionView[]
  missing: readonly { field: string; error: string }[]
  returnNotes: number
  ownBid: string | null
  addenda: number
  clonedFrom: { kind: 'scenario' | 'entry'; id: string; number: string | null } | null
  pilotId: string | null
  files: readonly ListedFile[]
  now: Date
}

/** Where the eight steps of the trip stand in this status; null once it has left them. */
export const tripStep: Record<ScenarioStatus, number | null> = {
  draft: 1,
  submitted: 1,
  returned: 1,
  published: 3,
  evaluating: 4,
  awarded: 5,
  piloting: 5,
  accepted: 6,
  archived: null,
  withdrawn: null,
  terminated: null,
}
