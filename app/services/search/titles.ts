import type { Found } from './hydrate.ts'

/** How a found object is called. */
export function titleOf({ row }: Found): string {
  return 'name' in row ? row.name : row.title
}
