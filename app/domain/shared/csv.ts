/** What a spreadsheet would run as a formula, full-width signs included (OWASP, CSV injection). */
const formula = /^\s*[=+\-@＝＋－＠\t\r]/

/** One cell of a CSV file (RFC 4180): a text that a spreadsheet would take for a formula is marked as text by a quote. */
export function csvCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A CSV file with a byte order mark, without which spreadsheets misread Chinese. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map(row => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}
