import type { Translate } from '#i18n/translate.ts'

/** 80 至 120 万元，含集成; 面议 when the firm names no price. */
export function priceText(
  t: Translate,
  from: number | null | undefined,
  to: number | null | undefined,
): string {
  if (from && to && from !== to) return bandText(t, from, to)
  if (from && to) return t('solution.price.one', { from: t.yuan(from) })
  if (from) return t('solution.price.from', { from: t.yuan(from) })
  return to ? t('solution.price.to', { to: t.yuan(to) }) : t('solution.price.open')
}

/** The unit is said once where both ends share it. */
function bandText(t: Translate, from: number, to: number): string {
  const [low, high] = [t.yuanParts(from), t.yuanParts(to)]
  if (low.unit !== high.unit) return t('solution.price.wide', { from: t.yuan(from), to: t.yuan(to) })
  return t('solution.price.band', { from: low.figure, to: high.figure, unit: low.unit })
}

/** Several words on one line. */
export const listText = (t: Translate, words: readonly string[]): string =>
  words.join(t.locale === 'zh' ? '、' : ', ')
