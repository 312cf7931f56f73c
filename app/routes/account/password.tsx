import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { sessionOf } from '#http/context.ts'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ChangePassword, changePassword, showAccount } from '#services/accounts/profile.ts'
import { AccountFrame } from '#ui/account/frame.tsx'
import { SetPasswordForm } from '#ui/account/set-password.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('account.own.passwordChange') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, showAccount)
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ChangePassword, async (value, ctx) => {
    await changePassword(ctx, value, (await sessionOf(args)) ?? '')
    return redirectWithToast(args.context, paths.account(), { key: 'account.own.passwordDone' })
  })
}

export default function Password() {
  const t = useT()
  const answer = useActionData<typeof action>()
  const first = {
    name: 'current',
    label: t('account.password2.current'),
    kind: 'password',
    autoComplete: 'current-password',
  } as const
  return (
    <AccountFrame own title={t('account.own.passwordChange')}>
      <Section title={t('account.password')}>
        <SetPasswordForm first={[first]} submit={t('account.lost.save')} lastResult={answer?.submission} />
      </Section>
    </AccountFrame>
  )
}
