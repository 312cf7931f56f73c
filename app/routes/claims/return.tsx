import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { HandleClaim, handleClaim } from '#services/rewards/handle.ts'
import { showClaim } from '#services/rewards/show.ts'
import { ClaimDeedPage } from '#ui/reward/claim-deed-page.tsx'
import { ReturnForm } from '#ui/reward/deed-forms.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('reward.claim.returnTitle') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showClaim(ctx, args.params.claimId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, HandleClaim, async (value, ctx) => {
    await handleClaim(ctx, value)
    // A returned claim is its firm's draft again: its page is gone for the bureau.
    const to = value.deed === 'return' ? paths.queue() : paths.claim(value.id)
    return redirectWithToast(args.context, to, { key: `reward.claim.done.${value.deed}` })
  })
}

export default function ReturnClaim() {
  const t = useT()
  const claim = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <ClaimDeedPage
      claim={claim}
      title={t('reward.claim.returnTitle')}
      intro={t('reward.claim.returnIntro')}
      verdict={claim.can.reject}
    >
      {deed => (
        <ReturnForm
          {...deed}
          lastResult={answer?.submission}
          deeds={claim.can.return.ok ? ['return', 'reject'] : ['reject']}
        />
      )}
    </ClaimDeedPage>
  )
}
