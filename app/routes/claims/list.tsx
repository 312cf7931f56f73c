import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { listClaims } from '#services/rewards/list.ts'
import { ClaimList } from '#ui/reward/claim-list.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('reward.claim.list') }

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  return respond(args, ctx => listClaims(ctx, Object.fromEntries(searchParams)))
}

export default function ListClaims() {
  const page = useLoaderData<typeof loader>()
  return <ClaimList {...page} />
}
