import { type CriterionId, type CriterionValue, criterionOf, isSet } from '../ontology/criteria.ts'
import { judge, span } from './constraint.ts'

/**
 * The least a product would have to state to meet all these needs of one criterion at once; `null` where nothing can be
 * named, as for needs that contradict each other. What it has already is kept: a set gains what it lacks, a range is
 * widened.
 */
export function enoughFor(
  criterion: CriterionId,
  needs: readonly CriterionValue[],
  have: CriterionValue | null = null,
): CriterionValue | null {
  const value = proposed(criterion, needs, have)
  return value !== null && meetsAll(criterion, needs, value) ? value : null
}

function meetsAll(criterion: CriterionId, needs: readonly CriterionValue[], value: CriterionValue): boolean {
  return needs.every(need => judge(criterion, need, value).state === 'T')
}

function proposed(
  criterion: CriterionId,
  needs: readonly CriterionValue[],
  have: CriterionValue | null,
): CriterionValue | null {
  const { kind, direction } = criterionOf(criterion)
  if (kind === 'boolean') return true
  // Which option is enough for another is the judge's to say: an IP code is no simple degree.
  if (kind === 'choice') return needs.find(need => meetsAll(criterion, needs, need)) ?? null
  if (kind === 'set') return [...new Set([have, ...needs].flatMap(each => (isSet(each) ? each : [])))]
  const spans = (kind === 'range' ? [have, ...needs] : needs).flatMap(each => span(each) ?? [])
  if (spans.length === 0) return null
  const min = Math.min(...spans.map(each => each.min))
  const max = Math.max(...spans.map(each => each.max))
  if (kind === 'range') return { min, max }
  return direction === 'atMost' ? min : max
}
