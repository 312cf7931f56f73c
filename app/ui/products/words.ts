import { type Band, bandOf, type PriceBasis, type Prices, priceBasisIds } from '#domain/products/prices.ts'
import { commercialForms, type Maturity, maturities } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'

/** A stated band on its basis: 15 至 18 万元/台（套） to buy, 3,500 至 4,200 元/台·月 to rent or as a service. */
export function bandPrice(t: Translate, basis: PriceBasis, { from, to }: Band): string {
  const per = basis === 'purchase' ? 'unit' : 'month'
  if (from && to && from !== to) return bandText(t, per, { from, to })
  if (from && to) return t(`product.price.${per}.one`, { from: t.yuan(from) })
  return from
    ? t(`product.price.${per}.from`, { from: t.yuan(from) })
    : t(`product.price.${per}.to`, { to: t.yuan(to ?? 0) })
}

/** The unit is said once where both ends share it. */
function bandText(t: Translate, per: 'unit' | 'month', { from, to }: { from: number; to: number }): string {
  const [low, high] = [t.yuanParts(from), t.yuanParts(to)]
  if (low.unit !== high.unit) return t(`product.price.${per}.wide`, { from: t.yuan(from), to: t.yuan(to) })
  return t(`product.price.${per}.band`, { from: low.figure, to: high.figure, unit: low.unit })
}

/** Every stated price, what is let by the month with its form; 面议 when the firm names none. */
export function pricesText(t: Translate, prices: Prices): string[] {
  const said = priceBasisIds.flatMap(basis => {
    const band = bandOf(prices, basis)
    if (!band) return []
    const price = bandPrice(t, basis, band)
    return [
      basis === 'purchase'
        ? price
        : t('product.price.byForm', { form: t.pick(commercialForms[basis]), price }),
    ]
  })
  return said.length > 0 ? said : [t('product.price.open')]
}

/** A sum that came of a division, as it is shown: to the yuan, below a hundred yuan to the fen. */
export function shownFen(fen: number): number {
  return fen < 10_000 ? Math.round(fen) : Math.round(fen / 100) * 100
}

/** 未定型，TRL 7 */
export function stageText(t: Translate, maturity: Maturity, trl: number | null | undefined): string {
  const stage = t.pick(maturities[maturity])
  return trl ? `${stage}${t.locale === 'zh' ? '，' : ', '}${t('product.fact.trl', { n: trl })}` : stage
}

/** Several words on one line. */
export function listText(t: Translate, words: readonly string[]): string {
  return words.join(t.locale === 'zh' ? '、' : ', ')
}
