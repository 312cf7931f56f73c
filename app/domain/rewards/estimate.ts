import { z } from 'zod'
import type { Localized } from '../shared/localized.ts'
import { formatYuan } from '../shared/money.ts'
import { RewardClaim } from './claim.ts'
import type { Estimate, InvalidEntry } from './estimate-shape.ts'
import type { Assessment } from './reward.ts'
import { assess } from './reward.ts'
import { recordedStatements, rewardRules, ruleOf } from './rules.ts'

const MAX_CLAIMS = 1000

/** A list of claims, as `npm run reward` and POST /api/v1/rewards/estimate take it. */
export const EstimateRequest = z.array(RewardClaim).max(MAX_CLAIMS)

/**
 * Assesses every readable claim of a list by itself: no claim of the list counts against another, because only
 * the ledger knows what was granted. Unreadable ones are listed, never dropped or half read.
 */
export function estimate(input: unknown): Estimate {
  const answer: Estimate = {
    unit: 'fen',
    ruleSets: rewardRules,
    recordedStatements,
    results: [],
    invalid: [],
  }
  if (!Array.isArray(input) || input.length > MAX_CLAIMS) {
    const reason = Array.isArray(input) ? `field.tooMany|max=${MAX_CLAIMS}` : 'reward.notAList'
    return { ...answer, invalid: [{ index: -1, path: '', reason }] }
  }
  input.forEach((entry: unknown, index) => {
    const read = RewardClaim.safeParse(entry, { error: plainReason })
    const rule = read.success ? ruleOf(read.data.ruleVersion) : null
    if (read.success && rule) {
      const assessment = assess(read.data, rule)
      answer.results.push({ index, id: read.data.id ?? null, ...assessment, summary: summaryOf(assessment) })
    } else answer.invalid.push(...invalidOf(index, read.error?.issues ?? []))
  })
  return answer
}

/** Reasons for what the fields themselves leave to zod: something missing, or of the wrong kind. */
function plainReason(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return 'field.required'
  return issue.code === 'invalid_type' ? `field.type|expected=${issue.expected}` : undefined
}

const invalidOf = (index: number, issues: readonly z.core.$ZodIssue[]): InvalidEntry[] =>
  issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => ({ index, path: [...issue.path, key].join('.'), reason: 'field.unknownKey' }))
      : [{ index, path: issue.path.join('.'), reason: issue.message }],
  )

const verdictWords: Record<Assessment['verdict'], Localized> = {
  eligible: { zh: '符合条件', en: 'Eligible' },
  notEligible: { zh: '不符合条件', en: 'Not eligible' },
  undetermined: { zh: '不能判定', en: 'Cannot be decided' },
}

/** Verdict, ceiling, headroom, and that an amount is or is not given: `上限` is never written as an award. */
function summaryOf({ verdict, ceiling, headroom, assessed }: Assessment): Localized {
  const zh = (amount: Assessment['ceiling'], otherwise: string) =>
    amount === null ? otherwise : formatYuan(amount, 'zh')
  const en = (amount: Assessment['ceiling'], otherwise: string) =>
    amount === null ? otherwise : formatYuan(amount, 'en')
  return {
    zh: `${verdictWords[verdict].zh}；上限 ${zh(ceiling, '缺成本，不能计算')}；年度余额 ${zh(headroom, '')}；核定金额 ${zh(assessed, '不给出')}`,
    en: `${verdictWords[verdict].en}; ceiling ${en(ceiling, 'not computable, cost missing')}; headroom this year ${en(headroom, '')}; assessed amount ${en(assessed, 'not given')}`,
  }
}

/** The JSON Schema of the input list. */
export const estimateRequestSchema = (): unknown => z.toJSONSchema(EstimateRequest, { io: 'input' })
