import { dayOf } from '../shared/dates.ts'
import { inJingJinJi, provinceOf } from '../shared/regions.ts'
import type { Tri } from '../shared/tri.ts'
import { and, triOf } from '../shared/tri.ts'
import type { RewardFacts } from './claim.ts'
import type { DocumentId } from './documents.ts'
import type { ConditionId, FundingLevel, RewardRule, TrialStage } from './rule.ts'
import { conditionIds } from './rule.ts'
import { isInForce } from './rules.ts'
import type { EvidenceId, FactKey } from './words.ts'

export type Params = Record<string, string | number | null>

/** What one fact says about one condition. */
interface Finding {
  value: Tri
  fact: FactKey
  params?: Params
  evidence: EvidenceId
  /** The documents that would decide it, when it is not known. */
  decidedBy?: readonly DocumentId[]
}

/** One clause of the rule, held against the facts. */
export interface Condition {
  id: ConditionId
  value: Tri
  quote: string
  /** The quote in English, for readers. */
  gloss: string
  /** False where the quote is a paraphrase. */
  verbatim: boolean
  fact: FactKey
  params: Params
  evidence: EvidenceId
  /** Empty unless `value` is U. */
  decidedBy: readonly DocumentId[]
}

export type EligibilityVerdict = 'eligible' | 'notEligible' | 'undetermined'

type Check = (claim: RewardFacts, rule: RewardRule) => Finding

const inForce: Check = ({ decidedAt }, rule) => {
  const on = dayOf(decidedAt)
  const within = isInForce(rule, on)
  const fact = within ? 'inForce.within' : on < rule.effectiveFrom ? 'inForce.before' : 'inForce.after'
  const params = { day: on, from: rule.effectiveFrom, to: rule.effectiveTo }
  return { value: triOf(within), fact, params, evidence: 'ruleTable' }
}

/** A condition that one yes, no or unknown decides. */
function plain(
  id: 'innovation' | 'scenarioFit' | 'productSystem' | 'registration' | 'creditRecord' | 'singleDirection',
  { met, evidence, document }: { met: boolean | null; evidence: EvidenceId; document: DocumentId },
): Finding {
  const value = triOf(met)
  const outcome = value === 'T' ? 'met' : value === 'F' ? 'unmet' : 'unstated'
  return { value, fact: `${id}.${outcome}`, evidence, decidedBy: [document] }
}

const unfinalised: readonly TrialStage[] = ['labPrototype', 'engineeringPrototype', 'unfinalised']

const stage: Check = ({ product }, rule) => {
  const at = product.stage
  const rest = { evidence: 'firmStatement', decidedBy: ['stageProof'] } as const
  if (at === null) return { value: 'U', fact: 'stage.unstated', ...rest }
  const fact = `stage.${at}` as const
  if (rule.stage === 'unfinalised') return { value: triOf(unfinalised.includes(at)), fact, ...rest }
  // 未定型 without a grade may or may not be an engineering prototype.
  return { value: at === 'unfinalised' ? 'U' : triOf(at === 'engineeringPrototype'), fact, ...rest }
}

const cooperation: Check = ({ pilot, trial }) => {
  const evidence = 'pilotRecord'
  if (trial.first === false) return { value: 'F', fact: 'cooperation.notFirst', evidence }
  const value = and(pilot.accepted === true ? 'T' : 'U', triOf(trial.first))
  if (value === 'T') return { value, fact: 'cooperation.done', evidence }
  // The text does not ask for acceptance, so a pilot without it is no "no": it proves nothing yet.
  return pilot.accepted === true
    ? { value, fact: 'cooperation.firstUnstated', evidence, decidedBy: ['firstTrialStatement'] }
    : { value, fact: 'cooperation.notAccepted', evidence, decidedBy: ['acceptanceOpinion'] }
}

