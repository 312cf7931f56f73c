import { v7 } from 'uuid'
import type { Person } from '#domain/shared/actor.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import { paths } from '#paths'
import type { Context } from '#services/context.ts'
import { haltProduct, suspendProduct } from '#services/products/suspend.ts'
import { as } from '../context.ts'
import { officer } from '../factories.ts'
import { productRev, publishedProduct } from '../products.ts'
import type { Deed } from './deed.ts'
import { productTarget } from './market-deeds.ts'
import { sight } from './routes.ts'

const reason = '参数与检测报告不符，请核对'

async function form(ctx: Context, who: Person, id: ProductId) {
  return { id, rev: await productRev(as(ctx, who), id), formKey: v7() }
}

export const holdDeeds: Record<string, Deed> = {
  // The firm suspends its own, the bureau by its office; whoever may neither sends the firm's form.
  'products/:productId/suspension': {
    may: 'supply handler approver',
    sees: 'all',
    async make(ctx, { casts }, role) {
      const { id } = await publishedProduct(ctx, casts.A)
      const deed = role === 'handler' || role === 'approver' ? 'halt' : 'suspend'
      return productTarget(ctx, id, paths.productSuspension, { deed, reason })
    },
  },
  'products/:productId/resumption': {
    may: 'supply',
    sees: sight['product.submitted'],
    async make(ctx, { casts: { A } }) {
      const { id } = await publishedProduct(ctx, A)
      await suspendProduct(as(ctx, A.firm), await form(ctx, A.firm, id))
      return productTarget(ctx, id, paths.productResumption)
    },
  },
  'products/:productId/appeal': {
    may: 'supply',
    sees: sight['product.submitted'],
    async make(ctx, { casts: { A } }) {
      const { id } = await publishedProduct(ctx, A)
      const desk = await officer(ctx.db, 'handler')
      await haltProduct(as(ctx, desk), { ...(await form(ctx, desk, id)), reason })
      return productTarget(ctx, id, paths.productAppeal, { reason })
    },
  },
}
