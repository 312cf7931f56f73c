import { firmDeploymentsOf } from '#db/queries/deployments.ts'
import {
  pilotEndsOf,
  publicEntriesOf,
  publicProductsOf,
  publicScenariosOf,
  verifiedSince,
} from '#db/queries/firms.ts'
import { findOrganization } from '#db/queries/organizations.ts'
import { hasFirmPage, shareOf } from '#domain/organizations/firm-page.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Capability, Source } from '#domain/vocabulary.ts'
import { type EntryView, viewOf } from '../catalog/show.ts'
import type { Context } from '../context.ts'
import { lineOf, type ProductLine } from '../products/list.ts'
import type { DeploymentView } from '../products/records-view.ts'
import { found, Refusal } from '../refusal.ts'
import { itemOf, type ScenarioListItem } from '../scenarios/list.ts'
import { type SolutionLine, someSolutions } from '../solutions/list.ts'

/** So many of each kind; the lists of the site show the rest. */
const shown = 20

interface Part<T> {
  items: T[]
  total: number
}

/** What anybody may know of an organisation; nobody's name, address or number is among it. */
export interface FirmView {
  id: OrganizationId
  name: string
  nameEn: string | null
  uscc: string | null
  source: Source
  district: string | null
  region: string | null
  capabilities: readonly Capability[]
  verifiedSince: Date | null
  products: Part<ProductLine>
  solutions: Part<SolutionLine>
  scenarios: Part<ScenarioListItem>
  entries: Part<EntryView>
  /** 应用案例 of which nobody says which product it was; a product's own stand on its page. */
  cases: Part<DeploymentView>
  /** 已验收试点, on either side. */
  accepted: number
  /** Accepted of the pilots that are over; null below five, where it would tell about single ones. */
  acceptedShare: { part: number; whole: number } | null
  /** Where its products are served, as they say. */
  regions: string[]
  /** Its scenarios and entries as rows show deadlines by this moment. */
  now: Date
}

// public: what the visibility clauses of the queries let through, of an organisation that `hasFirmPage`
/** 单位公开页; an organisation without one answers 404 like an unknown id. */
export async function showFirm(ctx: Context, text: unknown): Promise<FirmView> {
  const { db } = ctx
  const id = found(parseId<OrganizationId>(text), 'organization.unknown')
  const organization = found(await findOrganization(db, id), 'organization.unknown')
  const [products, solutions, scenarios, entries, cases, ends, since] = await Promise.all([
    publicProductsOf(db, id, shown),
    someSolutions(ctx, { organizationId: id }, shown),
    publicScenariosOf(db, id, shown),
    publicEntriesOf(db, id, shown),
    firmDeploymentsOf(db, id, shown),
    pilotEndsOf(db, id),
    verifiedSince(db, id),
  ])
  // What a firm says of itself makes no page; what was read of it does.
  const reported = organization.source === 'report' ? cases.total : 0
  const total = products.total + solutions.total + scenarios.total + entries.total + reported
  if (!hasFirmPage(organization, total)) throw new Refusal('notFound', 'organization.unknown')
  const { name, nameEn, uscc, source, district, region, capabilities } = organization
  const regions = products.rows.flatMap(({ version }) => version.content.regions ?? [])
  return {
    ...{ id, name, nameEn, uscc, source, district, region, capabilities },
    verifiedSince: since,
    products: { items: products.rows.map(lineOf), total: products.total },
    solutions,
    scenarios: { items: scenarios.rows.map(itemOf), total: scenarios.total },
    entries: { items: entries.rows.map(viewOf), total: entries.total },
    cases: { items: cases.rows, total: cases.total },
    accepted: ends.accepted,
    acceptedShare: shareOf(ends.accepted, ends.ended),
    regions: [...new Set(regions)].slice(0, 6),
    now: ctx.now,
  }
}
