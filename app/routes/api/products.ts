import type { LoaderFunctionArgs } from '@remix-run/node'
import { queryOf } from '#http/api.ts'
import { answerRead } from '#http/api-reader.ts'
import { ProductParams } from '#http/api-shapes.ts'
import { productList } from '#http/api-views.ts'
import { listProducts } from '#services/products/list.ts'

export function loader(args: LoaderFunctionArgs) {
  return answerRead(args, async (ctx, origin) =>
    productList(await listProducts(ctx, queryOf(args.request, ProductParams)), origin),
  )
}
