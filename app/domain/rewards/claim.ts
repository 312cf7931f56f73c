import { z } from 'zod'
import { instantFromLocal } from '../shared/dates.ts'
import { fen } from '../shared/money.ts'
import { provinceOf } from '../shared/regions.ts'
import { normalSerial } from '../shared/serial.ts'
import { checkUscc } from '../shared/uscc.ts'
import { fundingAnswerIds } from '../vocabulary.ts'
import { fundingLevels, trialStages } from './rule.ts'
import { rewardRules } from './rules.ts'

/** Ten billion yuan: above any real cost, and two hundred of them still add up exactly. */
const MAX_FEN = 1_000_000_000_000
const MAX_UNITS = 200

const label = (max: number) => z.string().trim().min(1, 'field.required').max(max, `field.tooLong|max=${max}`)
const amount = z.int('field.fen').min(0, 'field.fen').max(MAX_FEN, 'field.fen').transform(fen)

/** true, false, or null: not known. What is left out is not known either. */
const fact = z.boolean().nullable().default(null)

const uscc = z.string().transform((text, context) => {
  const checked = checkUscc(text)
  if (checked.ok) return checked.code
  const facts = Object.entries(checked.detail).map(([name, value]) => `|${name}=${value}`)
  context.issues.push({ code: 'custom', message: `${checked.reason}${facts.join('')}`, input: text })
  return z.NEVER
})

const decidedAt = z.string().transform((text, context) => {
  const instant = instantFromLocal(text)
  if (instant) return instant
  context.issues.push({ code: 'custom', message: 'field.moment', input: text })
  return z.NEVER
})

const regionCode = z
  .string()
  .trim()
  .refine(code => code === 'abroad' || provinceOf(code) !== null, 'field.region')
  .nullable()
  .default(null)

const serial = z.string().max(200, 'field.tooLong|max=200').transform(normalSerial)

const firm = z.strictObject({
  uscc: uscc.describe('统一社会信用代码 of the firm that made the robot'),
  name: label(200),
  registeredInBeijing: fact,
  creditClean: fact.describe('No joint or judicial sanction in the last three years'),
  otherDirectionThisYear: fact.describe('Already supported under another direction of the same year’s fund'),
  years: z
    .array(z.strictObject({ year: z.int().min(2000).max(2200), grantedFen: amount, reservedFen: amount }))
    .max(50)
    .default([])
    .describe('What the ledger holds for the firm by calendar year; a year left out holds nothing'),
})

const product = z.strictObject({
  model: label(200),
  ownInnovation: fact.describe('The firm itself developed this innovative product'),
  stage: z.enum(trialStages, 'field.choice').nullable().default(null).describe('When the cooperation began'),
  fitsProductSystem: fact,
  grantedFen: amount.default(fen(0)).describe('Granted so far to all units of this model together'),
})

const rdFunding = z.strictObject({
  answer: z.enum(fundingAnswerIds, 'field.choice').default('unknown'),
  levels: z.array(z.enum(fundingLevels, 'field.choice')).max(fundingLevels.length).default([]),
})

const unit = z.strictObject({
  serial: serial.refine(text => text !== '', 'field.required'),
  basisFen: amount.nullable().default(null).describe('Making cost of this unit; null: not known'),
  grantedFen: amount.default(fen(0)).describe('Granted so far to this unit, over all pilots and years'),
})

/** The facts of a reward claim (首试首用奖励), as the firm, the platform and the ledger state them. Money in fen. */
export const RewardClaim = z
  .strictObject({
    id: z.string().max(100).optional(),
    ruleVersion: z
      .enum(
        rewardRules.map(rule => rule.version),
        'reward.unknownRule',
      )
      .default('m09@2023-08-16'),
    decidedAt: decidedAt.describe('ISO 8601 with offset, or Beijing wall time'),
    firm,
    product,
    rdFunding: rdFunding.prefault({}),
    trial: z
      .strictObject({
        regionCode: regionCode.describe('Six digits of GB/T 2260, or "abroad"'),
        first: fact.describe('First trial of this model in the region that the rule names'),
        typicalScenario: fact,
      })
      .prefault({}),
    pilot: z.strictObject({ accepted: fact, reference: z.string().max(100).optional() }).prefault({}),
    units: z.array(unit).min(1, 'field.tooFew|min=1').max(MAX_UNITS, `field.tooMany|max=${MAX_UNITS}`),
  })
  .superRefine((claim, context) => {
    repeated(claim.units.map(each => each.serial)).forEach(index => {
      context.addIssue({
        code: 'custom',
        message: 'reward.duplicateSerial',
        path: ['units', index, 'serial'],
      })
    })
    repeated(claim.firm.years.map(each => each.year)).forEach(index => {
      context.addIssue({
        code: 'custom',
        message: 'reward.duplicateYear',
        path: ['firm', 'years', index, 'year'],
      })
    })
    if (claim.rdFunding.levels.length > 0 && claim.rdFunding.answer !== 'received')
      context.addIssue({
        code: 'custom',
        message: 'reward.levelsWithoutFunding',
        path: ['rdFunding', 'levels'],
      })
  })
export type RewardClaim = z.output<typeof RewardClaim>

/** What the rules look at: no name and no number, so that anybody can ask before there is a claim. */
export type RewardFacts = Omit<RewardClaim, 'id' | 'firm'> & {
  firm: Omit<RewardClaim['firm'], 'uscc' | 'name'>
}

/** The places of values that already came before. */
const repeated = (values: readonly unknown[]): number[] =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []))
