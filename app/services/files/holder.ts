import type { ProductRow } from '#db/queries/products.ts'
import type { ScenarioRow } from '#db/queries/scenarios.ts'
import { type HolderNoun, holderNouns } from '#domain/files/file.ts'
import type { FileHolder } from '#domain/files/policy.ts'
import { canEditProduct, canSeeProduct, isPublicProduct } from '#domain/products/policy.ts'
import { canEditScenario, canSeeScenario, publicScenarioStatuses } from '#domain/scenarios/policy.ts'
import { type Actor, holds, isMember, oversees } from '#domain/shared/actor.ts'
import type { Context } from '../context.ts'
import { loadProduct, factsOf as productFacts } from '../products/load.ts'
import { found } from '../refusal.ts'
import { loadScenario, factsOf as scenarioFacts } from '../scenarios/load.ts'

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
    readsDraft: isMember(actor, row.organizationId) || (officer && row.status !== 'draft'),
    publishedAt: isPublicProduct(facts) ? row.publishedAt : null,
  }
}
