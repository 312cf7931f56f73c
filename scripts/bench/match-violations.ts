import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { type CriterionValue, criterionOf } from '#domain/ontology/criteria.ts'
import type { Requirement } from '#domain/ontology/requirement.ts'

/**
 * Whether a stated value surely fails a must, worked out here from the ontology alone and not by the matcher's own
 * judge, so that the two can disagree.
 */
function violates({ criterion, value: need }: Requirement, have: CriterionValue | undefined): boolean {
  if (have === undefined) return false
  const { kind, direction, options = {} } = criterionOf(criterion)
  if (kind === 'boolean') return need === true && have === false
  if (kind === 'set')
    return (
      Array.isArray(need) && Array.isArray(have) && have.length > 0 && need.some(each => !have.includes(each))
    )
  if (kind === 'choice') {
    if (criterion === 'ipCode') return protectionBelow(String(need), String(have))
    const [asked, told] = [
      Object.keys(options).indexOf(String(need)),
      Object.keys(options).indexOf(String(have)),
    ]
    return asked >= 0 && told >= 0 && (direction === 'includes' ? asked !== told : told < asked)
  }
  const [[low, high], [worst, best]] = [endsOf(need), endsOf(have)]
  if (direction === 'within') return worst > low || best < high
  return direction === 'atMost' ? worst > high : best < low
}

/** Musts that products of this list are known to fail. */
export function violations({ requirements }: MatchScenario, list: readonly MatchProduct[]): number {
  const musts = requirements.filter(each => each.necessity === 'must')
  return list.reduce(
    (sum, { specs }) => sum + musts.filter(must => violates(must, specs[must.criterion]?.value)).length,
    0,
  )
}

/** Musts of which nothing is known for products of this list, and all that were asked. */
export function unknowns(
  { requirements }: MatchScenario,
  list: readonly MatchProduct[],
): { unknown: number; asked: number } {
  const musts = requirements.filter(each => each.necessity === 'must')
  return {
    asked: musts.length * list.length,
    unknown: list.reduce(
      (sum, { specs }) => sum + musts.filter(must => specs[must.criterion] === undefined).length,
      0,
    ),
  }
}

function endsOf(value: CriterionValue): [number, number] {
  const { min, max } = Object(value) as { min?: number; max?: number }
  return typeof value === 'number' ? [value, value] : [min ?? Number.NaN, max ?? Number.NaN]
}

function protectionBelow(need: string, have: string): boolean {
  const digits = (code: string) =>
    [...code.matchAll(/IP(.)(.)/g)].map(([, dust, water]) => [Number(dust), Number(water)])
  const [asked] = digits(need)
  if (!asked) return false
  return asked.some(
    (least, at) => digits(have).length > 0 && digits(have).every(code => (code[at] ?? Number.NaN) < least),
  )
}
