import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ApproveClaim, approveClaim } from '#services/rewards/approve.ts'
import { showClaim } from '#services/rewards/show.ts'
import { ClaimDeedPage } from '#ui/reward/claim-deed-page.tsx'
import { ApprovalForm } from '#ui/reward/deed-forms.tsx'
import { Year } from '#ui/reward/year.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('reward.claim.approveTitle') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showClaim(ctx, args.params.claimId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ApproveClaim, async (value, ctx) => {
    await approveClaim(ctx, value)
    return redirectWithToast(args.context, paths.claim(value.id), { key: 'reward.claim.done.approve' })
  })
}

export default function ApproveClaimPage() {
  const t = useT()
  const claim = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { assessment } = claim.calculation
  return (
    <ClaimDeedPage
      claim={claim}
      title={t('reward.claim.approveTitle')}
      intro={t('reward.claim.approveIntro')}
      verdict={claim.can.approve}
      above={<Year calculation={claim.calculation} firm={claim.firm.name} />}
    >
      {deed => (
        <ApprovalForm
          {...deed}
          lastResult={answer?.submission}
          items={assessment.perItem}
          headroom={assessment.headroom}
        />
      )}
    </ClaimDeedPage>
  )
}
