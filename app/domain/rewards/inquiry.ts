import { z } from 'zod'
import type { Instant } from '../shared/dates.ts'
import { dayOf, instantAt } from '../shared/dates.ts'
import { calendarDay, choice, decimal, listOf, money, optional, text } from '../shared/fields.ts'
import type { Fen } from '../shared/money.ts'
import { fen, fenFromYuan } from '../shared/money.ts'
import { provinceOf } from '../shared/regions.ts'
import { normalSerial } from '../shared/serial.ts'
import { fundingAnswerIds } from '../vocabulary.ts'
import { answers, factOf } from './application.ts'
import type { RewardFacts } from './claim.ts'
import { fundingLevels, trialStages } from './rule.ts'
import { capYearOf, rewardRules } from './rules.ts'

const maxUnits = 200
const maxLines = 40
const maxYuan = 1_000_000_000

const answer = optional(choice(answers)).transform(given => given ?? 'unknown')
const wan = (zero: boolean) => optional(money({ maxYuan, unit: 'wan', zero }))

interface Line {
  serial: string
  basisFen: Fen | null
  grantedFen: Fen
}

/** 逐台填写, one unit a line: serial, making cost and earlier grants in 万元; what is left out is not known. */
const lines = optional(
  text({ max: 1200 }).transform((typed, context): Line[] => {
    const rows = typed.split('\n').filter(row => row.trim() !== '')
    const read = rows.map(lineOf)
    const bad = read.indexOf(null)
    const units = read.filter(line => line !== null)
    const seen = units.map(line => line.serial)
    const message =
      rows.length > maxLines
        ? `field.tooMany|max=${maxLines}`
        : bad >= 0
          ? `reward.line|line=${bad + 1}`
          : new Set(seen).size < seen.length
            ? 'reward.duplicateSerial'
            : null
    if (message === null) return units
    context.issues.push({ code: 'custom', message, input: typed })
    return z.NEVER
  }),
)

function lineOf(row: string): Line | null {
  const [serial = '', cost, earlier, ...more] = row.split(/[\s,，;；]+/).filter(part => part !== '')
  const [basisFen, grantedFen] = [amountOf(cost), amountOf(earlier)]
  if (more.length > 0 || basisFen === undefined || grantedFen === undefined) return null
  return { serial: normalSerial(serial), basisFen: basisFen || null, grantedFen: grantedFen ?? fen(0) }
}

/** Null for what is not there, undefined for what is no amount. */
function amountOf(typed: string | undefined): Fen | null | undefined {
  if (typed === undefined) return null
  const read = fenFromYuan(/[元万]$/u.test(typed) ? typed : `${typed}万`)
  return read.ok && read.value <= maxYuan * 100 ? read.value : undefined
}

/**
 * 测算: what the public calculator asks. The names are those of its address, so that a result can be sent to
 * somebody. Whatever is left out is not known.
 */
export const RewardInquiry = z
  .object({
    rule: optional(choice(nonEmpty(rewardRules.map(rule => rule.version)))),
    /** 审定日; today when it is left out. */
    on: optional(calendarDay()),
    own: answer,
    stage: optional(choice(trialStages)),
    accepted: answer,
    first: answer,
    funding: optional(choice(fundingAnswerIds)).transform(given => given ?? 'unknown'),
    level: listOf(choice(fundingLevels), { max: fundingLevels.length }),
    region: optional(
      text({ max: 6 }).refine(code => code === 'abroad' || provinceOf(code) !== null, 'field.region'),
    ),
    units: optional(decimal({ min: 1, max: maxUnits, integer: true })).transform(given => given ?? 1),
    cost: wan(false),
    list: lines,
    granted: wan(true),
    reserved: wan(true),
    scenario: answer,
    fits: answer,
    beijing: answer,
    credit: answer,
    other: answer,
  })
  .refine(({ funding, level }) => funding === 'received' || level.length === 0, {
    error: 'reward.levelsWithoutFunding',
    path: ['level'],
  })
export type RewardInquiry = z.output<typeof RewardInquiry>

function nonEmpty(versions: readonly string[]): [string, ...string[]] {
  const [first = '', ...rest] = versions
  return [first, ...rest]
}

/** The rule version an inquiry is about; the measure itself unless it names another. */
export const inquiredRule = ({ rule }: RewardInquiry): string => rule ?? 'm09@2023-08-16'

/** The facts of an inquiry made at `now`. The hour of the decision changes nothing, so noon makes it repeatable. */
export function factsOfInquiry(inquiry: RewardInquiry, now: Instant): RewardFacts {
  const decidedAt = instantAt(inquiry.on ?? dayOf(now), '12:00')
  const each = (_: unknown, index: number): Line => ({
    serial: `#${index + 1}`,
    basisFen: inquiry.cost ?? null,
    grantedFen: fen(0),
  })
  const year = {
    year: capYearOf(decidedAt),
    grantedFen: inquiry.granted ?? fen(0),
    reservedFen: inquiry.reserved ?? fen(0),
  }
  return {
    ruleVersion: inquiredRule(inquiry),
    decidedAt,
    firm: {
      registeredInBeijing: factOf(inquiry.beijing),
      creditClean: factOf(inquiry.credit),
      otherDirectionThisYear: factOf(inquiry.other),
      years: [year],
    },
    product: {
      model: '#',
      ownInnovation: factOf(inquiry.own),
      stage: inquiry.stage ?? null,
      fitsProductSystem: factOf(inquiry.fits),
      grantedFen: fen(0),
    },
    rdFunding: { answer: inquiry.funding, levels: inquiry.level },
    trial: {
      regionCode: inquiry.region ?? null,
      first: factOf(inquiry.first),
      typicalScenario: factOf(inquiry.scenario),
    },
    pilot: { accepted: factOf(inquiry.accepted) },
    units: inquiry.list ?? Array.from({ length: inquiry.units }, each),
  }
}
