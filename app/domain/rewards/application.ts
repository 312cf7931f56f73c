import { z } from 'zod'
import { affirmation, choice, listOf, money, optional, text } from '../shared/fields.ts'
import { normalSerial } from '../shared/serial.ts'
import { fundingAnswerIds } from '../vocabulary.ts'
import { fundingLevels } from './rule.ts'

/** Yes, no, or not known: "not known" is an answer of its own and never counts as either. */
export const answers = ['yes', 'no', 'unknown'] as const
export type Answer = (typeof answers)[number]

export function factOf(answer: Answer): boolean | null {
  return answer === 'unknown' ? null : answer === 'yes'
}

const fields = z.object({
  funding: choice(fundingAnswerIds),
  fundingLevels: listOf(choice(fundingLevels), { max: fundingLevels.length }),
  ownInnovation: choice(answers),
  firstTrial: choice(answers),
  creditClean: choice(answers),
  otherDirection: choice(answers),
  /** 制备成本 per unit, typed in 万元; absent is not known. */
  costs: listOf(
    z.object({
      serial: text({ max: 60 }).transform(normalSerial),
      costFen: optional(money({ maxYuan: 1_000_000_000, unit: 'wan' })),
    }),
    { max: 200 },
  ),
  statement: text({ min: 4, max: 2000 }),
  affirmed: affirmation,
})

/** 奖励申报表: what only the firm can say. Everything the platform knows is read from the pilot and the ledger. */
export const ClaimForm = fields.refine(
  ({ funding, fundingLevels: levels }) => funding === 'received' || levels.length === 0,
  { error: 'reward.levelsWithoutFunding', path: ['fundingLevels'] },
)
export type ClaimForm = z.infer<typeof ClaimForm>
