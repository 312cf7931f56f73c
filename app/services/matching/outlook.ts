import type { JudgedPair } from '#domain/matching/suppose.ts'
import { type VerdictChange, verdictChange } from '#domain/matching/verdict-change.ts'
import { type CriterionId, isCriterionId } from '#domain/ontology/criteria.ts'
import type { Spec } from '#domain/ontology/requirement.ts'

/** Where a stated fact can be checked. */
export type Proof = Pick<Spec, 'source' | 'sourceDay' | 'body'>

/** What a candidate's block says besides the match: what would change its verdict, and where its facts come from. */
export interface Outlook {
  change: VerdictChange
  proofs: Partial<Record<CriterionId, Proof>>
}

// public: it is worked out from what the match page shows anyway
/** For the facts that the scenario asks for, and no others. */
export function outlookOf(pair: JudgedPair): Outlook {
  const proofs: Outlook['proofs'] = {}
  for (const { subject } of pair.match.demandRows) {
    const spec = isCriterionId(subject) ? pair.product.specs[subject] : undefined
    if (!spec || !isCriterionId(subject)) continue
    const { source, sourceDay, body } = spec
    proofs[subject] = {
      ...(source !== undefined && { source }),
      ...(sourceDay !== undefined && { sourceDay }),
      ...(body !== undefined && { body }),
    }
  }
  return { change: verdictChange(pair), proofs }
}
