import type { LoaderFunctionArgs } from '@remix-run/node'
import { readAddress } from '#domain/searching/address.ts'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { type Suggestion, suggest } from '#services/search/suggest.ts'

/** Seconds for which a browser may show the same suggestions again. */
const fresh = 60

/** What may be meant by what has been typed so far: `{items: [{kind, title, href}], total, more?}`. */
export async function loader(args: LoaderFunctionArgs) {
  const { q } = readAddress(new URL(args.request.url).searchParams)
  const { items, ...counted } = await respond(args, ctx => suggest(ctx, q))
  const answer = {
    items: items.map(({ kind, title, ...item }) => ({ kind, title, href: hrefOf({ kind, title, ...item }) })),
    ...counted,
  }
  return Response.json(answer, { headers: { 'Cache-Control': `private, max-age=${fresh}` } })
}

const pages = {
  scenarios: paths.scenario,
  products: paths.product,
  solutions: paths.solution,
  firms: paths.firm,
  catalog: paths.entry,
} as const

function hrefOf({ kind, id, title }: Suggestion): string {
  if (kind === 'name' || id === null) return paths.search({ q: title.map(({ text }) => text).join('') })
  return pages[kind](id)
}
