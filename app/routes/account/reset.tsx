import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { preferencesOf } from '#http/preferences.ts'
import { submitted } from '#http/respond.ts'
import { AskReset, askReset } from '#services/accounts/links.ts'
import { AccountFrame } from '#ui/account/frame.tsx'
import { PlainForm } from '#ui/account/plain-form.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('account.lost.title') }

export function loader({ request }: LoaderFunctionArgs) {
  return { sent: new URL(request.url).searchParams.has('sent') }
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, AskReset, async (value, ctx) => {
    const from = { clientIp: args.context.clientIp, locale: preferencesOf(args.request).locale, next: null }
    await askReset(ctx, value, from)
    return redirect('/reset?sent', 303)
  })
}

export default function Reset() {
  const t = useT()
  const { sent } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const line = { name: 'email', label: t('account.email'), kind: 'email', autoComplete: 'username' } as const
  return (
    <AccountFrame title={t('account.lost.title')} note={t('account.lost.why')}>
      {sent ? (
        <Alert tone="blue" title={t('account.join.sentTitle')}>
          <p>{t('account.join.sentText')}</p>
        </Alert>
      ) : (
        <Section title={t('account.email')}>
          <PlainForm
            id="reset"
            lines={[line]}
            submit={t('account.lost.submit')}
            lastResult={answer?.submission}
          />
        </Section>
      )}
    </AccountFrame>
  )
}
