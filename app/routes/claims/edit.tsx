import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { paths } from '#paths'
import { EditClaim, editClaim } from '#services/rewards/apply.ts'
import { editSheet } from '#services/rewards/form.ts'
import { ClaimSheetPage } from '#ui/reward/claim-sheet.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('reward.claim.editTitle') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => editSheet(ctx, args.params.claimId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, EditClaim, async (value, ctx) => {
    await editClaim(ctx, value)
    return redirect(paths.claim(value.id))
  })
}

export default function EditClaimPage() {
  const sheet = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ClaimSheetPage {...sheet} lastResult={answer?.submission} />
}
