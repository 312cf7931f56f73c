import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvFile } from '#domain/shared/csv.ts'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { exportExposure } from '#services/market/export.ts'
import { exposureLines } from '#ui/market/file-lines.ts'

/** The showings of each firm as a CSV file, in the reader's language. */
export async function loader(args: LoaderFunctionArgs) {
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  const facts = await respond(args, ctx => exportExposure(ctx, query))
  return new Response(csvFile(exposureLines(speakTo(args.request), facts)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="exposure-${facts.from}-${facts.to}.csv"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
