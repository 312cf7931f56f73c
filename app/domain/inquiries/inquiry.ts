import { judge } from '../matching/constraint.ts'
import type { CriterionId, CriterionValue } from '../ontology/criteria.ts'
import { criterionIds, criterionOf } from '../ontology/criteria.ts'
import type { Requirement, Specs } from '../ontology/requirement.ts'
import { choice, listOf, optional, text } from '../shared/fields.ts'
import { both, type Localized } from '../shared/localized.ts'
import { and, type Tri } from '../shared/tri.ts'
import { withholdReasonIds } from './reasons.ts'

export const WithholdReasonField = choice(withholdReasonIds)
export const WithholdNote = optional(text({ max: 300 }))

/** The platform's own limits against pestering: criteria a scenario asks of one product, and of all, on one day. */
export const criteriaADay = 10
export const scenarioCriteriaADay = 100

/** The criteria that one click asks about. */
export const Criteria = listOf(choice(criterionIds), { min: 1, max: criteriaADay })

/** The needs of a scenario, musts first, that a product's facts leave open. */
export function openNeeds(requirements: readonly Requirement[], specs: Specs): Requirement[] {
  const open = requirements.filter(({ criterion, value }) => stateOf({ criterion, value }, specs) === 'U')
  const once = new Map<CriterionId, Requirement>()
  for (const need of [...open].sort((a, b) => rank(a) - rank(b)))
    if (!once.has(need.criterion)) once.set(need.criterion, need)
  return [...once.values()]
}

const rank = ({ necessity }: Requirement) => (necessity === 'must' ? 0 : 1)

/** Whether a product's facts meet a need: 满足, 不满足, 待确认. */
export function stateOf(
  { criterion, value }: { criterion: CriterionId; value: CriterionValue },
  specs: Specs,
): Tri {
  return judge(criterion, value, specs[criterion]?.value).state
}

/** The verdict of the pair: all musts together. */
export function verdictOf(requirements: readonly Requirement[], specs: Specs): Tri {
  return and(...requirements.filter(each => each.necessity === 'must').map(each => stateOf(each, specs)))
}

/** 载重、噪声: what was asked, as one fact of a notice. */
export function namesOf(criteria: readonly CriterionId[]): string {
  const labels = criteria.map(each => criterionOf(each).label)
  return both({ zh: labels.map(each => each.zh).join('、'), en: labels.map(each => each.en).join(', ') })
}

const outcomes: Record<Exclude<Tri, 'U'>, Localized> = {
  T: { zh: '满足', en: 'met' },
  F: { zh: '不满足', en: 'not met' },
}

/** 载重满足、噪声不满足: what became of the questions, as one fact of a notice. */
export function outcomesOf(facts: readonly { criterion: CriterionId; verdict: Exclude<Tri, 'U'> }[]): string {
  const said = facts.map(({ criterion, verdict }) => ({
    label: criterionOf(criterion).label,
    outcome: outcomes[verdict],
  }))
  return both({
    zh: said.map(({ label, outcome }) => `${label.zh}${outcome.zh}`).join('、'),
    en: said.map(({ label, outcome }) => `${label.en} ${outcome.en}`).join(', '),
  })
}
