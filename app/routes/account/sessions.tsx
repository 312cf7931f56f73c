import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { sessionOf } from '#http/context.ts'
import { deed } from '#http/deed.ts'
import { respond } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { EndSession, endSession, listOwnSessions } from '#services/accounts/sessions.ts'
import { AccountFrame } from '#ui/account/frame.tsx'
import { SessionTable } from '#ui/account/session-table.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('account.sessions.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => ({ sessions: await listOwnSessions(ctx, await sessionOf(args)) }))
}

export async function action(args: ActionFunctionArgs) {
  return deed(args, EndSession, async (value, ctx) => {
    await endSession(ctx, value, await sessionOf(args))
    return redirectWithToast(args.context, paths.accountSessions(), { key: 'account.sessions.ended' })
  })
}

export default function Sessions() {
  const t = useT()
  const { sessions } = useLoaderData<typeof loader>()
  return (
    <AccountFrame own title={t('account.sessions.title')} note={t('account.sessions.note')}>
      <SessionTable sessions={sessions} />
      <p className="t13 ink3 mt4">{t('account.sessions.rule')}</p>
    </AccountFrame>
  )
}
