import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { noSessionCookie } from '#http/session.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { SetPassword } from '#services/accounts/register.ts'
import { resetPassword, showReset } from '#services/accounts/reset-password.ts'
import { AccountFrame } from '#ui/account/frame.tsx'
import { SetPasswordForm } from '#ui/account/set-password.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('account.lost.set') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => {
    await showReset(ctx, args.params.token)
    return null
  })
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, SetPassword, async (value, ctx) => {
    await resetPassword(ctx, { ...value, token: args.params.token })
    const headers = new Headers({ 'Set-Cookie': noSessionCookie(args.context.env) })
    return redirectWithToast(args.context, paths.signIn(), { key: 'account.lost.done', headers })
  })
}

export default function NewPassword() {
  const t = useT()
  const answer = useActionData<typeof action>()
  return (
    <AccountFrame title={t('account.lost.set')}>
      <Section title={t('account.password')}>
        <SetPasswordForm submit={t('account.lost.save')} lastResult={answer?.submission} />
      </Section>
    </AccountFrame>
  )
}
