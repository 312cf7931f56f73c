import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ReverseClaim, reverseClaim } from '#services/rewards/reverse.ts'
import { showClaim } from '#services/rewards/show.ts'
import { ClaimDeedPage } from '#ui/reward/claim-deed-page.tsx'
import { Ledger } from '#ui/reward/claim-records.tsx'
import { ReversalForm } from '#ui/reward/deed-forms.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('reward.claim.reverseTitle') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showClaim(ctx, args.params.claimId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ReverseClaim, async (value, ctx) => {
    await reverseClaim(ctx, value)
    return redirectWithToast(args.context, paths.claim(value.id), { key: 'reward.claim.done.reverse' })
  })
}

export default function ReverseClaimPage() {
  const t = useT()
  const claim = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <ClaimDeedPage
      claim={claim}
      title={t('reward.claim.reverseTitle')}
      intro={t('reward.claim.reverseIntro')}
      verdict={claim.can.reverse}
      above={<Ledger {...claim} />}
    >
      {deed => <ReversalForm {...deed} lastResult={answer?.submission} />}
    </ClaimDeedPage>
  )
}
