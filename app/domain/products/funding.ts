import { z } from 'zod'
import { choice, decimal, money, optional, text } from '../shared/fields.ts'
import type { Localized } from '../shared/localized.ts'

/** 财政资金的级别; not known is an answer of its own. */
export const fundingLevels = {
  national: { zh: '国家级', en: 'National' },
  municipal: { zh: '省市级', en: 'Provincial or municipal' },
  district: { zh: '区级', en: 'District' },
  unknown: { zh: '说不清', en: 'Not known' },
} as const satisfies Record<string, Localized>
export type FundingLevel = keyof typeof fundingLevels
export const fundingLevelIds = Object.keys(fundingLevels) as [FundingLevel, ...FundingLevel[]]

/** 获得过的一项财政资金: what is left out of it is not known, which is neither none nor zero. */
const Grant = z.object({
  programme: text({ min: 2, max: 120 }),
  level: choice(fundingLevelIds),
  from: optional(text({ max: 120 })),
  year: optional(decimal({ min: 1990, max: 2100, integer: true })),
  amountFen: optional(money({ maxYuan: 1_000_000_000, unit: 'wan' })),
})
export type Grant = z.infer<typeof Grant>

export const mostGrants = 6

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
