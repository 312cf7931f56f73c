import { z } from 'zod'
import { choice, decimal, money, optional, text } from '../shared/fields.ts'
import { fundingLevelIds, mostGrants } from './vocabulary.ts'

/** 获得过的一项财政资金: what is left out of it is not known, which is neither none nor zero. */
const Grant = z.object({
  programme: text({ min: 2, max: 120 }),
  level: choice(fundingLevelIds),
  from: optional(text({ max: 120 })),
  year: optional(decimal({ min: 1990, max: 2100, integer: true })),
  amountFen: optional(money({ maxYuan: 1_000_000_000, unit: 'wan' })),
})
export type Grant = z.infer<typeof Grant>

/** Rows of a form; one in which nothing is typed says nothing, whatever its menu shows. */
export const Grants = z.preprocess(
  value =>
    Array.isArray(value)
      ? value.filter(row => !isBlank(row))
      : value === undefined || value === ''
        ? undefined
        : value,
  z.array(Grant).max(mostGrants, `field.tooMany|max=${mostGrants}`).optional(),
)

function isBlank(row: unknown): boolean {
  if (row === null || typeof row !== 'object') return row === undefined || row === null || row === ''
  return Object.entries(row).every(
    ([name, part]) => name === 'level' || part === undefined || part === null || String(part).trim() === '',
  )
}

/** Whether the rows fit the answer: 未获得 and a grant contradict each other. */
export function grantsFit({ funding, grants }: { funding?: string; grants?: readonly Grant[] }): boolean {
  return funding !== 'none' || !grants || grants.length === 0
}
