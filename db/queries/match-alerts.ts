import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { AccountId, OrganizationId, ProductId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { Detail } from '../../app/domain/shared/verdict.ts'
import type { DbOrTx, Tx } from '../client.ts'
import {
  matchAlert,
  notification,
  organization,
  product,
  productVersion,
  scenario,
  storedMatch,
} from '../schema/index.ts'
import { isOpenCall } from './matched.ts'
import { isPublicProduct } from './products.ts'

export type MatchAlertRow = typeof matchAlert.$inferSelect
export type NewMatchAlert = typeof matchAlert.$inferInsert

const demand = alias(organization, 'demand')
const supply = alias(organization, 'supply')

/** A pair of which both sides could hear at this moment. */
export interface Tellable {
  scenarioId: ScenarioId
  productId: ProductId
  scenarioTitle: string
  productName: string
  demand: { id: OrganizationId; name: string }
  supply: { id: OrganizationId; name: string }
}

const tellable = {
  scenarioId: scenario.id,
  productId: product.id,
  scenarioTitle: scenario.title,
  productName: productVersion.name,
  demand: { id: demand.id, name: demand.name },
  supply: { id: supply.id, name: supply.name },
}

/**
 * Between the platform's own: reported cases (公开报道案例) have nobody to tell, and nobody is told of them. Nothing is
 * told to an organisation or of an organisation that is suspended, nor to anybody of their own.
 */
const mayBeTold = and(
  isOpenCall,
  isPublicProduct,
  ne(scenario.source, 'report'),
  ne(product.source, 'report'),
  ne(demand.status, 'suspended'),
  ne(supply.status, 'suspended'),
  ne(demand.id, supply.id),
)

/**
 * Those pairs of one object with others of which somebody may hear; all of them are held until this transaction ends.
 */
export async function holdTellable(
  tx: Tx,
  pairs: readonly { scenarioId: ScenarioId; productId: ProductId }[],
): Promise<Tellable[]> {
  if (pairs.length === 0) return []
  const scenarios = [...new Set(pairs.map(pair => pair.scenarioId))]
  const products = [...new Set(pairs.map(pair => pair.productId))]
  return tx
    .select(tellable)
    .from(scenario)
    .innerJoin(product, inArray(product.id, products))
    .innerJoin(productVersion, eq(productVersion.id, product.publishedVersionId))
    .innerJoin(demand, eq(demand.id, scenario.organizationId))
    .innerJoin(supply, eq(supply.id, product.organizationId))
    .where(and(inArray(scenario.id, scenarios), mayBeTold))
    .orderBy(asc(scenario.id), asc(product.id))
    .for('share', { of: [scenario, product] })
}

/** What these people have been told of these scenarios and products, by whatever fact. */
export function listToldPairs(
  tx: Tx,
  accountIds: readonly AccountId[],
  productIds: readonly ProductId[],
): Promise<Pick<MatchAlertRow, 'accountId' | 'scenarioId' | 'productId' | 'fact'>[]> {
  const { accountId, scenarioId, productId, fact } = matchAlert
  return tx
    .select({ accountId, scenarioId, productId, fact })
    .from(matchAlert)
    .where(and(inArray(accountId, [...accountIds]), inArray(productId, [...productIds])))
}

/** The notice of this object that its reader has neither read nor been mailed: more goes into the same one. */
export async function findOpenNotice(
  tx: Tx,
  {
    accountId,
    event,
    objectId,
    silent,
  }: { accountId: AccountId; event: string; objectId: string; silent: boolean },
): Promise<string | null> {
  const [row] = await tx
    .select({ id: notification.id })
    .from(notification)
    .where(
      and(
        eq(notification.accountId, accountId),
        eq(notification.event, event),
        eq(notification.objectId, objectId),
        isNull(notification.readAt),
        silent ? undefined : isNull(notification.mailedAt),
      ),
    )
    .orderBy(desc(notification.createdAt))
    .limit(1)
    .for('update')
  return row?.id ?? null
}

export async function insertMatchAlerts(tx: Tx, rows: readonly NewMatchAlert[]): Promise<void> {
  if (rows.length > 0) await tx.insert(matchAlert).values([...rows])
}

/** An alert with the names of its pair and whether it is worth telling still. */
export interface AlertLine {
  alert: MatchAlertRow
  scenarioTitle: string
  productName: string
  /** The other party's name, and whose own object it is. */
  organization: string
  ownerId: OrganizationId
  /** Both public, open and not suspended at this moment, and their places as they are now. */
  standing: Pick<
    typeof storedMatch.$inferSelect,
    'score' | 'verdict' | 'relevance' | 'scenarioRank' | 'productRank'
  > | null
}

/** What these notices tell, the best first. */
export async function linesOf(db: DbOrTx, noticeIds: readonly string[]): Promise<AlertLine[]> {
  if (noticeIds.length === 0) return []
  const { score, verdict, relevance, scenarioRank, productRank } = storedMatch
  const rows = await db
    .select({
      alert: matchAlert,
      scenarioTitle: scenario.title,
      productName: productVersion.name,
      organization: sql<string>`case when ${matchAlert.party} = 'demand' then ${supply.name} else ${demand.name} end`,
      ownerId: sql<OrganizationId>`case when ${matchAlert.party} = 'demand' then ${demand.id} else ${supply.id} end`,
      told: sql<boolean>`(${mayBeTold})`,
      standing: { score, verdict, relevance, scenarioRank, productRank },
    })
    .from(matchAlert)
    .innerJoin(scenario, eq(scenario.id, matchAlert.scenarioId))
    .innerJoin(product, eq(product.id, matchAlert.productId))
    .innerJoin(productVersion, eq(productVersion.id, product.publishedVersionId))
    .innerJoin(demand, eq(demand.id, scenario.organizationId))
    .innerJoin(supply, eq(supply.id, product.organizationId))
    .leftJoin(
      storedMatch,
      and(eq(storedMatch.scenarioId, matchAlert.scenarioId), eq(storedMatch.productId, matchAlert.productId)),
    )
    .where(inArray(matchAlert.notificationId, [...noticeIds]))
    .orderBy(desc(matchAlert.score), asc(matchAlert.scenarioId), asc(matchAlert.productId))
  return rows.map(({ told, standing, ...row }) => ({ ...row, standing: told ? standing : null }))
}

/** Says anew what a notice tells; it is as young as the last thing in it. */
export async function setNotice(
  tx: Tx,
  id: string,
  { params, at }: { params: Detail; at?: Date },
): Promise<void> {
  await tx
    .update(notification)
    .set({ params, ...(at && { createdAt: at }) })
    .where(eq(notification.id, id))
}

export async function removeNotices(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(notification).where(inArray(notification.id, [...ids]))
}

/** That it was told stays, what was told goes; answers the notices that named it. */
export async function blankAlerts(
  tx: Tx,
  of: { scenarioIds: readonly ScenarioId[]; productIds: readonly ProductId[] },
): Promise<string[]> {
  const rows = await tx
    .select({ id: matchAlert.notificationId })
    .from(matchAlert)
    .where(
      and(
        isNotNull(matchAlert.notificationId),
        or(
          inArray(matchAlert.scenarioId, [...of.scenarioIds]),
          inArray(matchAlert.productId, [...of.productIds]),
        ),
      ),
    )
    .groupBy(matchAlert.notificationId)
  if (rows.length === 0) return []
  await tx
    .update(matchAlert)
    .set({ notificationId: null, reasons: [], score: 0 })
    .where(
      or(
        inArray(matchAlert.scenarioId, [...of.scenarioIds]),
        inArray(matchAlert.productId, [...of.productIds]),
      ),
    )
  return rows.flatMap(row => row.id ?? [])
}
