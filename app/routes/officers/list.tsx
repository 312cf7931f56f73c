import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { newFormKey } from '#services/new-id.ts'
import { InviteOfficer, inviteOfficer } from '#services/officers/invite.ts'
import { listOffices } from '#services/officers/list.ts'
import { OfficersPage } from '#ui/account/officers-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('account.officers.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => ({ ...(await listOffices(ctx)), formKey: newFormKey() }))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, InviteOfficer, async (value, ctx) => {
    await inviteOfficer(ctx, value)
    return redirectWithToast(args.context, paths.officers(), { key: 'account.officers.sent' })
  })
}

export default function Officers() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <OfficersPage {...view} lastResult={answer?.submission} />
}
