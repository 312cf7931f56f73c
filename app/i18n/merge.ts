/** What a dictionary looks like from outside: nested records of texts. */
export type Words = { readonly [key: string]: string | Words }

type Both<T> = (T extends unknown ? (each: T) => void : never) extends (all: infer All) => void ? All : never

/** Two parts of a dictionary as one: where both have a record, the record of both. */
export function merge(one: Words, other: Words): Words {
  const both: Record<string, string | Words> = { ...one }
  for (const [key, value] of Object.entries(other)) {
    const known = both[key]
    both[key] = typeof known === 'object' && typeof value === 'object' ? merge(known, value) : value
  }
  return both
}

/** A whole dictionary of its parts, with the keys of each. */
export function mergeAll<T extends Words[]>(...parts: T): Both<T[number]> {
  return parts.reduce(merge) as Both<T[number]>
}
