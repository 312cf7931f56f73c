import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { safeRedirect } from '#http/safe-redirect.ts'
import { sessionCookie, visitOf } from '#http/session.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { register, SetPassword, showRegistration } from '#services/accounts/register.ts'
import { AccountFrame } from '#ui/account/frame.tsx'
import { SetPasswordForm } from '#ui/account/set-password.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('account.join.confirm') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showRegistration(ctx, args.params.token))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, SetPassword, async (value, ctx) => {
    const { token, next } = await register(ctx, { ...value, token: args.params.token }, visitOf(args))
    const headers = new Headers({ 'Set-Cookie': sessionCookie(token, args.context.env) })
    return redirectWithToast(args.context, safeRedirect(next, paths.desk()), {
      key: 'account.join.done',
      headers,
    })
  })
}

export default function Confirm() {
  const t = useT()
  const { email, name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <AccountFrame title={t('account.join.confirm')} note={`${name} · ${email}`}>
      <Section title={t('account.password')}>
        <SetPasswordForm submit={t('account.join.finish')} lastResult={answer?.submission} />
      </Section>
    </AccountFrame>
  )
}
