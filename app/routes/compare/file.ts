import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvFile } from '#domain/shared/csv.ts'
import { preferencesOf } from '#http/preferences.ts'
import { respond } from '#http/respond.ts'
import { en } from '#i18n/en.ts'
import { createT } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { compare } from '#services/comparing/compare.ts'
import { comparisonLines } from '#ui/compare/words.ts'

/** The comparison of the address as a CSV file, in the reader's language. */
export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams
  const scenario = query.get('scenario') ?? undefined
  const view = await respond(args, ctx => compare(ctx, { p: query.getAll('p'), scenario }))
  const { locale } = preferencesOf(args.request)
  const t = createT(locale === 'en' ? en : zh, locale)
  return new Response(csvFile(comparisonLines(t, view)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="comparison.csv"',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
