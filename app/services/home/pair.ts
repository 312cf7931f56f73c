import type { Db } from '#db/client.ts'
import { listProductsByIds, type ProductRecord } from '#db/queries/products.ts'
import type { ScenarioRecord } from '#db/queries/scenarios.ts'
import { judge } from '#domain/matching/constraint.ts'
import type { ExplainedMatch } from '#domain/matching/match.ts'
import type { Card } from '#domain/matching/scan.ts'
import type { CriterionId, CriterionValue } from '#domain/ontology/criteria.ts'
import type { ProductId, ScenarioId } from '#domain/shared/ids.ts'
import type { Tri } from '#domain/shared/tri.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { inTime } from '../in-time.ts'
import { findProducts } from '../matching/finder.ts'
import { toMatchScenario } from '../matching/inputs.ts'

/** One need meeting one have. */
export interface PairRow {
  criterion: CriterionId
  need: CriterionValue
  have: CriterionValue | null
  state: Tri
}

/** An open call beside a product that fits it, both as they stand now. */
export interface Pair {
  scenario: {
    id: ScenarioId
    title: string
    organization: { name: string; nameEn: string | null }
    source: Source
  }
  product: { id: ProductId; name: string; source: Source }
  rows: PairRow[]
}

interface Chosen {
  key: string
  until: number
  pair: Promise<{ scenarioId: ScenarioId; productId: ProductId } | null>
}

/** Which pair to show is worked out seldom, from everything; what it says is read anew for each page. */
const remembered = new WeakMap<Db, Chosen>()
const minutes = 60_000
const freshFor = 15 * minutes
const rowsShown = 4
/** The first page after a start does not wait until a large market is read; a later one has the example. */
const patienceMs = 1_000

// public: an open call and a published product, each read again through its own visibility clause
/** The example of the home page: of these open calls and their best products, the pair with most stated facts. */
export async function examplePair(ctx: Context, calls: readonly ScenarioRecord[]): Promise<Pair | null> {
  if (calls.length === 0) return null
  const key = calls.map(({ scenario }) => `${scenario.id}:${scenario.rev}`).join()
  const known = remembered.get(ctx.db)
  const chosen =
    known?.key === key && known.until > ctx.now.getTime()
      ? known
      : { key, until: ctx.now.getTime() + freshFor, pair: choose(ctx, calls) }
  remembered.set(ctx.db, chosen)
  chosen.pair.catch(() => remembered.delete(ctx.db))
  const ids = await inTime(chosen.pair, patienceMs)
  const call = calls.find(each => each.scenario.id === ids?.scenarioId)
  const [product] = ids ? await listProductsByIds(ctx.db, [ids.productId]) : []
  return call && product ? pairOf(call, product) : null
}

/** A reported product where there is one, for what it states has been seen at work. */
async function choose(ctx: Context, calls: readonly ScenarioRecord[]) {
  const reported = await bestOf(ctx, calls, card => card.reported)
  const [best] = reported.length > 0 ? reported : await bestOf(ctx, calls)
  return best ? { scenarioId: best.scenarioId as ScenarioId, productId: best.productId as ProductId } : null
}

async function bestOf(
  ctx: Context,
  calls: readonly ScenarioRecord[],
  among?: (card: Card) => boolean,
): Promise<ExplainedMatch[]> {
  const found: ExplainedMatch[] = []
  for (const call of calls) {
    const { main } = await findProducts(ctx, toMatchScenario(call), { main: 3, ...(among && { among }) })
    found.push(...main)
  }
  return found.sort((a, b) => answered(b) - answered(a) || b.score - a.score)
}

/** How many of the typed requirements a source answers with yes. */
function answered({ demandRows }: ExplainedMatch): number {
  return Math.min(demandRows.filter(row => row.necessity !== null && row.state === 'T').length, rowsShown - 1)
}

function pairOf({ scenario, organization }: ScenarioRecord, { product, version }: ProductRecord): Pair {
  const rows = (scenario.content.requirements ?? []).flatMap(({ criterion, value }): PairRow[] => {
    if (criterion === undefined || value === undefined) return []
    const have = version.content.specs[criterion]?.value ?? null
    return [{ criterion, need: value, have, state: judge(criterion, value, have).state }]
  })
  return {
    scenario: {
      id: scenario.id,
      title: scenario.title,
      organization: { name: organization.name, nameEn: organization.nameEn },
      source: scenario.source,
    },
    product: { id: product.id, name: version.name, source: product.source },
    rows: telling(rows),
  }
}

/** At most four rows in the scenario's order: what is known first, but one that is unknown keeps its place. */
function telling(rows: readonly PairRow[]): PairRow[] {
  const known = rows.filter(row => row.state !== 'U')
  const unknown = rows.filter(row => row.state === 'U')
  const keptUnknown = Math.min(unknown.length, Math.max(1, rowsShown - known.length))
  const kept = new Set([...known.slice(0, rowsShown - keptUnknown), ...unknown.slice(0, keptUnknown)])
  return rows.filter(row => kept.has(row))
}
