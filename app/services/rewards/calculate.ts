import type { RewardFacts } from '#domain/rewards/claim.ts'
import type { Piece } from '#domain/rewards/clause-text.ts'
import { passageOf } from '#domain/rewards/clause-text.ts'
import type { Condition, EligibilityVerdict } from '#domain/rewards/eligibility.ts'
import type { RewardInquiry } from '#domain/rewards/inquiry.ts'
import { factsOfInquiry } from '#domain/rewards/inquiry.ts'
import type { Assessment } from '#domain/rewards/reward.ts'
import { assess, compareRules } from '#domain/rewards/reward.ts'
import type { RecordedStatement, RewardRule } from '#domain/rewards/rule.ts'
import { isInForce, recordedStatements, rewardRules, ruleOf } from '#domain/rewards/rules.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { found } from '../refusal.ts'

/** A result with everything that a page needs to show why. */
export interface Calculation {
  facts: RewardFacts
  rule: RewardRule
  assessment: Assessment
  /** The conditions in the order of their numbers; that of the calendar is shown only when it decides. */
  conditions: readonly Condition[]
  /** The passage with its quotations marked: first the conditions by their place, then the two ceilings. */
  passage: Piece[] | null
  versions: { rule: RewardRule; verdict: EligibilityVerdict; inForce: boolean }[]
  statements: readonly RecordedStatement[]
  inputHash: string
  traceHash: string
}

// public: the rules are public, and the figures are the asker's own
/** 测算 by the very rules that decide claims; nothing is stored. */
export function calculateReward(ctx: Context, inquiry: RewardInquiry): Calculation {
  return calculationOf(factsOfInquiry(inquiry, ctx.now))
}

export function calculationOf(facts: RewardFacts): Calculation {
  const rule = found(ruleOf(facts.ruleVersion), 'claim.unknownRule')
  const assessment = assess(facts, rule)
  const conditions = assessment.conditions.filter(({ id, value }) => id !== 'inForce' || value !== 'T')
  const quotes = [...conditions.map(each => each.quote), rule.caps.perItem.quote, rule.caps.firmYear.quote]
  const on = dayOf(facts.decidedAt)
  const others = compareRules(facts, rewardRules)
  return {
    facts,
    rule,
    assessment,
    conditions,
    passage: passageOf(rule.version, quotes),
    versions: rewardRules.map((each, index) => ({
      rule: each,
      verdict: others[index]?.verdict ?? 'undetermined',
      inForce: isInForce(each, on),
    })),
    statements: recordedStatements,
    inputHash: digest(facts),
    traceHash: digest(assessment.trace),
  }
}

/** 测算轨迹 for the reader's own files: rule, facts, result and their hashes, so that anybody can compute it again. */
export function traceFile({ facts, rule, assessment, inputHash, traceHash }: Calculation) {
  return { unit: 'fen', rule, facts, assessment, inputHash, traceHash }
}
