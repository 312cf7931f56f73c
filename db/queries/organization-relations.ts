import { and, eq, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { AccountId, OrganizationId } from '../../app/domain/shared/ids.ts'
import type { RelationKind } from '../../app/domain/vocabulary.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { organization, organizationRelation } from '../schema/index.ts'

interface Pair {
  one: OrganizationId
  other: OrganizationId
  kind: RelationKind
}

const ordered = ({ one, other }: Pair) => (one < other ? { a: one, b: other } : { a: other, b: one })

const isPair = (pair: Pair) => {
  const { a, b } = ordered(pair)
  return and(
    eq(organizationRelation.a, a),
    eq(organizationRelation.b, b),
    eq(organizationRelation.kind, pair.kind),
  )
}

/** The organisations that are linked to this one, each once. */
export async function relatedTo(db: DbOrTx, id: OrganizationId): Promise<OrganizationId[]> {
  const { a, b } = organizationRelation
  const rows = await db
    .selectDistinct({ id: sql<OrganizationId>`case when ${a} = ${id} then ${b} else ${a} end` })
    .from(organizationRelation)
    .where(or(eq(a, id), eq(b, id)))
  return rows.map(row => row.id)
}

export function listRelations(db: DbOrTx, id: OrganizationId) {
  const other = alias(organization, 'other')
  const { a, b } = organizationRelation
  return db
    .select({
      id: other.id,
      name: other.name,
      uscc: other.uscc,
      kind: organizationRelation.kind,
      declaredBy: organizationRelation.declaredBy,
      declaredAt: organizationRelation.declaredAt,
    })
    .from(organizationRelation)
    .innerJoin(other, sql`${other.id} = case when ${a} = ${id} then ${b} else ${a} end`)
    .where(or(eq(a, id), eq(b, id)))
    .orderBy(other.name)
}

/** False when it was known already. */
export async function insertRelation(tx: Tx, pair: Pair, declaredBy: AccountId | null): Promise<boolean> {
  const rows = await tx
    .insert(organizationRelation)
    .values({ ...ordered(pair), kind: pair.kind, declaredBy })
    .onConflictDoNothing()
    .returning({ a: organizationRelation.a })
  return rows.length === 1
}

/** False when it was gone already. */
export async function deleteRelation(tx: Tx, pair: Pair): Promise<boolean> {
  const rows = await tx
    .delete(organizationRelation)
    .where(isPair(pair))
    .returning({ a: organizationRelation.a })
  return rows.length === 1
}
