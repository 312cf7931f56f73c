import type { LoaderFunctionArgs } from '@remix-run/node'
import { queryOf } from '#http/api.ts'
import { answerRead } from '#http/api-reader.ts'
import { SearchParams } from '#http/api-shapes.ts'
import { searchAnswer } from '#http/api-views.ts'
import { findHits } from '#services/search/hits.ts'

export function loader(args: LoaderFunctionArgs) {
  return answerRead(args, async (ctx, origin) => {
    const asked = queryOf(args.request, SearchParams)
    return searchAnswer(await findHits(ctx, asked), asked, origin)
  })
}
