import { eq, sql } from 'drizzle-orm'
import type { Day } from '../../app/domain/shared/dates.ts'
import type { AccountId, OrganizationId, ProductId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'
import { organization, product, productVersion } from '../schema/index.ts'

/** One matter that waits at the bureau, of whichever noun. `organizationIds` are the parties to it. */
export interface MatterRow {
  kind: 'scenario' | 'product' | 'solution' | 'claim' | 'entry' | 'organization'
  id: string
  rev: number
  number: string | null
  status: string
  title: string
  organization: string
  organizationIds: OrganizationId[]
  district: string | null
  source: string
  handledBy: AccountId | null
  noticeTo: Day | null
  since: Date
  by: string | null
  /** Within 待审: returned before, or approved by the handler. */
  stage: 'resubmitted' | 'approved' | null
  /** Who gave the approval that stands; the same person does not publish. */
  approvedBy: AccountId | null
  /** Whether an approval was given to other words, or before a return, and counts no more. */
  lapsed: boolean
  /** Whether the district officer who asks has given an opinion on this revision. */
  spoken: boolean
}

/**
 * Everything in a state that waits for an officer; an organisation's requests are one matter for each step, dated by
 * the oldest of them. The longest waiting first; drafts are not among it. For a district officer what is published there
 * is among it too.
 */
export async function listMatters(
  db: DbOrTx,
  district: { of: readonly string[]; accountId: AccountId | null } = { of: [], accountId: null },
): Promise<MatterRow[]> {
  const theirs = sql`s.district in (${sql.join(
    [...district.of, ''].map(code => sql`${code}`),
    sql`, `,
  )})`
  const rows = await db.execute<Omit<MatterRow, 'since'> & Record<string, unknown> & { sinceMs: number }>(sql`
    with matter as (
      select 'scenario' as kind, s.id, s.rev, s.number, s.status, s.title, o.name as organization,
        array[o.id] as organization_ids, s.district, s.source, null as handled_by, null as notice_to, s.updated_at
      from scenario s join organization o on o.id = s.organization_id
      where s.status = 'submitted' or (s.status = 'published' and s.source <> 'report' and ${theirs})
      union all
      select 'product', p.id, p.rev, p.number, p.status, v.name, o.name,
        array[o.id], o.district, p.source, null, null, p.updated_at
      from product p
        join organization o on o.id = p.organization_id
        join product_version v on v.id = p.latest_version_id
      where p.status = 'submitted'
      union all
      select 'solution', s.id, s.rev, s.number, s.status, v.name, o.name,
        array[o.id] || array(select c.organization_id from solution_consent c where c.solution_id = s.id),
        o.district, s.source, null, null, s.updated_at
      from solution s
        join organization o on o.id = s.organization_id
        join solution_version v on v.id = s.latest_version_id
      where s.status = 'submitted'
      union all
      select 'claim', c.id, c.rev, c.number, c.status, s.title, o.name,
        array[o.id], t.district, o.source, c.handled_by, c.notice_to, c.updated_at
      from reward_claim c
        join organization o on o.id = c.organization_id
        join pilot t on t.id = c.pilot_id
        join scenario s on s.id = t.scenario_id
      where c.status in ('submitted', 'precheck', 'review', 'notice')
      union all
      select 'entry', e.id, e.rev, e.number, e.status, e.title, o.name,
        array[t.demand_organization_id, t.supply_organization_id], t.district, o.source,
        e.handled_by, e.notice_to, e.updated_at
      from catalog_entry e
        join pilot t on t.id = e.pilot_id
        join organization o on o.id = t.demand_organization_id
      where e.status in ('nominated', 'formalReview', 'expertReview', 'listed', 'notice', 'objection')
      union all
      select 'organization', o.id, o.rev, null, q.status, o.name, o.name,
        array[o.id], o.district, o.source, null, null, min(q.asked_at)
      from capability_request q join organization o on o.id = q.organization_id
      where q.status in ('asked', 'endorsed')
      group by o.id, q.status
      union all
      select 'organization', o.id, o.rev, null, 'claimed', o.name, o.name,
        array[o.id], o.district, o.source, null, null, min(c.created_at)
      from organization_claim c join organization o on o.id = c.organization_id
      where c.status = 'asked' and not exists (
        select from membership m where m.organization_id = o.id and m.role = 'owner')
      group by o.id
    )
    select m.kind, m.id, m.rev, m.number, m.status, m.title, m.organization,
      m.organization_ids as "organizationIds", m.district, m.source, m.handled_by as "handledBy",
      m.notice_to as "noticeTo", h.actor_name as by, v.account_id as "approvedBy",
      case when m.status <> 'submitted' or m.kind not in ('scenario', 'product', 'solution') then null
        when v.id is not null then 'approved'
        when exists(select from content_return c where c.object_id = m.id) then 'resubmitted' end as stage,
      m.kind = 'scenario' and m.status = 'submitted' and v.id is null
        and exists(select from approval w where w.object_id = m.id and w.step = 'initial') as lapsed,
      exists(select from history r where r.object_id = m.id
        and r.form_key = 'recommend:' || ${district.accountId}::text || ':' || m.rev) as spoken,
      extract(epoch from coalesce(v.at, h.at, m.updated_at))::float8 * 1000 as "sinceMs"
    from matter m
    left join lateral (
      select at, actor_name from history
      where m.kind <> 'organization' and noun = m.kind and object_id = m.id and from_status is distinct from to_status
      order by history.id desc limit 1
    ) h on true
    left join approval v on v.noun = m.kind and v.object_id = m.id and v.rev = m.rev and v.step = 'initial'
      and m.status = 'submitted'
    order by "sinceMs", m.id`)
  return rows.map(({ sinceMs, ...row }) => ({ ...row, since: new Date(sinceMs) }))
}

/** What an officer reads of a product before deciding: its latest version, which waits for review. */
export async function findProductInReview(db: DbOrTx, id: ProductId) {
  const [row] = await db
    .select({ product, version: productVersion, organization })
    .from(product)
    .innerJoin(organization, eq(organization.id, product.organizationId))
    .innerJoin(productVersion, eq(productVersion.id, product.latestVersionId))
    .where(eq(product.id, id))
    .limit(1)
  return row ?? null
}
