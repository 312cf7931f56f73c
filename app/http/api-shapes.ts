import { z } from 'zod'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import { criterionIds, necessityIds } from '#domain/ontology/criteria.ts'
import { robotCategoryIds, taskIds } from '#domain/ontology/tasks.ts'
import { confidentialPartIds } from '#domain/scenarios/confidential-parts.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import { indexNames } from '#domain/searching/address.ts'
import {
  commercialFormIds,
  districtCodes,
  domainIds,
  evidenceGradeIds,
  maturityIds,
  readinessIds,
  sourceIds,
  targetDirectionIds,
} from '#domain/vocabulary.ts'

/**
 * What the read API answers. Every answer is parsed with its shape, so that only what is named here leaves the
 * house; the same shapes describe the API in /api/openapi.json.
 */
const url = z.string().describe('The page of this object')
const fen = z.int().min(0).nullable().describe('Whole 分; 100 are one yuan. Null: not stated')
const instant = z.iso.datetime().nullable()
const name = z.object({ name: z.string(), nameEn: z.string().nullable() })
const value = z
  .union([
    z.number(),
    z.boolean(),
    z.string(),
    z.array(z.string()),
    z.object({ min: z.number(), max: z.number() }),
  ])
  .describe('In the unit of the criterion, see /about/data')

const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.int(), page: z.int(), pageSize: z.int() })

const wholeNumber = ({ min, max, otherwise }: { min: number; max: number; otherwise: number }) =>
  z.coerce.number().int().min(min).max(max).default(otherwise)
const pageNumber = wholeNumber({ min: 1, max: 500, otherwise: 1 })

export const SearchParams = z.strictObject({
  index: z.enum(indexNames),
  q: z
    .string()
    .max(200)
    .default('')
    .describe('Chinese, English, pinyin; quantities such as 载重≥50kg are understood'),
  limit: wholeNumber({ min: 1, max: 100, otherwise: 20 }),
  offset: wholeNumber({ min: 0, max: 10_000, otherwise: 0 }),
  after: z
    .string()
    .min(1)
    .max(1000)
    .optional()
    .describe('From the `next` of the page before: nothing is skipped or repeated when objects come and go'),
})

export const SearchAnswer = z.object({
  hits: z.array(z.object({ id: z.string(), index: z.enum(indexNames), title: z.string(), url })),
  total: z.int(),
  totalIsExact: z.boolean().describe('False where there may be more than `total`, which no page reaches'),
  next: z.string().nullable().describe('The address of the next page; null on the last one'),
  engine: z.enum(['postgres', 'meilisearch']),
})

export const ScenarioParams = z.strictObject({
  domain: z.enum(domainIds).optional(),
  district: z.enum(districtCodes).optional(),
  kind: z.enum(['open', 'report']).optional().describe('Open calls, or cases reported in public'),
  page: pageNumber,
})

const ScenarioLine = z.object({
  id: z.string(),
  number: z.string().nullable(),
  url,
  title: z.string(),
  status: z.enum(scenarioLifecycle.statuses),
  source: z.enum(sourceIds),
  organization: name,
  domain: z.enum(domainIds).nullable(),
  district: z.enum(districtCodes).nullable(),
  summary: z.string(),
  budgetFen: fen,
  units: z.int().nullable(),
  bidDeadline: instant,
})

export const ScenarioList = page(ScenarioLine)

export const ScenarioDetail = ScenarioLine.omit({ summary: true }).extend({
  sourceUrl: z.string().nullable(),
  sourceYear: z.int().nullable(),
  publishedAt: instant,
  tasks: z.array(z.enum(taskIds)),
  situation: z.string().nullable(),
  pain: z.string().nullable(),
  site: z.string().nullable(),
  exclusions: z.string().nullable(),
  requirements: z.array(
    z.object({
      criterion: z.enum(criterionIds),
      necessity: z.enum(necessityIds),
      value,
      note: z.string().nullable(),
    }),
  ),
  metrics: z.array(
    z.object({
      name: z.string(),
      method: z.string(),
      unit: z.string(),
      direction: z.enum(targetDirectionIds),
      baseline: z.number().nullable(),
      target: z.number(),
      mandatory: z.boolean(),
    }),
  ),
  readiness: z.enum(readinessIds).nullable(),
  commercialForm: z.enum(commercialFormIds).nullable(),
  termMonths: z
    .int()
    .nullable()
    .describe('Months that the budget of a rental or a service pays for; null for any other form'),
  acceptsUnfinalised: z.boolean().nullable(),
  pilotWeeks: z.int().nullable(),
  budgetFromFen: fen.describe('Lower end of the budget’s band, where there is one'),
  evaluation: z.array(z.object({ name: z.string(), weight: z.int() })),
  questionsUntil: instant,
  unknowns: z.array(z.enum(criterionIds)).describe('Asked, and the demand side does not know yet'),
  process: z.object({
    people: z.number().nullable().describe('People in a shift'),
    shifts: z.number().nullable().describe('Shifts a day'),
    hours: z.number().nullable().describe('Hours of a shift'),
    volume: z.number().nullable().describe('Work done in a day, in `unit`'),
    unit: z.string().nullable(),
  }),
  confidential: z
    .array(z.enum(confidentialPartIds))
    .describe('Parts that are open to verified firms only; they are null here'),
})

