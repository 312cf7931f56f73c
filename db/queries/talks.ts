import { sql } from 'drizzle-orm'
import type { InquiryStatus } from '../../app/domain/inquiries/lifecycle.ts'
import type { Direction } from '../../app/domain/introductions/introduction.ts'
import type { IntroductionStatus } from '../../app/domain/introductions/lifecycle.ts'
import type { CriterionId } from '../../app/domain/ontology/criteria.ts'
import type { Specs } from '../../app/domain/ontology/requirement.ts'
import type {
  InquiryId,
  IntroductionId,
  OrganizationId,
  ProductId,
  ScenarioId,
} from '../../app/domain/shared/ids.ts'
import type { Source } from '../../app/domain/vocabulary.ts'
import type { DbOrTx } from '../client.ts'
import type { ScenarioRow } from './scenarios.ts'

/** A scenario beside a product: whose they are, and what has been said between them so far, the newest first. */
export interface TalkRow {
  scenario: Pick<
    ScenarioRow,
    'id' | 'status' | 'organizationId' | 'source' | 'district' | 'bidDeadline' | 'addenda'
  >
  product: { id: ProductId; organizationId: OrganizationId; source: Source; version: number; specs: Specs }
  /** The two organisations are 关联单位. */
  related: boolean
  introductions: {
    id: IntroductionId
    status: IntroductionStatus
    direction: Direction
    productVersion: number
    addenda: number
  }[]
  inquiries: { id: InquiryId; status: InquiryStatus; criterion: CriterionId }[]
}

interface Raw extends Record<string, unknown> {
  scenario: Omit<TalkRow['scenario'], 'bidDeadline'> & { bidDeadline: string | null }
  product: TalkRow['product']
  related: boolean
  introductions: TalkRow['introductions']
  inquiries: TalkRow['inquiries']
}

const list = (ids: readonly string[]) =>
  sql`(select value from json_array_elements_text(${JSON.stringify(ids)}::json))`

/**
 * All pairs of these scenarios and products that are public, as far as one of these organisations owns the side that
 * asks. One statement; without an organisation none.
 */
export async function listTalks(
  db: DbOrTx,
  {
    scenarios,
    products,
    owners,
    side,
  }: {
    scenarios: readonly ScenarioId[]
    products: readonly ProductId[]
    owners: readonly OrganizationId[]
    side: 'scenario' | 'product'
  },
): Promise<TalkRow[]> {
  if (owners.length === 0 || scenarios.length === 0 || products.length === 0) return []
  const owner = side === 'scenario' ? sql`s.organization_id` : sql`p.organization_id`
  const rows = await db.execute<Raw>(sql`
    select
      json_build_object('id', s.id, 'status', s.status, 'organizationId', s.organization_id, 'source', s.source,
        'district', s.district, 'bidDeadline', s.bid_deadline, 'addenda', s.addenda) as scenario,
      json_build_object('id', p.id, 'organizationId', p.organization_id, 'source', p.source,
        'version', v.version, 'specs', v.content->'specs') as product,
      exists (select from organization_relation r where r.a = least(s.organization_id, p.organization_id)
        and r.b = greatest(s.organization_id, p.organization_id)) as related,
      coalesce((select json_agg(json_build_object('id', i.id, 'status', i.status, 'direction', i.direction,
          'productVersion', (i.match->>'productVersion')::int, 'addenda', (i.match->>'addenda')::int)
          order by i.created_at desc)
        from introduction i where i.scenario_id = s.id and i.product_id = p.id), '[]'::json) as introductions,
      coalesce((select json_agg(json_build_object('id', q.id, 'status', q.status, 'criterion', q.criterion)
          order by q.created_at desc)
        from inquiry q where q.scenario_id = s.id and q.product_id = p.id), '[]'::json) as inquiries
    from scenario s cross join product p join product_version v on v.id = p.published_version_id
    where s.id in ${list(scenarios)} and p.id in ${list(products)} and ${owner} in ${list(owners)}
      and p.status not in ('suspended', 'withdrawn')`)
  return rows.map(({ scenario: { bidDeadline, ...scenario }, ...row }) => ({
    ...row,
    scenario: { ...scenario, bidDeadline: bidDeadline === null ? null : new Date(bidDeadline) },
  }))
}
