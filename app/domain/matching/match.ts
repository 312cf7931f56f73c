import type { CriterionId, CriterionValue, Necessity } from '../ontology/criteria.ts'
import type { Requirement, Specs } from '../ontology/requirement.ts'
import type { RobotCategoryId } from '../ontology/tasks.ts'
import type { WeightedTask } from '../ontology/weighted-task.ts'
import type { Tri } from '../shared/tri.ts'
import type { CommercialForm, DomainId, EvidenceGrade, Maturity } from '../vocabulary.ts'
import type { Meaning } from './meaning.ts'

/** The demand side as the matcher sees it. `null` and an empty list mean "not known", never "none". */
export interface MatchScenario {
  id: string
  title: string
  domain: DomainId | null
  tasks: readonly WeightedTask[]
  text: string
  requirements: readonly Requirement[]
  /** Budget for the whole pilot, in fen, and the number of units it has to buy. */
  budgetFen: number | null
  units: number | null
  /** How the robots are paid for; absent is not known, and taken for a purchase. */
  commercialForm?: CommercialForm | null
  /** Months that the budget pays for where it is rent or a service; absent is not known. */
  termMonths?: number | null
  acceptsUnfinalised: boolean | null
  /** Where the site is, as people write it: 北京朝阳. */
  region: string | null
  /** 响应: the share of what firms sent its organisation that was answered in time, 0 to 1; `null` while too little is known. */
  responsiveness: number | null
  /** What its text is about, where an embedder is set up and has said so. */
  meaning?: Meaning | null
}

/** The supply side as the matcher sees it. */
export interface MatchProduct {
  id: string
  name: string
  category: RobotCategoryId | null
  tasks: readonly WeightedTask[]
  domains: readonly DomainId[]
  text: string
  specs: Specs
  maturity: Maturity | null
  /** Price of one unit to buy, in fen. */
  priceFromFen: number | null
  priceToFen: number | null
  /** Price of one unit for a month, in fen, rented and as a service; absent is not known. */
  rentalFromFen?: number | null
  rentalToFen?: number | null
  raasFromFen?: number | null
  raasToFen?: number | null
  /** Where the firm serves, as people write it: 京津冀. */
  regions: string | null
  /** Where the firm is, which speaks for service nearby when `regions` is not stated. */
  home: string | null
  meaning?: Meaning | null
}

/** What is weighed besides the ontology's criteria. */
type Aspect =
  | 'task'
  | 'domain'
  | 'category'
  | 'text'
  | 'budget'
  | 'maturity'
  | 'region'
  | 'focus'
  | 'completeness'
  | 'responsiveness'

/** What a row compares: values of a criterion, ids, words, or an amount; `null` when not known. */
export type Shown = CriterionValue | readonly string[] | null

/** One line of the explanation: a need of one side beside what the other side has. */
export interface MatchRow {
  subject: CriterionId | Aspect
  state: Tri
  /** Only for the scenario's typed requirements. */
  necessity: Necessity | null
  need: Shown
  have: Shown
  /** The field each value stands in: deleting it takes the row's reason away. */
  needField: string
  haveField: string
  /** Have over need turned so that 1 just meets and more is better; `null` when it is no matter of size. */
  ratio: number | null
  grade: EvidenceGrade | null
  /** 吻合度, 0 to 1. For an unknown it is an estimate and `known` is false. */
  g: number
  known: boolean
  /** 权重 as a share of its side; the side's weights sum to 1. */
  weight: number
  /** weight × g. */
  contribution: number
}

/** A reason or a risk as data: the words are in the dictionary under `key`. */
export interface Remark {
  key: RemarkKey
  params: Readonly<Record<string, string | number | readonly string[]>>
  /** The two fields it rests on. */
  needField: string
  haveField: string
}

export type ReasonKey =
  | 'match.reason.task'
  | 'match.reason.taskKin'
  | 'match.reason.category'
  | 'match.reason.domain'
  | 'match.reason.met'
  | 'match.reason.surplus'
  | 'match.reason.measured'
  | 'match.reason.text'
  | 'match.reason.budget'
  | 'match.reason.budgetMonthly'
  | 'match.reason.maturity'
  | 'match.reason.unfinalisedWelcome'
  | 'match.reason.region'
export type RiskKey =
  | 'match.risk.contradiction'
  | 'match.risk.nothingAsked'
  | 'match.risk.nothingKnown'
  | 'match.risk.mustUnknown'
  | 'match.risk.shouldUnmet'
  | 'match.risk.tight'
  | 'match.risk.oversized'
  | 'match.risk.declaredOnly'
  | 'match.risk.overBudget'
  | 'match.risk.overBudgetMonthly'
  | 'match.risk.termUnknown'
  | 'match.risk.unfinalised'
  | 'match.risk.foreignDomain'
  | 'match.risk.foreignTask'
  | 'match.risk.regionUnknown'
type RemarkKey = ReasonKey | RiskKey

/** A scored pair. Scores are 0 to 1; pages show them times 100. */
export interface Match {
  scenarioId: string
  productId: string
  /** 互评分 M = 2SR/(S+R). */
  score: number
  /** 需求侧 S, with the discount for what is unknown. */
  demand: number
  /** 供给侧 R. */
  supply: number
  /** Kleene conjunction of the must requirements. */
  verdict: Tri
  /** Whether the work fits at all: F goes to the rest, not to the suggestions. */
  relevance: Tri
  demandRows: readonly MatchRow[]
  supplyRows: readonly MatchRow[]
}

export interface ExplainedMatch extends Match {
  reasons: readonly Remark[]
  risks: readonly Remark[]
}

/** 差一点: exactly one must is known to be unmet. */
export interface NearMiss extends ExplainedMatch {
  gap: {
    criterion: CriterionId
    need: Shown
    have: Shown
    /** How much is missing, in the criterion's unit; `null` where there is nothing to subtract. */
    difference: number | null
    /** `difference` over the need; 1 where there is nothing to subtract. */
    relative: number
  }
}