export const ProductParams = z.strictObject({
  category: z.enum(robotCategoryIds).optional(),
  domain: z.enum(domainIds).optional(),
  maturity: z.enum(maturityIds).optional(),
  kind: z.enum(['platform', 'report']).optional(),
  page: pageNumber,
})

const ProductLine = z.object({
  id: z.string(),
  url,
  name: z.string(),
  organization: z.string(),
  source: z.enum(sourceIds),
  sourceUrl: z.string().nullable(),
  category: z.enum(robotCategoryIds).nullable(),
  maturity: z.enum(maturityIds).nullable(),
  trl: z.int().nullable(),
  summary: z.string(),
  priceFromFen: fen.describe('To buy one unit, low end of the band'),
  priceToFen: fen,
  rentalFromFen: fen.describe('Rent of one unit for a month, low end of the band'),
  rentalToFen: fen,
  raasFromFen: fen.describe('Robot as a service, one unit for a month, low end of the band'),
  raasToFen: fen,
})

export const ProductList = page(ProductLine)

export const ProductDetail = ProductLine.extend({
  number: z.string().nullable(),
  version: z.int(),
  publishedAt: instant,
  model: z.string().nullable(),
  domains: z.array(z.enum(domainIds)),
  tasks: z.array(z.enum(taskIds)),
  specs: z
    .partialRecord(
      z.enum(criterionIds),
      z.object({
        value,
        grade: z.enum(evidenceGradeIds).nullable(),
        source: z.string().nullable(),
        sourceDay: z.string().nullable(),
        body: z.string().nullable().describe('The testing body of a third-party test'),
      }),
    )
    .describe('A criterion that is absent has not been disclosed: it is neither zero nor no'),
  commercialForms: z.array(z.enum(commercialFormIds)),
  regions: z.string().nullable(),
})

export const CatalogParams = z.strictObject({ domain: z.enum(domainIds).optional(), page: pageNumber })

const EntryLine = z.object({
  id: z.string(),
  number: z.string().nullable(),
  url,
  title: z.string(),
  status: z.enum(entryLifecycle.statuses),
  source: z.enum(sourceIds),
  domain: z.enum(domainIds),
  district: z.string(),
  demand: z.string(),
  supply: z.string(),
  summary: z.string(),
  noticeFrom: z.string().nullable(),
  noticeTo: z.string().nullable(),
  publishedAt: instant,
})

export const CatalogList = page(EntryLine)

export const EntryDetail = EntryLine.extend({
  solution: z.string(),
  conditions: z.string(),
  failures: z.string(),
  scenarioId: z.string(),
  product: z.object({ id: z.string(), name: z.string(), version: z.int() }),
  pilotNumber: z.string().nullable(),
  acceptedAt: instant,
  metrics: z.array(
    z.object({
      name: z.string(),
      method: z.string(),
      unit: z.string(),
      direction: z.enum(targetDirectionIds),
      baseline: z.number().nullable(),
      target: z.number(),
      mandatory: z.boolean(),
      measured: z.number().nullable().describe('Null: not measured'),
      sample: z.string().nullable(),
      waiver: z.string().nullable().describe('Why the demand side accepted it unmet'),
    }),
  ),
})

/** RFC 9457, as `api.ts` writes it. */
export const Problem = z.object({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  reason: z.string().describe('Stable; for programs'),
  requestId: z.string(),
  path: z.string().optional().describe('The parameter or field that is wrong'),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
