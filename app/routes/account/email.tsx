import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ChangeEmail, changeEmail, showAccount } from '#services/accounts/profile.ts'
import { AccountFrame } from '#ui/account/frame.tsx'
import { type Line, PlainForm } from '#ui/account/plain-form.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('account.own.emailChange') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, showAccount)
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ChangeEmail, async (value, ctx) => {
    await changeEmail(ctx, value)
    return redirectWithToast(args.context, paths.account(), { key: 'account.own.emailSent' })
  })
}

export default function Email() {
  const t = useT()
  const { email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const lines: Line[] = [
    { name: 'email', label: t('account.own.emailNew'), kind: 'email', autoComplete: 'email' },
    {
      name: 'password',
      label: t('account.password2.confirm'),
      kind: 'password',
      autoComplete: 'current-password',
    },
  ]
  return (
    <AccountFrame own title={t('account.own.emailChange')} note={email}>
      <Section title={t('account.email')}>
        <PlainForm
          id="email"
          lines={lines}
          submit={t('account.own.emailSend')}
          lastResult={answer?.submission}
        />
      </Section>
    </AccountFrame>
  )
}
