/**
 * Cells that a spreadsheet would take for a formula (OWASP "CSV injection"; reliability S10): those that begin with
 * `= + - @`, their full-width twins, a tab or a line end. What leaves the platform gets an apostrophe before them, and
 * exactly that apostrophe is taken off when it comes back. A text that has apostrophes before such a sign already gets
 * one more, so that nothing is ever lost on the way there and back.
 */
const risky = /^'*[=+\-@\t\r\n＝＋－＠]/u
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/u

/** The text as it may be opened in a spreadsheet. Numbers are cells of their own and need no guard. */
export function guardFormula(text: string): string {
  return risky.test(text) ? `'${text}` : text
}

/** The text behind the guard; any other apostrophe stays. Nothing is ever evaluated. */
export function unguardFormula(text: string): string {
  return guarded.test(text) ? text.slice(1) : text
}
