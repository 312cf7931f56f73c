import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerRead } from '#http/api-reader.ts'
import { entryDetail } from '#http/api-views.ts'
import { showEntry } from '#services/catalog/show.ts'

export function loader(args: LoaderFunctionArgs) {
  return answerRead(args, async (ctx, origin) =>
    entryDetail(await showEntry(ctx, args.params.entryId), origin),
  )
}