const rdFunding: Check = ({ rdFunding: { answer, levels } }, { funding }) => {
  const evidence = 'firmStatement'
  if (answer === 'none') return { value: 'T', fact: 'rdFunding.none', evidence }
  if (answer === 'unknown')
    return { value: 'U', fact: 'rdFunding.unknown', evidence, decidedBy: ['rdFundingStatement'] }
  const named: readonly FundingLevel[] = levels.length > 0 ? levels : ['unspecified']
  const params = { levels: named.join(',') }
  const each = named.map(level =>
    funding.excludes.includes(level) ? 'F' : funding.allows.includes(level) ? 'T' : 'U',
  )
  const value = and(...each)
  if (value === 'F') return { value, fact: 'rdFunding.excluded', params, evidence }
  if (value === 'T') return { value, fact: 'rdFunding.allowed', params, evidence }
  const ruled = funding.allows.length > 0
  const decidedBy: DocumentId[] = [
    ...(named.includes('unspecified') ? (['rdFundingStatement'] as const) : []),
    ...(ruled ? [] : (['fundingLevelRuling'] as const)),
  ]
  return {
    value,
    fact: ruled ? 'rdFunding.levelUnstated' : 'rdFunding.levelOpen',
    params,
    evidence,
    decidedBy,
  }
}

/** Whether a place lies in the rule's region. 国内 is not defined for Hong Kong, Macao and Taiwan. */
function placed(code: string, region: RewardRule['region']): Tri {
  if (region === 'jingJinJi') return triOf(inJingJinJi(code))
  if (code === 'abroad' || provinceOf(code) === null) return 'F'
  return /^(71|81|82)/.test(code) ? 'U' : 'T'
}

const region: Check = ({ trial }, rule) => {
  const evidence = 'siteRecord'
  if (trial.regionCode === null) {
    return trial.first === false
      ? { value: 'F', fact: 'region.notFirst', evidence }
      : { value: 'U', fact: 'region.unstated', evidence, decidedBy: ['siteRecord'] }
  }
  const params = { code: trial.regionCode }
  const place = placed(trial.regionCode, rule.region)
  if (place === 'F') return { value: 'F', fact: 'region.outside', params, evidence }
  if (trial.first === false) return { value: 'F', fact: 'region.notFirst', params, evidence }
  if (place === 'U') return { value: 'U', fact: 'region.open', params, evidence, decidedBy: ['regionRuling'] }
  if (trial.first === null)
    return { value: 'U', fact: 'region.firstUnstated', params, evidence, decidedBy: ['firstTrialStatement'] }
  return { value: 'T', fact: 'region.inside', params, evidence }
}

const not = (value: boolean | null): boolean | null => (value === null ? null : !value)

const checks: Record<ConditionId, Check> = {
  inForce,
  stage,
  cooperation,
  rdFunding,
  region,
  innovation: ({ product }) =>
    plain('innovation', {
      met: product.ownInnovation,
      evidence: 'firmStatement',
      document: 'innovationProof',
    }),
  scenarioFit: ({ trial }) =>
    plain('scenarioFit', {
      met: trial.typicalScenario,
      evidence: 'pilotRecord',
      document: 'scenarioStatement',
    }),
  productSystem: ({ product }) =>
    plain('productSystem', {
      met: product.fitsProductSystem,
      evidence: 'firmStatement',
      document: 'productSystemStatement',
    }),
  registration: ({ firm }) =>
    plain('registration', {
      met: firm.registeredInBeijing,
      evidence: 'register',
      document: 'businessLicence',
    }),
  creditRecord: ({ firm }) =>
    plain('creditRecord', { met: firm.creditClean, evidence: 'firmStatement', document: 'creditReport' }),
  singleDirection: ({ firm }) =>
    plain('singleDirection', {
      met: not(firm.otherDirectionThisYear),
      evidence: 'firmStatement',
      document: 'directionStatement',
    }),
}

/** The conditions that a rule sets, each held against the claim's facts, in the order of `conditionIds`. */
export function conditionsOf(claim: RewardFacts, rule: RewardRule): Condition[] {
  return conditionIds.flatMap(id => {
    const clause =
      id === 'inForce' ? { quote: rule.document, gloss: rule.title.en, verbatim: true } : rule.clauses[id]
    if (!clause) return []
    const { value, fact, params = {}, evidence, decidedBy = [] } = checks[id](claim, rule)
    return [{ id, value, ...clause, fact, params, evidence, decidedBy: value === 'U' ? decidedBy : [] }]
  })
}

/** Kleene conjunction of all conditions: one "no" decides, one "not known" leaves open. */
export function verdictOf(conditions: readonly Condition[]): EligibilityVerdict {
  const all = and(...conditions.map(condition => condition.value))
  return all === 'T' ? 'eligible' : all === 'F' ? 'notEligible' : 'undetermined'
}
