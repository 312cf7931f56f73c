import type { LoaderFunctionArgs } from '@remix-run/node'
import { queryOf } from '#http/api.ts'
import { answerRead } from '#http/api-reader.ts'
import { CatalogParams } from '#http/api-shapes.ts'
import { catalogList } from '#http/api-views.ts'
import { entriesPerPage, listCatalog } from '#services/catalog/list.ts'

export function loader(args: LoaderFunctionArgs) {
  return answerRead(args, async (ctx, origin) => {
    const { page, domain = null } = queryOf(args.request, CatalogParams)
    return catalogList({ ...(await listCatalog(ctx, { page, domain })), pageSize: entriesPerPage }, origin)
  })
}
