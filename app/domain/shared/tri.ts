/** Three-valued truth: true, false, unknown. Unknown never passes as met and never hides a match. */
export type Tri = 'T' | 'F' | 'U'

/** Kleene conjunction: false if any is false, else unknown if any is unknown, else true. */
export function and(...values: Tri[]): Tri {
  if (values.includes('F')) return 'F'
  return values.includes('U') ? 'U' : 'T'
}

export function triOf(value: boolean | null | undefined): Tri {
  if (value === null || value === undefined) return 'U'
  return value ? 'T' : 'F'
}
