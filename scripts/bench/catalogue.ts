import { readFileSync } from 'node:fs'
import { fromProduct } from '#domain/matching/adapters.ts'
import { importProducts, importScenarios } from '#domain/matching/import.ts'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import {
  type CriterionId,
  type CriterionValue,
  criterionIds,
  criterionOf,
} from '#domain/ontology/criteria.ts'
import type { Requirement, Specs } from '#domain/ontology/requirement.ts'
import { exact } from '#domain/ontology/units.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import type { OrganizationId, ProductId, ProductVersionId, ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Fen } from '#domain/shared/money.ts'
import { maturityIds } from '#domain/vocabulary.ts'
import type { Db } from '../../db/client.ts'
import { product, productVersion, scenario } from '../../db/schema/index.ts'

const batch = 1000

/**
 * Publishes `count` products as rows. Each has the work and the facts of one of the real products, its numbers moved
 * a little; every third tells twelve facts more, as a firm does that fills in the form. The same numbers every time.
 */
export async function publishMany(
  db: Db,
  { organizationId, from = 0, count }: { organizationId: OrganizationId; from?: number; count: number },
): Promise<void> {
  const real = realProducts()
  for (let first = from; first < from + count; first += batch) {
    const made = Array.from({ length: Math.min(batch, from + count - first) }, (_, at) => first + at)
    const at = new Date('2026-01-01T00:00:00Z')
    const ids = made.map(number => ({ number, id: idOf('1', number), versionId: idOf('2', number) }))
    await db.insert(product).values(
      ids.map(({ id, versionId }) => ({
        id: brand<ProductId>(id),
        ...{ organizationId, source: 'platform' as const, status: 'published' as const, publishedAt: at },
        latestVersionId: brand<ProductVersionId>(versionId),
        publishedVersionId: brand<ProductVersionId>(versionId),
      })),
    )
    await db.insert(productVersion).values(
      ids.map(({ number, id, versionId }) => {
        const content = contentOf(number, real[number % real.length])
        return {
          ...{ id: brand<ProductVersionId>(versionId), productId: brand<ProductId>(id), version: 1, content },
          ...{ name: content.name, category: content.category, maturity: 'series', publishedAt: at },
        }
      }),
    )
  }
}

/** Publishes `count` calls as rows, as `generatedScenarios` makes them; they take bids for ten years. */
export async function openManyCalls(
  db: Db,
  { organizationId, count }: { organizationId: OrganizationId; count: number },
): Promise<ScenarioId[]> {
  const made = [...generatedScenarios(count)]
  const [publishedAt, bidDeadline] = [new Date('2026-01-01T00:00:00Z'), new Date('2036-01-01T00:00:00Z')]
  for (let from = 0; from < made.length; from += batch) {
    await db.insert(scenario).values(
      made.slice(from, from + batch).map(({ id, title, domain, tasks, text, requirements, budgetFen }) => ({
        ...{ id: brand<ScenarioId>(id), organizationId, source: 'platform' as const },
        ...{ status: 'published' as const, title: title || '示例场景', publishedAt, bidDeadline, domain },
        content: {
          ...{ title: title || '示例场景', tasks: tasks.map(each => each.task), situation: text },
          ...{ requirements: [...requirements], metrics: [], acceptsUnfinalised: false },
          ...(domain && { domain }),
          ...(budgetFen !== null && { budgetFen: budgetFen as Fen }),
        },
      })),
    )
  }
  return made.map(({ id }) => brand<ScenarioId>(id))
}

/** The products of `publishMany` as the matcher sees them, without a database. */
export function* generatedProducts(count: number): Iterable<MatchProduct> {
  const real = realProducts()
  const homes = ['北京', '上海', '广东深圳', '江苏苏州', '浙江杭州', null]
  for (let number = 0; number < count; number++) {
    const like = real[number % real.length]
    const chance = dice(number + 77)
    const from = chance() < 0.4 ? exact(Number((20_000_00 * 50 ** chance()).toPrecision(3))) : null
    const seen = fromProduct(idOf('1', number), contentOf(number, like), homes[number % homes.length])
    const maturity = maturityIds[Math.floor(chance() * 3)] ?? null
    yield { ...seen, maturity, priceFromFen: from, priceToFen: from, regions: like?.regions ?? null }
  }
}

