import type { CriterionId, CriterionValue } from '#domain/ontology/criteria.ts'
import { type Written, writeNeed } from '#domain/ontology/values.ts'
import type { Locale } from '#domain/shared/localized.ts'
import { type DistrictCode, type DomainId, districts, domains } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'

/** A need with its unit apart, for tables: `≥ 50` and `kg`. */
export function needParts(id: CriterionId, value: CriterionValue, locale: Locale): Written {
  const parts = writeNeed(id, value, locale)
  return typeof value === 'boolean' && locale === 'zh' ? { value: `＝ ${parts.value}` } : parts
}

export const isDomain = (id: string | null | undefined): id is DomainId =>
  id !== null && id !== undefined && Object.hasOwn(domains, id)
export const isDistrict = (code: string | null | undefined): code is DistrictCode =>
  code !== null && code !== undefined && Object.hasOwn(districts, code)

/** The organisation's name in the reader's language, as far as it has one. */
export const nameOf = (t: Translate, { name, nameEn }: { name: string; nameEn: string | null }) =>
  t.locale === 'en' && nameEn ? nameEn : name
