import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ClaimForm as ClaimAnswers } from '#domain/rewards/application.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import { respond, submitted } from '#http/respond.ts'
import { paths } from '#paths'
import { draftClaim } from '#services/rewards/apply.ts'
import { claimSheet } from '#services/rewards/form.ts'
import { ClaimSheetPage } from '#ui/reward/claim-sheet.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('reward.claim.newTitle') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => claimSheet(ctx, args.params.pilotId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ClaimAnswers.safeExtend({ formKey }), async (value, ctx) => {
    const { pilot } = await claimSheet(ctx, args.params.pilotId)
    const { id } = await draftClaim(ctx, { ...value, pilotId: pilot.id })
    return redirect(paths.claim(id))
  })
}

export default function NewClaim() {
  const sheet = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <ClaimSheetPage {...sheet} lastResult={answer?.submission} />
}
