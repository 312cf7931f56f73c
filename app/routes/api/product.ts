import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerRead } from '#http/api-reader.ts'
import { productDetail } from '#http/api-views.ts'
import { showPublicProduct } from '#services/products/show.ts'

export function loader(args: LoaderFunctionArgs) {
  return answerRead(args, async (ctx, origin) =>
    productDetail(await showPublicProduct(ctx, args.params.productId), origin),
  )
}
