import type { Heat } from '#domain/matching/heat.ts'
import { formatNeed, formatValue } from '#domain/ontology/values.ts'
import type { Translate } from '#i18n/translate.ts'

/** ≥ 50 kg，中位 100 kg，最高 300 kg; or the needs asked for most often. */
export function needText(t: Translate, { criterion, asked, spread, common }: Heat): string {
  if (spread) {
    const { min, median, max } = spread
    if (min === max) return formatNeed(criterion, min, t.locale)
    const all = { min, max }
    const words = {
      min: formatNeed(criterion, min, t.locale, all),
      median: formatValue(criterion, median, t.locale, all),
      max: formatValue(criterion, max, t.locale, all),
    }
    return t(asked > 2 ? 'standing.need.spread' : 'standing.need.between', words)
  }
  return common
    .map(({ value, asked: n }) =>
      value === true
        ? t('standing.need.yes', { n })
        : t('standing.need.each', { need: formatNeed(criterion, value, t.locale), n }),
    )
    .join(t.locale === 'zh' ? '，' : ', ')
}
