import type { LoaderFunctionArgs } from '@remix-run/node'
import { downloaded } from '#http/download.ts'
import { preferencesOf } from '#http/preferences.ts'
import { respond } from '#http/respond.ts'
import { importTemplate } from '#services/imports/download.ts'

export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams
  const asked = { noun: query.get('noun'), format: query.get('format') }
  const { locale } = preferencesOf(args.request)
  return downloaded(await respond(args, ctx => importTemplate(ctx, asked, locale)))
}
