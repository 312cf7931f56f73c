import { z } from 'zod'
import { criterionIds, necessityIds } from '../ontology/criteria.ts'
import { categoryIn, tasksIn } from '../ontology/recognise.ts'
import { Requirement, Specs } from '../ontology/requirement.ts'
import { robotCategoryIds, taskIds } from '../ontology/tasks.ts'
import { commercialFormIds, domainIds, evidenceGradeIds, maturityIds } from '../vocabulary.ts'
import type { MatchProduct, MatchScenario } from './match.ts'
import {
  readSparseProduct,
  readSparseScenario,
  SparseProduct,
  SparseScenario,
  withCategoryTasks,
} from './sparse.ts'
import { Id } from './sparse-read.ts'

/**
 * The public import format of `npm run match`, for whoever wants to try the matcher on lists of their own.
 * Amounts are in 元. Whatever is left out stays unknown; tasks and category are then recognised in the text.
 */
const range = z.object({ min: z.number(), max: z.number() })
const value = z.union([
  z.number(),
  z.boolean(),
  z.string().max(300),
  z.array(z.string().max(60)).max(40),
  range,
])
const prose = z.string().max(20_000).optional()

const ImportRequirement = z.object({
  criterion: z.enum(criterionIds),
  necessity: z.enum(necessityIds).default('must'),
  value: value.optional().meta({
    description: 'In the criterion’s unit, or text with a unit such as "50 kg"; of a set the options',
  }),
})

const ImportScenario = z
  .object({
    id: Id,
    title: z.string().min(1).max(300),
    domain: z.enum(domainIds).optional(),
    tasks: z.array(z.enum(taskIds)).max(12).optional(),
    situation: prose,
    pain: prose,
    requirements: z.array(ImportRequirement).max(60).default([]),
    budgetYuan: z.number().positive().optional(),
    units: z.number().int().min(1).optional(),
    commercialForm: z.enum(commercialFormIds).optional().meta({
      description: 'How the robots are paid for; without it they are taken to be bought',
    }),
    termMonths: z.number().int().min(1).max(120).optional().meta({
      description:
        'Months that the budget of a rental or a service pays for; without it no month’s price compares',
    }),
    acceptsUnfinalised: z.boolean().optional(),
    region: z.string().max(200).optional(),
  })
  .meta({ title: 'Scenario', description: 'One application scenario 应用场景' })

const perMonth = (description: string) => z.number().positive().optional().meta({ description })

const ImportProduct = z
  .object({
    id: Id,
    name: z.string().min(1).max(300),
    vendor: z.string().max(300).optional(),
    category: z.enum(robotCategoryIds).optional(),
    domains: z.array(z.enum(domainIds)).max(11).default([]),
    tasks: z.array(z.enum(taskIds)).max(30).optional(),
    summary: prose,
    specs: z
      .partialRecord(
        z.enum(criterionIds),
        z.object({
          value,
          grade: z.enum(evidenceGradeIds).default('C'),
          source: z.string().max(300).optional(),
        }),
      )
      .default({}),
    maturity: z.enum(maturityIds).optional(),
    priceFromYuan: z.number().positive().optional(),
    priceToYuan: z.number().positive().optional(),
    rentalFromYuan: perMonth('Rent of one unit for a month, low end'),
    rentalToYuan: perMonth('Rent of one unit for a month, high end'),
    raasFromYuan: perMonth('Robot as a service: one unit for a month, low end'),
    raasToYuan: perMonth('Robot as a service: one unit for a month, high end'),
    regions: z.string().max(300).optional(),
  })
  .meta({ title: 'Product', description: 'One robot product 机器人产品' })

export const ImportFile = {
  scenarios: z.array(z.union([ImportScenario, SparseScenario])).meta({ title: 'Scenarios' }),
  products: z.array(z.union([ImportProduct, SparseProduct])).meta({ title: 'Products' }),
}

/** One wrong place of an import: `products[3].specs.payloadKg: …`. */
interface ImportError {
  path: string
  message: string
}
export type Imported<T> = { ok: true; items: T[] } | { ok: false; errors: ImportError[] }

/** Scenarios from parsed JSON, either format, record by record. */
export function importScenarios(json: unknown): Imported<MatchScenario> {
  return importAll(listIn(json, 'scenarios'), 'scenarios', item =>
    isSparseScenario(item)
      ? read(SparseScenario, item, readSparseScenario)
      : read(ImportScenario, item, readScenario),
  )
}

/** Products from parsed JSON, either format, record by record. */
export function importProducts(json: unknown): Imported<MatchProduct> {
  return importAll(listIn(json, 'products'), 'products', item =>
    isSparseProduct(item)
      ? read(SparseProduct, item, readSparseProduct)
      : read(ImportProduct, item, readProduct),
  )
}

type Attempt<T> = { ok: true; item: T } | { ok: false; issues: readonly z.core.$ZodIssue[] }

