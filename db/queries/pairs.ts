import { desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { OrganizationId, ProductId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'
import type { inquiry, introduction } from '../schema/index.ts'

/** What one side of a pair says to the other: rows with both objects and both organisations, and how they wait. */
interface Said<T extends typeof inquiry | typeof introduction = typeof inquiry | typeof introduction> {
  table: T
  /** The state in which nobody has answered yet. */
  open: T['$inferSelect']['status']
}

// Written out, not a parameter: the partial indexes of what waits know it by its letters.
const waits = ({ table, open }: Said): SQL => sql`${table.status} = ${sql.raw(`'${open}'`)}`

/** Whose it is: one scenario's, one product's, some organisations', or everybody's. */
export type Whose =
  | { scenarioId: ScenarioId }
  | { productId: ProductId }
  | { organizations: readonly OrganizationId[] }
  | 'all'

export function ofWhom({ table }: Said, whose: Whose): SQL | undefined {
  if (whose === 'all') return undefined
  if ('scenarioId' in whose) return eq(table.scenarioId, whose.scenarioId)
  if ('productId' in whose) return eq(table.productId, whose.productId)
  const ids = [...whose.organizations]
  if (ids.length === 0) return sql`false`
  return or(inArray(table.demandOrganizationId, ids), inArray(table.supplyOrganizationId, ids))
}

/** What waits comes first, then the newest. */
export const waitingFirst = (said: Said): SQL[] => [
  desc(waits(said)),
  desc(said.table.createdAt),
  sql`${said.table.id}`,
]

export async function countSaid(
  db: DbOrTx,
  said: Said,
  whose: Whose,
): Promise<{ all: number; waiting: number }> {
  const [row] = await db
    .select({
      all: sql<number>`count(*)::int`,
      waiting: sql<number>`count(*) filter (where ${waits(said)})::int`,
    })
    .from(said.table)
    .where(ofWhom(said, whose))
  return row ?? { all: 0, waiting: 0 }
}

/** The beginning of the day in Beijing, on the clock of the deadline. */
export const dayOf = (at: Date): SQL =>
  sql`(date_trunc('day', ${at.toISOString()}::timestamptz at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai')`

/** Unanswered ones whose call has ended, or whose product is public no more, by the database's clock. */
export async function listOver<T extends typeof inquiry | typeof introduction>(
  db: DbOrTx,
  said: Said<T>,
  { limit, id }: { limit: number; id?: T['$inferSelect']['id'] },
): Promise<T['$inferSelect']['id'][]> {
  const { table } = said
  const rows = await db.execute<{ id: T['$inferSelect']['id'] }>(sql`
    select ${table.id} as id from ${table}
    join scenario s on s.id = ${table.scenarioId} join product p on p.id = ${table.productId}
    where ${waits(said)} ${id ? sql`and ${table.id} = ${id}` : sql``}
      and (s.status <> 'published' or s.bid_deadline is null or s.bid_deadline <= now()
        or p.published_version_id is null or p.status in ('suspended', 'withdrawn'))
    order by ${table.createdAt} limit ${limit}`)
  return rows.map(row => row.id)
}
