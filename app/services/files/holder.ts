import type { ProductRow } from '#db/queries/products.ts'
import type { ScenarioRow } from '#db/queries/scenarios.ts'
import { listScenariosOn } from '#db/queries/scenarios.ts'
import { findSite, type SiteRow } from '#db/queries/sites.ts'
import { type HolderNoun, holderNouns } from '#domain/files/file.ts'
import type { FileHolder } from '#domain/files/policy.ts'
import { canEditProduct, canSeeProduct } from '#domain/products/policy.ts'
import { canEditScenario, canSeeScenario, publicScenarioStatuses } from '#domain/scenarios/policy.ts'
import { type Actor, holds, isMember, oversees } from '#domain/shared/actor.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import { no, ok } from '#domain/shared/verdict.ts'
import { canEditSite, canSeePhotosOf, canSeeSite, isDeskOf } from '#domain/sites/policy.ts'
import type { Context } from '../context.ts'
import { isOnDesk, loadProduct, factsOf as productFacts } from '../products/load.ts'
import { found, permit } from '../refusal.ts'
import { loadScenario, factsOf as scenarioFacts } from '../scenarios/load.ts'
import { standingOf } from '../sites/load.ts'

/** The object with what its page and its history need. */
export interface Held {
  holder: FileHolder
  title: string
  status: string
}

/** The object that files belong to, as far as this actor may see it; each noun asks its own policy. */
export async function loadHolder(ctx: Context, noun: unknown, id: unknown): Promise<Held> {
  const known = found(
    holderNouns.find(each => each === noun),
    'file.unknownHolder',
  )
  return loaders[known](ctx, id)
}

const loaders: Record<HolderNoun, (ctx: Context, id: unknown) => Promise<Held>> = {
  async scenario(ctx, id) {
    const { scenario } = await loadScenario(ctx, id)
    return { holder: scenarioHolder(ctx.actor, scenario), title: scenario.title, status: scenario.status }
  },
  async product(ctx, id) {
    const { product, version } = await loadProduct(ctx, id)
    return { holder: productHolder(ctx.actor, product), title: version.name, status: product.status }
  },
  async site(ctx, id) {
    const siteId = found(parseId<SiteId>(id), 'site.unknown')
    const { site, latest } = found(await findSite(ctx.db, siteId), 'site.unknown')
    const isOwn = canSeeSite(ctx.actor, standingOf(site)).ok
    const holder = siteHolder(ctx.actor, site, isOwn ? [] : await listScenariosOn(ctx.db, site))
    permit(holder.see)
    return { holder, title: latest.content.name, status: site.status }
  },
}

/** 场景: what is published does not change any more, so everybody reads the same. */
export function scenarioHolder(actor: Actor, row: ScenarioRow): FileHolder {
  const facts = scenarioFacts(row)
  const isPublic = (publicScenarioStatuses as readonly string[]).includes(row.status)
  const officer = holds(actor, 'handler', 'approver', 'auditor') || oversees(actor, row.district)
  return {
    ...{ noun: 'scenario', id: row.id, organizationId: row.organizationId },
    see: canSeeScenario(actor, facts),
    edit: canEditScenario(actor, facts),
    readsDraft: isMember(actor, row.organizationId) || (officer && row.status !== 'draft'),
    publishedAt: isPublic ? row.publishedAt : null,
  }
}

/** 产品: a revision's files are its firm's own until it is submitted, and the public's once it is published. */
export function productHolder(actor: Actor, row: ProductRow): FileHolder {
  const facts = productFacts(row)
  const officer = holds(actor, 'handler', 'approver', 'auditor')
  return {
    ...{ noun: 'product', id: row.id, organizationId: row.organizationId },
    see: canSeeProduct(actor, facts),
    edit: canEditProduct(actor, facts),
    readsDraft: isMember(actor, row.organizationId) || (officer && isOnDesk(row)),
    // Who may still see what is hidden reads of it what the public did.
    publishedAt: facts.hasPublishedVersion ? row.publishedAt : null,
  }
}

/**
 * 现场档案: its own people read what there is now; readers of a scenario what there was when it was published, as far as
 * that scenario shows it to them.
 */
export function siteHolder(actor: Actor, row: SiteRow, uses: readonly ScenarioRow[]): FileHolder {
  const standing = standingOf(row)
  const shown = uses.filter(
    each => canSeePhotosOf(actor, { scenario: scenarioFacts(each), content: each.content }).ok,
  )
  const own = canSeeSite(actor, standing)
  const since = shown.flatMap(({ status, publishedAt }) =>
    publishedAt && (publicScenarioStatuses as readonly string[]).includes(status)
      ? [publishedAt.getTime()]
      : [],
  )
  return {
    ...{ noun: 'site', id: row.id, organizationId: row.organizationId },
    see: own.ok || shown.length > 0 ? ok : no('site.unknown'),
    edit: canEditSite(actor, standing),
    readsDraft: own.ok || shown.some(each => isDeskOf(actor, scenarioFacts(each))),
    publishedAt: since.length === 0 ? null : new Date(Math.max(...since)),
  }
}