function read<S extends z.ZodType, T>(
  schema: S,
  item: unknown,
  build: (parsed: z.infer<S>) => T | z.core.$ZodIssue[],
): Attempt<T> {
  const parsed = schema.safeParse(item)
  if (!parsed.success) return { ok: false, issues: parsed.error.issues }
  const built = build(parsed.data)
  return Array.isArray(built) ? { ok: false, issues: built } : { ok: true, item: built }
}

function importAll<T extends { id: string }>(
  list: unknown[] | null,
  name: string,
  attempt: (item: unknown) => Attempt<T>,
): Imported<T> {
  if (!list) return { ok: false, errors: [{ path: name, message: 'must be a JSON list' }] }
  const errors: ImportError[] = []
  const items = new Map<string, T>()
  for (const [index, each] of list.entries()) {
    const result = attempt(each)
    if (!result.ok)
      errors.push(
        ...result.issues.map(issue => ({ path: pathOf(name, index, issue.path), message: issue.message })),
      )
    else if (items.has(result.item.id))
      errors.push({ path: `${name}[${index}].id`, message: `"${result.item.id}" stands twice` })
    else items.set(result.item.id, result.item)
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, items: [...items.values()] }
}

function pathOf(name: string, index: number, path: readonly PropertyKey[]): string {
  return [`${name}[${index}]`, ...path.map(String)].join('.')
}

function listIn(json: unknown, name: string): unknown[] | null {
  if (Array.isArray(json)) return json
  const inner = typeof json === 'object' && json !== null ? Reflect.get(json, name) : null
  return Array.isArray(inner) ? inner : null
}

function readScenario(given: z.infer<typeof ImportScenario>): MatchScenario | z.core.$ZodIssue[] {
  const requirements = z
    .object({ requirements: z.array(Requirement) })
    .safeParse({ requirements: given.requirements })
  if (!requirements.success) return requirements.error.issues
  const body = [given.situation, given.pain].filter(Boolean).join('。')
  return {
    id: given.id,
    title: given.title,
    domain: given.domain ?? null,
    tasks:
      given.tasks?.map(task => ({ task, weight: 1 })) ??
      tasksIn({ headline: given.title, body, domain: given.domain ?? null }),
    text: [given.title, body].filter(Boolean).join('。'),
    requirements: requirements.data.requirements,
    budgetFen: fenOf(given.budgetYuan),
    units: given.units ?? null,
    commercialForm: given.commercialForm ?? null,
    termMonths: given.termMonths ?? null,
    acceptsUnfinalised: given.acceptsUnfinalised ?? null,
    responsiveness: null,
    region: given.region ?? null,
  }
}

function readProduct(given: z.infer<typeof ImportProduct>): MatchProduct | z.core.$ZodIssue[] {
  const specs = z.object({ specs: Specs }).safeParse({ specs: given.specs })
  if (!specs.success) return specs.error.issues
  const { name, summary = '' } = given
  const category = given.category ?? categoryIn(`${name} ${summary}`)
  return {
    id: given.id,
    name,
    category,
    tasks:
      given.tasks?.map(task => ({ task, weight: 1 })) ??
      withCategoryTasks(tasksIn({ headline: name, body: summary }, 6), category),
    domains: given.domains,
    text: [name, summary].filter(Boolean).join('。'),
    specs: specs.data.specs,
    maturity: given.maturity ?? null,
    priceFromFen: fenOf(given.priceFromYuan),
    priceToFen: fenOf(given.priceToYuan),
    rentalFromFen: fenOf(given.rentalFromYuan),
    rentalToFen: fenOf(given.rentalToYuan),
    raasFromFen: fenOf(given.raasFromYuan),
    raasToFen: fenOf(given.raasToYuan),
    regions: given.regions ?? null,
    home: null,
  }
}

function fenOf(yuan: number | undefined): number | null {
  return yuan === undefined ? null : Math.round(yuan * 100)
}

/** Titles per language or a description mark the sparse format. */
export function isSparseScenario(item: unknown): boolean {
  return hasAny(item, ['title_zh', 'title_en', 'description']) || !hasAny(item, ['title'])
}

/** Chinese labels, underscored spec keys or a description mark the sparse format. */
export function isSparseProduct(item: unknown): boolean {
  if (typeof item !== 'object' || item === null) return false
  const { category, domains, specs }: { category?: unknown; domains?: unknown; specs?: unknown } = item
  const labels = [category, ...(Array.isArray(domains) ? domains : [])].filter(
    label => typeof label === 'string',
  )
  const keys = typeof specs === 'object' && specs !== null ? Object.keys(specs) : []
  return (
    hasAny(item, ['description', 'vendor_region', 'data_quality']) ||
    labels.some(label => /\p{Script=Han}/u.test(label)) ||
    keys.some(key => key.includes('_'))
  )
}

function hasAny(item: unknown, keys: readonly string[]): boolean {
  return typeof item === 'object' && item !== null && keys.some(key => key in item)
}
