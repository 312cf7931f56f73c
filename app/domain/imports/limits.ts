/** What one file may hold; beyond it the reader is told which bound was passed, and nothing is imported. */
export const importLimits = {
  bytes: 20 * 1024 * 1024,
  rows: 10_000,
  columns: 300,
  /** Code points of one cell; no field of the platform takes more. */
  cell: 5_000,
  /** Rows of a list sheet such as 验收指标, of all scenarios together. */
  listRows: 100_000,
} as const

/** What an export holds at most: the same, so that it can come back. */
export const exportRows = importLimits.rows
