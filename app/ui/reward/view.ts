import type { RewardFacts } from '#domain/rewards/claim.ts'
import type { Piece } from '#domain/rewards/clause-text.ts'
import type { Condition, EligibilityVerdict } from '#domain/rewards/eligibility.ts'
import type { Assessment, Need } from '#domain/rewards/reward.ts'
import type { RecordedStatement, RewardRule } from '#domain/rewards/rule.ts'
import type { Tri } from '#domain/shared/tri.ts'
import type { Translate } from '#i18n/translate.ts'

/** A condition with what is stated about it, and where that was taken from, in words. */
interface SpokenCondition extends Condition {
  said: string
  source: string
}

/** A document that is still wanted, with who issues it and what follows, in words. */
export interface SpokenNeed extends Need {
  title: string
  issuer: string
  outcome: string
}

/** A result with everything that shows why, as a page draws it. */
export interface CalculationView extends Omit<Calculated, 'conditions'> {
  conditions: readonly SpokenCondition[]
  needs: readonly SpokenNeed[]
}

/** The same before it is said; the service's `Calculation` fits. */
export interface Calculated {
  facts: RewardFacts
  rule: RewardRule
  assessment: Assessment
  conditions: readonly Condition[]
  passage: Piece[] | null
  versions: { rule: RewardRule; verdict: EligibilityVerdict; inForce: boolean }[]
  statements: readonly RecordedStatement[]
  inputHash: string
  traceHash: string
}

export const triOfVerdict: Record<EligibilityVerdict, Tri> = {
  eligible: 'T',
  notEligible: 'F',
  undetermined: 'U',
}

/** Names of several things, one after the other. */
export const listed = (t: Translate, names: readonly string[]): string =>
  names.join(t.locale === 'zh' ? '、' : ', ')

/** What the ceilings of all items come to; null when a cost is missing. */
export function sumOfItems({ perItem }: Assessment): number | null {
  const known = perItem.flatMap(item => (item.ceiling === null ? [] : [item.ceiling]))
  return known.length === perItem.length ? known.reduce((sum, each) => sum + each, 0) : null
}
