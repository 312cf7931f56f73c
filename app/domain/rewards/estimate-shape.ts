import { z } from 'zod'
import type { Localized } from '../shared/localized.ts'
import type { Assessment } from './reward.ts'
import type { RecordedStatement, RewardRule } from './rule.ts'

/** A claim that could not be read: where, and why. */
export interface InvalidEntry {
  /** Place in the list; -1 when the input is no list. */
  index: number
  /** Dotted from the entry, `units.0.basisFen`; empty for the entry itself. */
  path: string
  reason: string
}

export interface EstimateResult extends Assessment {
  index: number
  id: string | null
  /** The answer in one sentence. */
  summary: Localized
}

/** What `npm run reward` and POST /api/v1/rewards/estimate answer. */
export interface Estimate {
  /** Every amount below is a whole number of 分. */
  unit: 'fen'
  ruleSets: readonly RewardRule[]
  recordedStatements: readonly RecordedStatement[]
  results: EstimateResult[]
  invalid: InvalidEntry[]
}

const localized = z.object({ zh: z.string(), en: z.string() })
const fen = z.int().min(0)
const tri = z.enum(['T', 'F', 'U'])
const verdict = z.enum(['eligible', 'notEligible', 'undetermined'])
const params = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
const clause = z.object({ quote: z.string(), gloss: z.string(), verbatim: z.boolean() })

const document = z.object({
  title: localized,
  document: z.string(),
  published: z.iso.date(),
  url: z.string().nullable(),
  reliability: z.enum(['original', 'quoted', 'mirror', 'press']),
})

const rule = document.extend({
  id: z.string(),
  version: z.string(),
  effectiveFrom: z.iso.date(),
  effectiveTo: z.iso.date().nullable().describe('Half-open; null while no end is known'),
  itemScope: z.enum(['unit', 'product']),
  perItemCap: fen,
  firmYearCap: fen,
  rate: z.int().nullable().describe('Basis points; null: no text gives a rate, so no amount is computed'),
  basis: z.object({ id: z.string(), label: localized }).nullable(),
  region: z.enum(['jingJinJi', 'domestic']),
  stage: z.enum(['unfinalised', 'engineeringPrototype']),
  funding: z.object({ excludes: z.array(z.string()), allows: z.array(z.string()) }),
  year: z.literal('calendarYearOfDecision'),
  clauses: z.record(z.string(), clause),
  caps: z.object({ perItem: clause, firmYear: clause, basis: clause.nullable() }),
  notes: z.array(localized),
})

const condition = z.object({
  id: z.string(),
  value: tri,
  quote: z.string(),
  gloss: z.string(),
  verbatim: z.boolean(),
  fact: z.string(),
  params,
  evidence: z.string(),
  decidedBy: z.array(z.string()),
})

const item = z.object({
  key: z.string(),
  serials: z.array(z.string()),
  cap: fen,
  granted: fen,
  room: fen,
  basis: fen.nullable(),
  ceiling: fen.nullable(),
  assessed: fen.nullable(),
})

const result = z.object({
  index: z.int(),
  id: z.string().nullable(),
  summary: localized,
  ruleVersion: z.string(),
  verdict,
  conditions: z.array(condition),
  ceiling: fen.nullable().describe('0 when not eligible; null when a cost that the rule needs is unknown'),
  outerLimit: fen.describe('What the fixed ceilings alone leave'),
  headroom: fen,
  firmYear: z.object({ year: z.int(), cap: fen, granted: fen, reserved: fen, headroom: fen }),
  perItem: z.array(item),
  assessed: fen.nullable().describe('核定金额; null: not given'),
  assessedBecause: z.enum(['computed', 'noRate', 'noBasis', 'notEligible', 'undetermined']),
  needs: z.array(z.object({ settles: z.string(), document: z.string() })),
  trace: z.array(
    z.object({
      step: z.string(),
      clause: z.string(),
      params,
      value: z.union([z.string(), z.number(), z.null()]),
    }),
  ),
})

/** The JSON of an `Estimate`, for the API's description; a test holds every answer against it. */
export const EstimateResponse = z.object({
  unit: z.literal('fen'),
  ruleSets: z.array(rule),
  recordedStatements: z.array(
    document.extend({
      id: z.string(),
      quote: z.string(),
      conflictsWith: z.array(z.string()),
      says: localized,
    }),
  ),
  results: z.array(result),
  invalid: z.array(z.object({ index: z.int(), path: z.string(), reason: z.string() })),
})
