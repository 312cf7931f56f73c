import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { showMarket } from '#services/market/show.ts'
import { MarketPage } from '#ui/market/market-page.tsx'
import { speakMarket } from '#ui/market/speak.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('market.title') }

export async function loader(args: LoaderFunctionArgs) {
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  return respond(args, async ctx => speakMarket(speakTo(args.request), await showMarket(ctx, query)))
}

export default function Market() {
  return <MarketPage view={useLoaderData<typeof loader>()} />
}
