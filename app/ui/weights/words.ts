import type { WeightRef } from '#domain/weights/content.ts'
import type { Translate } from '#i18n/translate.ts'

/** What a weight is called, as on the page of the formula. */
export function partWords(t: Translate, ref: WeightRef): string {
  if (ref.side === 'demand') return t(`about.formula.demandPart.${ref.part}`)
  return ref.side === 'supply' ? t(`about.formula.supplyPart.${ref.part}`) : t('weights.side.discount')
}

/** With its sign, which says which way it went: ＋2, −0.5. */
export function signed(t: Translate, value: number): string {
  const size = t.number(Math.abs(value))
  return value > 0 ? `＋${size}` : value < 0 ? `−${size}` : size
}
