import type { CriterionId } from '../ontology/criteria.ts'
import { criterionIds } from '../ontology/criteria.ts'
import type { Spec, Specs } from '../ontology/requirement.ts'
import { same } from '../shared/content-diff.ts'
import { type EvidenceGrade, evidenceGradeIds } from '../vocabulary.ts'

/** How a stated fact of one version stands to the same fact of another. */
export interface SpecChange {
  criterion: CriterionId
  kind: 'added' | 'removed' | 'changed'
  before: Spec | null
  after: Spec | null
  /** Whether the evidence became stronger or weaker; null where one side states nothing or both are alike. */
  grade: 'up' | 'down' | null
}

/** Every fact that two versions state differently, in the order of the ontology; what neither states is no change. */
export function specChanges(before: Specs, after: Specs): SpecChange[] {
  return criterionIds.flatMap(criterion => {
    const [old = null, now = null] = [before[criterion], after[criterion]]
    if (same(old, now)) return []
    const kind = old === null ? 'added' : now === null ? 'removed' : 'changed'
    return [{ criterion, kind, before: old, after: now, grade: movedGrade(old?.grade, now?.grade) }]
  })
}

/** A is the strongest, D the weakest. */
function movedGrade(before?: EvidenceGrade, after?: EvidenceGrade): SpecChange['grade'] {
  if (before === undefined || after === undefined || before === after) return null
  return evidenceGradeIds.indexOf(after) < evidenceGradeIds.indexOf(before) ? 'up' : 'down'
}
