import { createHash } from 'node:crypto'

/** JSON with sorted keys and no `undefined`: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
  }
  return JSON.stringify(value ?? null)
}

/** SHA-256 of the canonical JSON, as lower-case hex. */
export function digest(value: unknown): string {
  return sha256(canonicalJson(value))
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
