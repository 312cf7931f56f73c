import { sql } from 'drizzle-orm'
import type { AnswerCase } from '../../app/domain/introductions/responsiveness.ts'
import { lookBackDays } from '../../app/domain/introductions/responsiveness.ts'
import type { OrganizationId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'

export interface AnswerCaseOf extends AnswerCase {
  organizationId: OrganizationId
}

interface Raw extends Record<string, unknown> {
  organizationId: OrganizationId
  kind: AnswerCase['kind']
  since: string | Date
  answered: string | Date | null
  ended: string | Date | null
}

const moment = (value: string | Date | null) => (value === null ? null : new Date(value))

/**
 * What firms sent these demand sides within the last year before `now`, and when it was answered: 自荐, and bids since
 * their opening. A bid that is still sealed is not in it.
 */
export async function listAnswerCases(
  db: DbOrTx,
  ids: readonly OrganizationId[],
  now: Date,
): Promise<AnswerCaseOf[]> {
  if (ids.length === 0) return []
  const from = sql`${now.toISOString()}::timestamptz - make_interval(days => ${lookBackDays}::int)`
  const rows = await db.execute<Raw>(sql`
    with asked as (select value as id from json_array_elements_text(${JSON.stringify([...new Set(ids)])}::json))
    select i.demand_organization_id as "organizationId", 'offer' as kind, i.created_at as since,
      case when i.status in ('welcomed', 'declined') then i.decided_at end as answered,
      case when i.status in ('lapsed', 'withdrawn') then i.decided_at end as ended
    from asked join introduction i on i.demand_organization_id = asked.id
    where i.direction = 'offer' and i.created_at >= ${from}
    union all
    select s.organization_id, 'bid', opened.at, decided.at,
      case when s.status = 'terminated' then s.updated_at end
    from asked join scenario s on s.organization_id = asked.id
    join bid b on b.scenario_id = s.id and b.status in ('opened', 'shortlisted', 'selected', 'notSelected')
    join lateral (
      select max(h.at) as at from history h
      where h.noun = 'bid' and h.object_id = b.id and h.deed = 'open') opened on opened.at >= ${from}
    left join lateral (
      select max(h.at) as at from history h
      where h.noun = 'bid' and h.object_id = b.id and h.deed in ('select', 'decline')) decided on true`)
  return rows.map(({ organizationId, kind, since, answered, ended }) => ({
    ...{ organizationId, kind, since: new Date(since) },
    answered: moment(answered),
    ended: moment(ended),
  }))
}
