import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { showClaim } from '#services/rewards/show.ts'
import { ClaimPage } from '#ui/reward/claim-page.tsx'
import type { ClaimView } from '#ui/reward/claim-view.ts'
import { speakCalculation } from '#ui/reward/speak.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle<ClaimView> = {
  title: (t, { number }) => t('reward.claim.titleOf', { number: number ?? t('reward.claim.draftName') }),
}

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => {
    const claim = await showClaim(ctx, args.params.claimId)
    return { ...claim, calculation: speakCalculation(speakTo(args.request), claim.calculation) }
  })
}

export default function ShowClaim() {
  const claim = useLoaderData<typeof loader>()
  return <ClaimPage {...claim} />
}
