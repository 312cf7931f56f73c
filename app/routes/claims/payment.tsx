import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { RecordPayment, recordPayment } from '#services/rewards/record-payment.ts'
import { showClaim } from '#services/rewards/show.ts'
import { ClaimDeedPage } from '#ui/reward/claim-deed-page.tsx'
import { PaymentForm } from '#ui/reward/deed-forms.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('reward.claim.payTitle') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showClaim(ctx, args.params.claimId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, RecordPayment, async (value, ctx) => {
    await recordPayment(ctx, value)
    return redirectWithToast(args.context, paths.claim(value.id), { key: 'reward.claim.done.recordPayment' })
  })
}

export default function RecordPaymentPage() {
  const t = useT()
  const claim = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <ClaimDeedPage
      claim={claim}
      title={t('reward.claim.payTitle')}
      intro={t('reward.claim.payIntro')}
      verdict={claim.can.recordPayment}
    >
      {deed => <PaymentForm {...deed} lastResult={answer?.submission} />}
    </ClaimDeedPage>
  )
}
