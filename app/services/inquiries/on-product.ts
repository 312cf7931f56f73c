import { listInquiries } from '#db/queries/inquiries.ts'
import { canWithhold } from '#domain/inquiries/policy.ts'
import type { CriterionId, CriterionValue } from '#domain/ontology/criteria.ts'
import type { InquiryId, ProductId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { isClosed } from '../introductions/load.ts'
import { factsOf } from './load.ts'

/** One open question about a product: which scenario asks, and what it needs. */
export interface OpenQuestion {
  id: InquiryId
  title: string
  criterion: CriterionId
  need: CriterionValue
}

const shown = 50

// public: it answers those who may answer the question, one by one through the policy, and nobody else
/** What scenarios wait to hear about a product, for those of its firm who may answer. */
export async function questionsOn(ctx: Context, productId: ProductId): Promise<OpenQuestion[]> {
  const rows = await listInquiries(ctx.db, { productId }, { limit: shown })
  return rows
    .filter(({ inquiry, scenario }) => {
      return canWithhold(ctx.actor, factsOf(inquiry)).ok && !isClosed(scenario, ctx.now)
    })
    .map(({ inquiry: { id, criterion, need }, scenario: { title } }) => ({ id, title, criterion, need }))
}
