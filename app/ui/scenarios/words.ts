import { type CriterionId, type CriterionValue, criterionOf } from '#domain/ontology/criteria.ts'
import { units } from '#domain/ontology/units.ts'
import { formatNeed } from '#domain/ontology/values.ts'
import type { Locale } from '#domain/shared/localized.ts'
import { type DistrictCode, type DomainId, districts, domains } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'

/** A need with its unit apart, for tables: `≥ 50` and `kg`. */
export function needParts(
  id: CriterionId,
  value: CriterionValue,
  locale: Locale,
): { value: string; unit?: string } {
  const whole = formatNeed(id, value, locale)
  if (typeof value === 'boolean') return { value: locale === 'zh' ? `＝ ${whole}` : whole }
  const unit = units[criterionOf(id).unit].label[locale]
  return unit !== '' && whole.endsWith(unit)
    ? { value: whole.slice(0, -unit.length).trim(), unit }
    : { value: whole }
}

export const isDomain = (id: string | null | undefined): id is DomainId =>
  id !== null && id !== undefined && Object.hasOwn(domains, id)
export const isDistrict = (code: string | null | undefined): code is DistrictCode =>
  code !== null && code !== undefined && Object.hasOwn(districts, code)

/** The organisation's name in the reader's language, as far as it has one. */
export const nameOf = (t: Translate, { name, nameEn }: { name: string; nameEn: string | null }) =>
  t.locale === 'en' && nameEn ? nameEn : name
