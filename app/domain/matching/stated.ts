import type { CriterionId, CriterionValue } from '../ontology/criteria.ts'
import type { RobotCategoryId } from '../ontology/tasks.ts'
import type { MarketColumns } from './market-columns.ts'
import { kindCode } from './needs.ts'

/** What one published product states of one criterion, and whose it is. */
export interface Stated {
  firm: string
  value: CriterionValue
}

/** What the published products of one kind state, criterion by criterion; of most they state nothing. */
export function statedOf(
  { slots, kinds, facts }: Pick<MarketColumns, 'slots' | 'kinds' | 'facts'>,
  category: RobotCategoryId,
): Map<CriterionId, Stated[]> {
  const kind = kindCode(category)
  const stated = new Map<CriterionId, Stated[]>()
  for (const [criterion, { column }] of facts) {
    const [holders, codes] = [column.holders(), column.codes(slots.top)]
    const found: Stated[] = []
    for (let at = 0; at < holders.length; at++) {
      const slot = holders[at] as number
      if (kinds[slot] !== kind) continue
      const [value, card] = [column.values[codes[slot] as number], slots.cards[slot]]
      if (value !== undefined && card) found.push({ firm: card.organization, value })
    }
    if (found.length > 0) stated.set(criterion, found)
  }
  return stated
}
