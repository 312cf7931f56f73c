import { asc, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { bidLifecycle } from '../../app/domain/bids/lifecycle.ts'
import { entryLifecycle } from '../../app/domain/catalog/lifecycle.ts'
import { conceptLifecycle } from '../../app/domain/concepts/lifecycle.ts'
import { inquiryLifecycle } from '../../app/domain/inquiries/lifecycle.ts'
import { introductionLifecycle } from '../../app/domain/introductions/lifecycle.ts'
import { organizationLifecycle } from '../../app/domain/organizations/lifecycle.ts'
import { pilotLifecycle } from '../../app/domain/pilots/lifecycle.ts'
import { productLifecycle } from '../../app/domain/products/lifecycle.ts'
import { claimLifecycle } from '../../app/domain/rewards/lifecycle.ts'
import { scenarioLifecycle } from '../../app/domain/scenarios/lifecycle.ts'
import type { Lifecycle } from '../../app/domain/shared/lifecycle.ts'
import { solutionLifecycle } from '../../app/domain/solutions/lifecycle.ts'
import { weightsLifecycle } from '../../app/domain/weights/lifecycle.ts'
import type { DbOrTx } from '../client.ts'
import { audit, auditContent } from '../schema/index.ts'

const statusOfEveryNoun = sql`
  select 'organization' as noun, id, status from organization
  union all select 'scenario', id, status from scenario
  union all select 'product', id, status from product
  union all select 'solution', id, status from solution
  union all select 'bid', id, status from bid
  union all select 'pilot', id, status from pilot
  union all select 'claim', id, status from reward_claim
  union all select 'entry', id, status from catalog_entry
  union all select 'concept', id, status from concept_proposal
  union all select 'weights', id, status from weights_proposal
  union all select 'introduction', id, status from introduction
  union all select 'inquiry', id, status from inquiry`

/** Every step that some lifecycle table allows, as rows (noun, from, deed, to). */
const allowedSteps = sql.join(
  [
    ...stepsOf(organizationLifecycle),
    ...stepsOf(scenarioLifecycle),
    ...stepsOf(productLifecycle),
    ...stepsOf(solutionLifecycle),
    ...stepsOf(bidLifecycle),
    ...stepsOf(pilotLifecycle),
    ...stepsOf(claimLifecycle),
    ...stepsOf(entryLifecycle),
    ...stepsOf(conceptLifecycle),
    ...stepsOf(weightsLifecycle),
    ...stepsOf(introductionLifecycle),
    ...stepsOf(inquiryLifecycle),
  ],
  sql`, `,
)

function stepsOf<S extends string, D extends string>(lifecycle: Lifecycle<S, D>): SQL[] {
  const { noun, statuses, deedsFrom, table } = lifecycle
  const row = (from: S, deed: D) =>
    sql`(${noun}::text, ${from}::text, ${deed}::text, ${table[from][deed] ?? ''}::text)`
  return statuses.flatMap(from => deedsFrom(from).map(deed => row(from, deed)))
}

/** Each query finds what contradicts one sentence, a row each; none is what one hopes for. */
const queries = {
  'every status is what the history says last': sql`
    with last as (
      select distinct on (noun, object_id) noun, object_id, to_status
      from history order by noun, object_id, id desc)
    select s.noun || ' ' || s.id || ' is ' || s.status || ', history says '
      || coalesce(h.to_status, 'nothing') as breach
    from (${statusOfEveryNoun}) s left join last h on h.noun = s.noun and h.object_id = s.id
    where h.to_status is distinct from s.status`,
  'the history of an object has no gaps': sql`
    select noun || ' ' || object_id || ': ' || before || ', then from ' || coalesce(from_status, 'nothing') as breach
    from (
      select noun, object_id, from_status,
        lag(to_status) over (partition by noun, object_id order by id) as before
      from history) h
    where before is not null and from_status is distinct from before`,
  'every step of the history is one its lifecycle allows': sql`
    select h.noun || ' ' || h.object_id || ': ' || h.from_status || ' → ' || h.to_status || ' by ' || h.deed as breach
    from history h
    where h.from_status <> h.to_status and not exists (
      select from (values ${allowedSteps}) as a(noun, f, deed, t)
      where (a.noun, a.f, a.deed, a.t) = (h.noun, h.from_status, h.deed, h.to_status))`,
  'as many audit rows as history rows for each object': sql`
    select noun || ' ' || object_id || ': history ' || sum(h) || ', audit ' || sum(a) as breach
    from (
      select noun, object_id, 1 as h, 0 as a from history
      union all select noun, object_id, 0, 1 from audit) both_logs
    group by noun, object_id having sum(h) <> sum(a)`,
  'the audit chain is numbered without gaps, up to its head': sql`
    select 'row ' || seq || ' follows ' || coalesce(before, 0) as breach
    from (select seq, lag(seq) over (order by seq) as before from audit) a
    where seq <> coalesce(before, 0) + 1
    union all
    select 'the head is at ' || h.seq || ', the last row is ' || coalesce(max(a.seq), 0)
    from audit_head h left join audit a on true group by h.seq having h.seq <> coalesce(max(a.seq), 0)`,
  'history names whom the audit chain names': sql`
    select h.noun || ' ' || h.object_id || ': ' || h.deed || ' by ' || h.actor_name as breach
    from history h
    where not exists (
        select from audit a where a.noun = h.noun and a.object_id = h.object_id and a.deed = h.deed
          and a.actor_id is not distinct from h.actor_id and a.actor_name = h.actor_name)
      and not exists (select from account where id = h.actor_id and status = 'erased' and name = h.actor_name)`,
  'a name is withheld of erased accounts only': sql`
    select 'row ' || a.seq || ' withholds the name of a living account' as breach
    from audit a where a.format > 1 and a.actor_salt is null
      and not exists (select from account where id = a.actor_id and status = 'erased')`,
  'what was decided on reads as its hash says': sql`
    select 'the content of row ' || a.seq || ' (' || a.noun || ' ' || a.object_id || ', ' || a.deed || ') was changed' as breach
    from audit_content c join audit a on a.after_hash = c.hash
    where c.hash <> encode(sha256(convert_to(c.content, 'UTF8')), 'hex')
    union all
    select 'content ' || c.hash || ' belongs to no row' from audit_content c
    where not exists (select from audit a where a.after_hash = c.hash)`,
  'a selected bid has its pilot and a pilot its selected bid': sql`
    select 'bid ' || b.id || ' has no pilot' as breach
    from bid b left join pilot p on p.bid_id = b.id where b.status = 'selected' and p.id is null
    union all
    select 'pilot ' || p.id || ' rests on a bid that is ' || b.status
    from pilot p join bid b on b.id = p.bid_id where b.status <> 'selected'`,
  'an accepted pilot has both signatures of a round and no mandatory metric open': sql`
    select 'pilot ' || p.id || ' lacks a signature' as breach
    from pilot p where p.status = 'accepted' and not exists (
      select from pilot_signature s where s.pilot_id = p.id group by s.round having count(distinct s.side) = 2)
    union all
    select 'pilot ' || p.id || ' metric ' || m.position || ' is neither met nor waived'
    from pilot p join pilot_metric m on m.pilot_id = p.id
    where p.status = 'accepted' and m.mandatory and m.waiver is null
      and coalesce(case m.direction when 'atLeast' then m.measured < m.target else m.measured > m.target end, true)`,
  'a catalog entry rests on an accepted pilot and is published with no objection open': sql`
    select 'entry ' || e.id || ' rests on a pilot that is ' || p.status as breach
    from catalog_entry e join pilot p on p.id = e.pilot_id where p.status <> 'accepted'
    union all
    select 'entry ' || e.id || ' is published while objection ' || o.id || ' is open'
    from catalog_entry e join objection o on o.entry_id = e.id
    where e.status = 'published' and o.settled_at is null`,
  'the public finds only what is published or on public notice': sql`
    select 'scenario ' || d.id || ' is ' || coalesce(s.status, 'gone') as breach
    from search_document d left join scenario s on s.id = d.id
    where d.index = 'scenarios' and d.visibility @> array['public']
      and coalesce(s.status, 'draft') in ('draft', 'submitted', 'returned')
    union all
    select 'product ' || d.id || ' was never published'
    from search_document d left join product p on p.id = d.id
    where d.index = 'products' and d.visibility @> array['public'] and p.published_version_id is null
    union all
    select 'entry ' || d.id || ' is ' || coalesce(e.status, 'gone')
    from search_document d left join catalog_entry e on e.id = d.id
    where d.index = 'catalog' and d.visibility @> array['public']
      and coalesce(e.status, 'nominated') not in ('notice', 'objection', 'published', 'amended')`,
} as const

export type Sentence = keyof typeof queries
/** What must be true of all that is stored, beside the reward ledger's own laws. */
export const sentences = Object.keys(queries) as Sentence[]

/** What contradicts one of the sentences, in words. */
export async function contradictionsOf(db: DbOrTx, sentence: Sentence): Promise<string[]> {
  const rows = await db.execute<{ breach: string }>(queries[sentence])
  return rows.map(row => row.breach)
}

/** The columns of an audit row `r` as the schema names them, for statements that are written by hand. */
export const auditColumns = sql`r.seq, r.format, r.at, r.actor_id as "actorId",
  r.actor_name as "actorName",
  r.actor_salt as "actorSalt", r.actor_mark as "actorMark", r.deed, r.noun, r.object_id as "objectId",
  r.from_status as "fromStatus", r.to_status as "toStatus", r.reason, r.before_hash as "beforeHash",
  r.after_hash as "afterHash", r.request_id as "requestId", r.rule_version as "ruleVersion",
  r.prev_hash as "prevHash", r.hash`

export type AuditRow = typeof audit.$inferSelect

/** The next rows of the audit chain after `seq`, in order. */
export function listAudit(
  db: DbOrTx,
  { after, limit }: { after: number; limit: number },
): Promise<AuditRow[]> {
  return db.select().from(audit).where(gt(audit.seq, after)).orderBy(asc(audit.seq)).limit(limit)
}

/** Which of these contents are there. */
export async function contentsAmong(db: DbOrTx, hashes: readonly string[]): Promise<Set<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await db
    .select({ hash: auditContent.hash })
    .from(auditContent)
    .where(inArray(auditContent.hash, [...hashes]))
  return new Set(rows.map(row => row.hash))
}
