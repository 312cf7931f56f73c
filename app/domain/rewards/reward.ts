import type { Fen } from '../shared/money.ts'
import { addFen, fen } from '../shared/money.ts'
import type { FirmYear, Item } from './ceiling.ts'
import { firmYearOf, itemsOf, within } from './ceiling.ts'
import type { RewardFacts } from './claim.ts'
import type { DocumentId } from './documents.ts'
import type { Condition, EligibilityVerdict, Params } from './eligibility.ts'
import { conditionsOf, verdictOf } from './eligibility.ts'
import type { ConditionId, RewardRule } from './rule.ts'

/** A document that is still missing, and what it would settle. */
export interface Need {
  settles: ConditionId | 'basis' | 'rate'
  document: DocumentId
}

/** One line of the computation: what was done, by which words, on what, with which result. Amounts in fen. */
export interface TraceStep {
  step: 'rule' | 'condition' | 'verdict' | 'item' | 'sum' | 'headroom' | 'ceiling' | 'assessed'
  /** The words of the rule; empty where the step is arithmetic. */
  clause: string
  params: Params
  value: string | number | null
}

/** Why there is no assessed amount (核定金额 不给出), or that there is one. */
export type AssessedBecause = 'computed' | 'noRate' | 'noBasis' | 'notEligible' | 'undetermined'

/**
 * What a rule says of a claim. A ceiling is never an entitlement: `ceiling` is what at most could be granted
 * now, `assessed` is an amount only when a rule gives a confirmed rate and basis.
 */
export interface Assessment {
  ruleVersion: string
  verdict: EligibilityVerdict
  conditions: readonly Condition[]
  /** Zero when not eligible; null when the rule's basis is unknown, so that no honest figure exists. */
  ceiling: Fen | null
  /** What the rule's fixed ceilings alone leave, whatever the verdict and the costs. */
  outerLimit: Fen
  headroom: Fen
  firmYear: FirmYear
  perItem: readonly Item[]
  assessed: Fen | null
  assessedBecause: AssessedBecause
  needs: readonly Need[]
  trace: readonly TraceStep[]
}

/** 测算: the verdict, ceilings and trace of a claim under one rule version. Total: any claim of valid shape has an answer. */
export function assess(claim: RewardFacts, rule: RewardRule): Assessment {
  return assembled({
    rule,
    conditions: conditionsOf(claim, rule),
    items: itemsOf(claim, rule),
    firmYear: firmYearOf(claim, rule),
  })
}

/**
 * 换个规则版本: the same facts under several versions, as if each were in force on the day of the decision.
 * For comparing texts; a decision uses `assess`.
 */
export function compareRules(claim: RewardFacts, rules: readonly RewardRule[]): Assessment[] {
  return rules.map(rule =>
    assembled({
      rule,
      conditions: conditionsOf(claim, rule).filter(condition => condition.id !== 'inForce'),
      items: itemsOf(claim, rule),
      firmYear: firmYearOf(claim, rule),
    }),
  )
}

interface Parts {
  rule: RewardRule
  conditions: Condition[]
  items: Item[]
  firmYear: FirmYear
}

function assembled(parts: Parts): Assessment {
  const { rule, conditions, items, firmYear } = parts
  const { headroom } = firmYear
  const verdict = verdictOf(conditions)
  const ceiling =
    verdict === 'notEligible'
      ? fen(0)
      : within(
          headroom,
          items.map(item => item.ceiling),
        )
  const assessedBecause = becauseOf(parts, verdict)
  const assessed =
    assessedBecause === 'computed'
      ? within(
          headroom,
          items.map(item => item.assessed),
        )
      : null
  const result = { verdict, ceiling, assessed, assessedBecause }
  return {
    ruleVersion: rule.version,
    conditions,
    outerLimit:
      within(
        headroom,
        items.map(item => item.room),
      ) ?? headroom,
    headroom,
    firmYear,
    perItem: items,
    ...result,
    needs: needsOf(parts),
    trace: traceOf(parts, result),
  }
}

function becauseOf({ rule, items }: Parts, verdict: EligibilityVerdict): AssessedBecause {
  if (rule.rate === null || rule.basis === null) return 'noRate'
  if (verdict !== 'eligible') return verdict
  return items.some(item => item.assessed === null) ? 'noBasis' : 'computed'
}

function needsOf({ rule, conditions, items }: Parts): Need[] {
  const open = conditions.flatMap(({ id, decidedBy }) =>
    decidedBy.map(document => ({ settles: id, document })),
  )
  const costs: Need[] =
    rule.basis && items.some(item => item.basis === null)
      ? [{ settles: 'basis', document: 'costStatement' }]
      : []
  const rate: Need[] = rule.rate === null ? [{ settles: 'rate', document: 'guideRate' }] : []
  return [...open, ...costs, ...rate]
}

type Result = Pick<Assessment, 'verdict' | 'ceiling' | 'assessed' | 'assessedBecause'>

function traceOf({ rule, conditions, items, firmYear }: Parts, result: Result): TraceStep[] {
  const { headroom, year, cap, granted, reserved } = firmYear
  const count = (value: string) => conditions.filter(condition => condition.value === value).length
  const known = items.flatMap(item => (item.ceiling === null ? [] : [item.ceiling]))
  const sum = known.length === items.length ? addFen(...known) : null
  const { perItem, firmYear: yearly, basis } = rule.caps
  const perItemWords = basis ? `${perItem.quote}；${basis.quote}` : perItem.quote
  return [
    {
      step: 'rule',
      clause: rule.document,
      params: { from: rule.effectiveFrom, to: rule.effectiveTo },
      value: rule.version,
    },
    ...conditions.map(({ id, quote, fact, params, value }): TraceStep => {
      return { step: 'condition', clause: quote, params: { condition: id, fact, ...params }, value }
    }),
    {
      step: 'verdict',
      clause: '',
      params: { met: count('T'), unmet: count('F'), open: count('U') },
      value: result.verdict,
    },
    ...items.map((item): TraceStep => {
      const params = { item: item.key, capFen: item.cap, grantedFen: item.granted, basisFen: item.basis }
      return { step: 'item', clause: perItemWords, params, value: item.ceiling }
    }),
    { step: 'sum', clause: '', params: { items: items.length }, value: sum },
    {
      step: 'headroom',
      clause: yearly.quote,
      params: { year, capFen: cap, grantedFen: granted, reservedFen: reserved },
      value: headroom,
    },
    {
      step: 'ceiling',
      clause: '',
      params: { sumFen: sum, headroomFen: headroom, verdict: result.verdict },
      value: result.ceiling,
    },
    {
      step: 'assessed',
      clause: basis?.quote ?? '',
      params: { rateBasisPoints: rule.rate, because: result.assessedBecause },
      value: result.assessed,
    },
  ]
}
