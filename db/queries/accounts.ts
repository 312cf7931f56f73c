import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Day } from '../../app/domain/shared/dates.ts'
import type { AccountId, EntryId, OrganizationId } from '../../app/domain/shared/ids.ts'
import type { Locale } from '../../app/domain/shared/localized.ts'
import type { OfficerRole } from '../../app/domain/vocabulary.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { builtOnce } from '../prepare.ts'
import { account, department, membership, office, organization } from '../schema/index.ts'

export type AccountRow = typeof account.$inferSelect
export type OfficeRow = Pick<typeof office.$inferSelect, 'role' | 'district'>

export async function findAccountByEmail(db: DbOrTx, email: string): Promise<AccountRow | null> {
  const [row] = await db.select().from(account).where(sql`lower(${account.email}) = lower(${email})`).limit(1)
  return row ?? null
}

export async function insertAccount(tx: Tx, row: typeof account.$inferInsert): Promise<void> {
  await tx.insert(account).values(row)
}

export async function insertMembership(tx: Tx, row: typeof membership.$inferInsert): Promise<void> {
  await tx.insert(membership).values(row)
}

export async function insertOffice(tx: Tx, row: typeof office.$inferInsert): Promise<void> {
  await tx.insert(office).values(row)
}

/** A person's offices, as the database hands them over; `officesIn` reads them. */
export const offices = sql<string>`(
  select coalesce(json_agg(json_build_object('role', o.role, 'district', o.district) order by o.role), '[]')
  from office o where o.account_id = ${account.id})::text`

const unread = sql<number>`(
  select count(*)::int from notification n where n.account_id = ${account.id} and n.read_at is null)`

const hasFactor = sql<boolean>`(${account.totpSecret} is not null
  or exists(select from passkey k where k.account_id = ${account.id}))`

const recused = sql<string>`(
  select coalesce(json_agg(r.object_id), '[]') from recusal r where r.account_id = ${account.id})::text`

const assigned = sql<string>`(
  select coalesce(json_agg(e.entry_id), '[]') from expert_assignment e where e.account_id = ${account.id})::text`

const relatedTo = sql<string>`(
  select coalesce(json_agg(case when r.a = ${organization.id} then r.b else r.a end), '[]')
  from organization_relation r where ${organization.id} in (r.a, r.b))::text`

/** 证照过期: the last day of the registration documents when all of them are over, by the database's Beijing day. */
const lapsedOn = sql<Day | null>`(
  select case when bool_or(d.valid_until is null or d.valid_until >= (now() at time zone 'Asia/Shanghai')::date::text)
    then null else max(d.valid_until) end
  from organization_document d where d.kind = 'registration' and d.organization_id = ${organization.id})`

const personQuery = builtOnce((db: DbOrTx) =>
  db
    .select({
      account: {
        id: account.id,
        name: account.name,
        locale: account.locale,
        email: account.email,
        demo: account.demo,
        status: account.status,
        passwordSetAt: account.passwordSetAt,
      },
      hasFactor,
      role: membership.role,
      departmentDuties: department.duties,
      relatedTo,
      lapsedOn,
      recused,
      assigned,
      organization: {
        id: organization.id,
        name: organization.name,
        status: organization.status,
        source: organization.source,
        capabilities: organization.capabilities,
      },
      offices,
      unread,
    })
    .from(account)
    .leftJoin(membership, eq(membership.accountId, account.id))
    .leftJoin(organization, eq(organization.id, membership.organizationId))
    .leftJoin(department, eq(department.id, membership.departmentId))
    .where(eq(account.id, sql.placeholder('accountId')))
    .orderBy(organization.name)
    .prepare('person'),
)

/** The person with memberships, offices and unread notices: one query, once per request. */
export async function findPerson(db: DbOrTx, accountId: AccountId) {
  const rows = await personQuery(db).execute({ accountId })
  const [first] = rows
  return {
    rows: rows.map(row => ({ ...row, relatedTo: idsIn<OrganizationId>(row.relatedTo) })),
    offices: officesIn(first?.offices),
    unread: first?.unread ?? 0,
    recused: idsIn<string>(first?.recused),
    assigned: idsIn<EntryId>(first?.assigned),
  }
}

export function officesIn(json: string | undefined): OfficeRow[] {
  return json === undefined ? [] : JSON.parse(json)
}

function idsIn<I extends string>(json: string | undefined): I[] {
  return json === undefined ? [] : JSON.parse(json)
}

/** Demo people in the order of their making, with what tells their part. */
export async function listDemoAccounts(db: DbOrTx) {
  const rows = await db
    .select({
      email: account.email,
      name: account.name,
      organization: organization.name,
      organizationEn: organization.nameEn,
      capabilities: organization.capabilities,
      offices,
    })
    .from(account)
    .leftJoin(membership, eq(membership.accountId, account.id))
    .leftJoin(organization, eq(organization.id, membership.organizationId))
    .where(eq(account.demo, true))
    .orderBy(account.createdAt, account.email)
  return rows.map(({ offices: json, ...row }) => ({ ...row, offices: officesIn(json) }))
}

/** Where somebody reads letters, and in which language; only demo people have a mailbox here. */
export async function findMailbox(
  db: DbOrTx,
  accountId: AccountId,
): Promise<{ email: string; demo: boolean; locale: Locale } | null> {
  const [row] = await db
    .select({ email: account.email, demo: account.demo, locale: account.locale })
    .from(account)
    .where(eq(account.id, accountId))
  return row ?? null
}

/** The accounts that speak for an organisation: its owners and editors. */
export async function membersOf(
  db: DbOrTx,
  organizationIds: readonly OrganizationId[],
): Promise<AccountId[]> {
  if (organizationIds.length === 0) return []
  const where = and(
    inArray(membership.organizationId, [...organizationIds]),
    inArray(membership.role, ['owner', 'editor']),
  )
  const rows = await db.select({ id: membership.accountId }).from(membership).where(where)
  return rows.map(row => row.id)
}

export async function officersWith(db: DbOrTx, roles: readonly OfficerRole[]): Promise<AccountId[]> {
  const rows = await db
    .select({ id: office.accountId })
    .from(office)
    .where(inArray(office.role, [...roles]))
  return rows.map(row => row.id)
}

/** How a living person can be reached. */
export async function findContact(db: DbOrTx, id: AccountId) {
  const { name, email, phone } = account
  const where = and(eq(account.id, id), eq(account.status, 'active'))
  const [row] = await db.select({ id: account.id, name, email, phone }).from(account).where(where).limit(1)
  return row ?? null
}
