/**
 * Money as whole 分 (1/100 yuan). Never a float: every amount in the program is an integer,
 * every rate an integer number of basis points (1/10,000).
 */
declare const fenBrand: unique symbol

/** An amount in 分; a safe integer. Negative only for reversals in a ledger. */
export type Fen = number & { readonly [fenBrand]: 'Fen' }

export type MoneyReason =
  | 'money.empty'
  | 'money.format'
  | 'money.negative'
  | 'money.tooPrecise'
  | 'money.tooLarge'

export type MoneyResult = { ok: true; value: Fen } | { ok: false; reason: MoneyReason }

/** How an amount is written in the reader's language: the figure and its unit apart, for large numerals. */
export interface MoneyParts {
  figure: string
  unit: string
}

const FEN_PER_YUAN_DIGITS = 2
const WAN_DIGITS = 4
/** Longer digit strings cannot be a safe integer; cutting here keeps absurd input cheap. */
const MAX_DIGITS = 16

export const isFen = (value: unknown): value is Fen => Number.isSafeInteger(value)

/** Brands a whole number of 分. Throws RangeError for fractions, NaN and unsafe integers: a fault of the caller. */
export function fen(value: number): Fen {
  // Minus zero would survive as a second zero in JSON and in comparisons.
  const amount = value === 0 ? 0 : value
  if (!isFen(amount)) throw new RangeError(`not a whole, safe number of fen: ${value}`)
  return amount
}

/** Brands a whole number of yuan, for constants: `yuan(500_000)`. */
export const yuan = (value: number): Fen => fen(value * 100)

export const addFen = (...amounts: readonly Fen[]): Fen => fen(amounts.reduce((sum, one) => sum + one, 0))

export const subtractFen = (from: Fen, amount: Fen): Fen => fen(from - amount)

export const minFen = (first: Fen, ...rest: readonly Fen[]): Fen => fen(Math.min(first, ...rest))

export const maxFen = (first: Fen, ...rest: readonly Fen[]): Fen => fen(Math.max(first, ...rest))

/**
 * `basisPoints` / 10,000 of an amount, rounded half up to the 分.
 * A negative amount mirrors its positive one, so a reversal cancels exactly.
 * Throws RangeError when the rate is not a non-negative whole number or the result is not a safe integer.
 */
export function percentOf(amount: Fen, basisPoints: number): Fen {
  if (!Number.isSafeInteger(basisPoints) || basisPoints < 0)
    throw new RangeError(`not a whole number of basis points: ${basisPoints}`)
  // The product of two safe integers may be unsafe, hence BigInt.
  const product = BigInt(Math.abs(amount)) * BigInt(basisPoints)
  const rounded = Number((product + 5_000n) / 10_000n)
  return fen(amount < 0 ? -rounded : rounded)
}

const fullWidth = /[\uff01-\uff5e]/g

/** Full-width ASCII (０－９ ，．) as its half-width twin, ideographic spaces as spaces. */
const halfWidth = (text: string): string =>
  text
    .replace(fullWidth, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('。', '.')

const decimal =
  /^(?<minus>[-−])?(?:[\u00a5\uffe5]\s*)?(?<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?<part>\d*))?\s*(?<unit>万元|万|元)?$/

/**
 * Reads an amount as people type it: `1,234.5`, `１２３４．５０元`, `¥300`, `50万元`.
 * Exact: digits are moved, never multiplied; what it would have to guess or round is refused.
 */
export function fenFromYuan(text: string): MoneyResult {
  const plain = halfWidth(text.slice(0, 200)).trim()
  if (plain === '') return { ok: false, reason: 'money.empty' }
  const found = decimal.exec(plain)?.groups
  if (!found?.whole) return { ok: false, reason: 'money.format' }
  const whole = found.whole.replaceAll(',', '')
  const part = (found.part ?? '').replace(/0+$/, '')
  const shift = FEN_PER_YUAN_DIGITS + (found.unit?.startsWith('万') ? WAN_DIGITS : 0)
  if (found.minus && /[1-9]/.test(whole + part)) return { ok: false, reason: 'money.negative' }
  if (part.length > shift) return { ok: false, reason: 'money.tooPrecise' }
  const digits = `${whole}${part.padEnd(shift, '0')}`.replace(/^0+(?=\d)/, '')
  const value = digits.length > MAX_DIGITS ? Number.NaN : Number(digits)
  return isFen(value) ? { ok: true, value } : { ok: false, reason: 'money.tooLarge' }
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** An integer moved `places` to the right of the point; trailing zeros of the fraction are kept up to `keep`. */
function pointed(amount: number, places: number, keep: number): string {
  const digits = String(Math.abs(amount)).padStart(places + 1, '0')
  const whole = grouped(digits.slice(0, -places))
  const part = digits.slice(-places).replace(/0+$/, '').padEnd(keep, '0')
  return `${amount < 0 ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`
}

/** The yuan figure alone, exact: `500,000` or `1,234.50` (a fraction always shows both digits). */
export const yuanFigure = (amount: Fen): string =>
  pointed(amount, FEN_PER_YUAN_DIGITS, amount % 100 === 0 ? 0 : 2)

/** `500,000 元` · `CNY 500,000`. Exact for every Fen. */
export const formatYuan = (amount: Fen, locale: 'zh' | 'en'): string =>
  locale === 'zh' ? `${yuanFigure(amount)} 元` : `CNY ${yuanFigure(amount)}`

/** Figure and unit apart; Chinese counts in 万元 where that needs at most two decimals, so nothing is rounded. */
export function yuanParts(amount: Fen, locale: 'zh' | 'en'): MoneyParts {
  if (locale === 'en') return { figure: yuanFigure(amount), unit: 'CNY' }
  const inWan = amount !== 0 && Math.abs(amount) >= 1_000_000 && amount % 10_000 === 0
  return inWan
    ? { figure: pointed(amount, FEN_PER_YUAN_DIGITS + WAN_DIGITS, 0), unit: '万元' }
    : { figure: yuanFigure(amount), unit: '元' }
}
