import type { Day } from '../shared/dates.ts'
import type { Localized } from '../shared/localized.ts'
import type { Fen } from '../shared/money.ts'

/** How far a product has come: 未定型 in two grades (and without a grade), 定型, 量产. */
export const trialStages = [
  'labPrototype',
  'engineeringPrototype',
  'unfinalised',
  'finalised',
  'series',
] as const
export type TrialStage = (typeof trialStages)[number]

/** Whose money it was. `unspecified`: public, but the firm cannot say of which level. */
export const fundingLevels = ['national', 'municipal', 'district', 'otherProvince', 'unspecified'] as const
export type FundingLevel = (typeof fundingLevels)[number]

/** Every condition that some rule sets. `inForce` is set by the calendar, the others by a clause. */
export const conditionIds = [
  'inForce',
  'innovation',
  'stage',
  'cooperation',
  'rdFunding',
  'region',
  'scenarioFit',
  'productSystem',
  'registration',
  'creditRecord',
  'singleDirection',
] as const
export type ConditionId = (typeof conditionIds)[number]

export interface Clause {
  quote: string
  /** Our English of it, for readers; the Chinese decides. */
  gloss: string
  /** False where only a paraphrase of the text was read. */
  verbatim: boolean
}

/** How near to the official text the parameters were read. */
export type Reliability = 'original' | 'quoted' | 'mirror' | 'press'

interface Document {
  title: Localized
  /** Name and number of the text. */
  document: string
  published: Day
  url: string | null
  reliability: Reliability
}

/**
 * One dated version of the first-trial reward (首试首用奖励, measure 9). A change of policy is a new version;
 * an old one is never edited, so an old result can always be computed again.
 */
export interface RewardRule extends Document {
  id: string
  /** `<id>@<day>`, what a claim and its result carry. */
  version: string
  effectiveFrom: Day
  /** Half-open; null while no end is known. */
  effectiveTo: Day | null
  /** 单台(套): each physical unit. 单个产品: all units of a model together. */
  itemScope: 'unit' | 'product'
  perItemCap: Fen
  firmYearCap: Fen
  /** The confirmed share of the basis in basis points; null while no text gives one, and then no amount is computed. */
  rate: number | null
  /** The cost an item's reward may not exceed; null where the text names none. */
  basis: { id: 'makingCost' | 'overallMakingCost'; label: Localized } | null
  region: 'jingJinJi' | 'domestic'
  stage: 'unfinalised' | 'engineeringPrototype'
  /** Levels of public R&D money that exclude, and that do not matter. What is in neither list, the text leaves open. */
  funding: { excludes: readonly FundingLevel[]; allows: readonly FundingLevel[] }
  /** 年度: the Beijing calendar year of the decision; no text defines it, so it is a parameter. */
  year: 'calendarYearOfDecision'
  /** The conditions that this text sets, each with its words. */
  clauses: Partial<Record<Exclude<ConditionId, 'inForce'>, Clause>>
  caps: { perItem: Clause; firmYear: Clause; basis: Clause | null }
  notes: readonly Localized[]
}

/** A public statement that differs from a rule. Kept and shown; it has no way into a computation. */
export interface RecordedStatement extends Document {
  id: string
  quote: string
  conflictsWith: readonly string[]
  says: Localized
}
