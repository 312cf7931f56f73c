import type { CommercialForm } from '../vocabulary.ts'

/**
 * 报价口径: what a stated price is paid for. A robot is bought once, also after a trial; it is rented, or paid by the
 * use, for each unit and month, so that offers of one form compare. What is counted under 按使用付费 is the firm's to
 * describe; here it is always brought to a month.
 */
export const priceBases = {
  purchase: { from: 'priceFromFen', to: 'priceToFen', forms: ['purchase', 'trialThenBuy'] },
  rental: { from: 'rentalFromFen', to: 'rentalToFen', forms: ['rental'] },
  raas: { from: 'raasFromFen', to: 'raasToFen', forms: ['raas'] },
} as const satisfies Record<string, { from: string; to: string; forms: readonly CommercialForm[] }>
export type PriceBasis = keyof typeof priceBases
export const priceBasisIds = Object.keys(priceBases) as PriceBasis[]

type Bases = typeof priceBases
export type PriceField = Bases[PriceBasis]['from' | 'to']
/** The ends of every band in fen; what is absent or null is not known. */
export type Prices = { readonly [F in PriceField]?: number | null | undefined }

/** By which price a scenario is answered; one that does not name its form is taken to buy. */
export function basisOf(form: CommercialForm | null | undefined): PriceBasis {
  return form === 'rental' || form === 'raas' ? form : 'purchase'
}

/** Whether this form is paid by the month, so that a budget needs a term to be compared with it. */
export function isMonthly(form: CommercialForm | null | undefined): boolean {
  return basisOf(form) !== 'purchase'
}

/** A stated band; null when neither end is stated. */
export interface Band {
  from: number | null
  to: number | null
}

export function bandOf(prices: Prices, basis: PriceBasis): Band | null {
  const { from, to } = priceBases[basis]
  const band = { from: prices[from] ?? null, to: prices[to] ?? null }
  return band.from === null && band.to === null ? null : band
}

/**
 * Whether the firm offers the product on this basis: its price says so, or the forms it names; of a firm that names no
 * form it is not known.
 */
export function isOffered(
  { commercialForms = [], ...prices }: Prices & { commercialForms?: readonly CommercialForm[] },
  basis: PriceBasis,
): boolean | null {
  const forms: readonly CommercialForm[] = priceBases[basis].forms
  if (bandOf(prices, basis) !== null || commercialForms.some(each => forms.includes(each))) return true
  return commercialForms.length === 0 ? null : false
}

/** Every end of every band, null where it is not stated: for tables and interfaces, which leave nothing out. */
export function statedPrices(prices: Prices): Record<PriceField, number | null> {
  const ends = priceBasisIds.flatMap(basis => [priceBases[basis].from, priceBases[basis].to])
  return Object.fromEntries(ends.map(end => [end, prices[end] ?? null])) as Record<PriceField, number | null>
}
