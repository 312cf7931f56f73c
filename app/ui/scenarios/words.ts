import { type CriterionId, type CriterionValue, criterionOf } from '#domain/ontology/criteria.ts'
import { units } from '#domain/ontology/units.ts'
import { formatNeed } from '#domain/ontology/values.ts'
import type { Locale } from '#domain/shared/localized.ts'

/** A need with its unit apart, for tables: `≥ 50` and `kg`. */
export function needParts(id: CriterionId, value: CriterionValue, locale: Locale): { value: string; unit?: string } {
  const whole = formatNeed(id, value, locale)
  if (typeof value === 'boolean') return { value: locale === 'zh' ? `＝ ${whole}` : whole }
  const unit = units[criterionOf(id).unit].label[locale]
  return unit !== '' && whole.endsWith(unit) ? { value: whole.slice(0, -unit.length).trim(), unit } : { value: whole }
}
