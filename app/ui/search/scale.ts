/** Where a slider's handles can stand: from the least to the greatest value that is stated. */
export interface Span {
  min: number
  max: number
}

/** Places of a slider, the first and the last included. */
export const places = 101

/** Steps of equal ratio where the greatest is many times the least: robots lift from 0.5 kg to 5 t. */
const isWide = ({ min, max }: Span) => min > 0 && max / min > 50 && Number.isFinite(max / min)

/** The value at a place: the ends are exact, those between are rounded to two figures. */
export function valueAt(span: Span, place: number): number {
  const { min, max } = span
  if (place <= 0) return min
  if (place >= places - 1) return max
  const share = place / (places - 1)
  const value = isWide(span) ? min * (max / min) ** share : min + (max - min) * share
  return Math.min(Math.max(Number(value.toPrecision(2)), min), max)
}

/** The place nearest to a value. */
export function placeOf(span: Span, value: number): number {
  const { min, max } = span
  if (max <= min) return 0
  const within = Math.min(Math.max(value, min), max)
  const share = isWide(span) ? Math.log(within / min) / Math.log(max / min) : (within - min) / (max - min)
  return Math.round(share * (places - 1))
}