/** Calls like the real ones: each has the work, the text and the requirements of one of them, its numbers moved. */
export function* generatedScenarios(count: number, from = 0): Iterable<MatchScenario> {
  const file = new URL('../../db/seed/data/scenarios.json', import.meta.url)
  const real = importScenarios(JSON.parse(readFileSync(file, 'utf8')))
  if (!real.ok) throw new Error('the real scenarios cannot be read')
  for (let number = from; number < from + count; number++) {
    const like = real.items[number % real.items.length]
    if (!like) return
    const chance = dice(number + 500_009)
    const given = like.requirements.map(each => ({ ...each, value: moved(each.value, chance) }))
    const more = Array.from({ length: Math.floor(chance() * 5) }, (): Requirement => {
      const criterion = criterionIds[Math.floor(chance() * criterionIds.length)] ?? 'payloadKg'
      return { criterion, necessity: chance() < 0.5 ? 'must' : 'should', value: someValue(criterion, chance) }
    })
    yield {
      ...like,
      id: idOf('3', number),
      text: `${like.text} ${number}`,
      requirements: [...given, ...more],
      budgetFen: chance() < 0.7 ? exact(Number((100_000_00 * 80 ** chance()).toPrecision(3))) : null,
      units: 1 + Math.floor(chance() * 5),
      acceptsUnfinalised: chance() < 0.5,
      region: '北京海淀',
    }
  }
}

function realProducts(): MatchProduct[] {
  const file = new URL('../../db/seed/data/products.json', import.meta.url)
  const imported = importProducts(JSON.parse(readFileSync(file, 'utf8')))
  if (!imported.ok) throw new Error('the real products cannot be read')
  return imported.items
}

const idOf = (kind: string, number: number) =>
  `01900000-0000-7000-800${kind}-${number.toString(16).padStart(12, '0')}`

function contentOf(number: number, like: MatchProduct | undefined): ProductDraft {
  const chance = dice(number + 1)
  const specs: Specs = {}
  for (const [id, spec] of Object.entries(like?.specs ?? {}))
    specs[id as CriterionId] = { ...spec, value: moved(spec.value, chance) }
  const more = number % 3 === 0 ? 12 : 0
  for (let left = more; left > 0; left--) {
    const id = criterionIds[Math.floor(chance() * criterionIds.length)]
    if (id) specs[id] = { value: someValue(id, chance), grade: 'C' }
  }
  return {
    name: `${like?.name ?? '机器人'} ${number}`,
    ...(like?.category && { category: like.category }),
    domains: [...(like?.domains ?? [])],
    tasks: (like?.tasks ?? []).map(each => each.task),
    summary: like?.text || '量产型号，参数以随附资料为准。',
    specs,
    maturity: 'series',
    commercialForms: [],
  }
}

function moved(value: CriterionValue, chance: () => number): CriterionValue {
  return typeof value === 'number' ? exact(Number((value * (0.7 + 0.6 * chance())).toPrecision(3))) : value
}

function someValue(id: CriterionId, chance: () => number): CriterionValue {
  const { kind, plausible, options = {} } = criterionOf(id)
  const [low, high] = plausible
  const names = Object.keys(options)
  const size = () => Number((low + (high - low) * chance() ** 3).toPrecision(3))
  if (kind === 'boolean') return chance() < 0.7
  if (kind === 'choice') return names[Math.floor(chance() * names.length)] ?? ''
  if (kind === 'set') return names.filter(() => chance() < 0.4)
  if (kind === 'number') return size()
  const [a, b] = [size(), size()]
  return { min: Math.min(a, b), max: Math.max(a, b) }
}

/** Mulberry32: numbers from 0 to 1 that are the same on every machine. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
