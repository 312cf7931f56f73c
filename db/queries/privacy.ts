import { and, desc, eq, or, sql } from 'drizzle-orm'
import type { AccountId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import {
  account,
  history,
  invitation,
  mail,
  matchAlert,
  membership,
  notification,
  oneTimeToken,
  organization,
  organizationClaim,
  passkey,
  recoveryCode,
  savedSearch,
  session,
} from '../schema/index.ts'

/** Everything that is kept about one person and may be handed to them; secrets and other people's data stay out. */
export async function gatherPersonalData(db: DbOrTx, id: AccountId) {
  const own = eq(account.id, id)
  const [person] = await db
    .select({
      id: account.id,
      email: account.email,
      name: account.name,
      phone: account.phone,
      locale: account.locale,
      mailRhythm: account.mailRhythm,
      matchRhythm: account.matchRhythm,
      createdAt: account.createdAt,
      emailConfirmedAt: account.emailConfirmedAt,
      passwordSetAt: account.passwordSetAt,
    })
    .from(account)
    .where(own)
  const [organizations, sessions, passkeys, notices, deeds, access, savedSearches, words] = await Promise.all(
    [
      db
        .select({ name: organization.name, role: membership.role, since: membership.since })
        .from(membership)
        .innerJoin(organization, eq(organization.id, membership.organizationId))
        .where(eq(membership.accountId, id)),
      db
        .select({
          at: session.createdAt,
          seenAt: session.seenAt,
          address: session.address,
          agent: session.agent,
        })
        .from(session)
        .where(eq(session.userId, id)),
      db
        .select({ name: passkey.name, createdAt: passkey.createdAt })
        .from(passkey)
        .where(eq(passkey.accountId, id)),
      db
        .select({ event: notification.event, params: notification.params, at: notification.createdAt })
        .from(notification)
        .where(eq(notification.accountId, id))
        .orderBy(desc(notification.createdAt)),
      db
        .select({
          at: history.at,
          noun: history.noun,
          objectId: history.objectId,
          deed: history.deed,
          reason: history.reason,
        })
        .from(history)
        .where(eq(history.actorId, id))
        .orderBy(desc(history.at)),
      accessTo(db, id),
      db
        .select({
          name: savedSearch.name,
          search: savedSearch.search,
          rhythm: savedSearch.rhythm,
          status: savedSearch.status,
          lookedAt: savedSearch.lookedAt,
          createdAt: savedSearch.createdAt,
        })
        .from(savedSearch)
        .where(eq(savedSearch.accountId, id))
        .orderBy(desc(savedSearch.createdAt)),
      wordsOf(db, id),
    ],
  )
  const kept = { organizations, sessions, passkeys, notices, deeds, access, savedSearches }
  return { person: person ?? null, ...kept, introductions: words }
}

/** 引荐与询问: what this person wrote in the organisation's name, and when; what the other side wrote is theirs. */
async function wordsOf(db: DbOrTx, id: AccountId) {
  const rows = await db.execute<{ noun: string; deed: string; at: string | Date; text: string | null }>(sql`
    select 'introduction' as noun, 'send' as deed, created_at as at, message as text
      from introduction where sent_by = ${id}
    union all select 'introduction', 'answer', decided_at, note from introduction where decided_by = ${id}
    union all select 'inquiry', 'inquire', created_at, null from inquiry where asked_by = ${id}
    union all select 'inquiry', 'withhold', decided_at, note from inquiry where decided_by = ${id}
    order by at desc`)
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) }))
}

/** 查阅记录: who has looked at this person's data or at a record of theirs, when, by which deed and why. */
function accessTo(db: DbOrTx, id: AccountId) {
  const ownRows = sql`select seq::text from audit where actor_id = ${id}`
  return db
    .select({ at: history.at, by: history.actorName, deed: history.deed, reason: history.reason })
    .from(history)
    .where(
      and(
        eq(history.noun, 'access'),
        or(
          eq(history.objectId, id),
          and(eq(history.deed, 'viewRow'), sql`${history.objectId} in (${ownRows})`),
        ),
      ),
    )
    .orderBy(desc(history.at))
}

/**
 * Organisations that would be left without an owner. They are locked by a statement of its own first: only the next
 * one sees what another owner, who left in the meantime, has committed.
 */
export async function soleOwnerships(tx: Tx, id: AccountId): Promise<string[]> {
  await tx.execute(sql`
    select o.id from organization o join membership m on m.organization_id = o.id
    where m.account_id = ${id} and m.role = 'owner' order by o.id for update of o`)
  const rows = await tx.execute<{ name: string }>(sql`
    select o.name from membership m join organization o on o.id = m.organization_id
    where m.account_id = ${id} and m.role = 'owner' and not exists (
      select from membership other
      where other.organization_id = m.organization_id and other.role = 'owner' and other.account_id <> ${id})`)
  return [...rows].map(row => row.name)
}

/** Takes everything personal out of the account; the row and its id stay for the records that point at it. */
export async function pseudonymise(
  tx: Tx,
  id: AccountId,
  as: { name: string; email: string },
): Promise<void> {
  const [before] = await tx.select({ email: account.email }).from(account).where(eq(account.id, id))
  const blank = { phone: null, passwordHash: '', totpSecret: null, totpStep: null, emailConfirmedAt: null }
  await tx
    .update(account)
    .set({ ...as, ...blank, status: 'erased' })
    .where(eq(account.id, id))
  await tx.delete(membership).where(eq(membership.accountId, id))
  await tx.delete(session).where(eq(session.userId, id))
  await tx.delete(passkey).where(eq(passkey.accountId, id))
  await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, id))
  await tx.delete(oneTimeToken).where(eq(oneTimeToken.accountId, id))
  await tx.delete(savedSearch).where(eq(savedSearch.accountId, id))
  await tx.delete(notification).where(eq(notification.accountId, id))
  await tx.delete(matchAlert).where(eq(matchAlert.accountId, id))
  if (!before) return
  // Why somebody asked to join is told in their own words; that they asked, and the answer, stays.
  await tx.update(organizationClaim).set({ statement: as.name }).where(eq(organizationClaim.accountId, id))
  // The owners were told who had joined, by a masked address.
  await tx.execute(sql`
    update notification set params = jsonb_set(params, '{email}', '"•••"')
    where event = 'organization.joined' and event_key in (
      select 'organization.joined:' || i.id from invitation i where i.accepted_by = ${id})`)
  await tx.delete(mail).where(eq(mail.to, before.email))
  await tx
    .update(invitation)
    .set({ email: as.email })
    .where(or(eq(invitation.email, before.email), eq(invitation.acceptedBy, id)))
}

/**
 * The name of every erased account leaves history and audit for its pseudonym, and with the salt the only way from
 * its mark to the name. The triggers let pass this and nothing else. Rows of format 1 have the name in their hash.
 */
export async function withholdNames(db: DbOrTx): Promise<void> {
  await db.execute(sql`
    update history h set actor_name = a.name from account a
    where a.status = 'erased' and h.actor_id = a.id and h.actor_name <> a.name`)
  await db.execute(sql`
    update audit r set actor_name = a.name, actor_salt = null from account a
    where a.status = 'erased' and r.actor_id = a.id and r.format > 1 and r.actor_salt is not null`)
}
