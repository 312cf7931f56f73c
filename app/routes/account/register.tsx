import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { preferencesOf } from '#http/preferences.ts'
import { respond, submitted } from '#http/respond.ts'
import { safeRedirect } from '#http/safe-redirect.ts'
import { paths } from '#paths'
import { AskRegistration, askRegistration } from '#services/accounts/links.ts'
import { AccountFrame } from '#ui/account/frame.tsx'
import { type Line, PlainForm } from '#ui/account/plain-form.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('account.join.title') }

const searchOf = ({ url }: Request) => new URL(url).searchParams

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => {
    if (ctx.actor.kind === 'person')
      throw redirect(safeRedirect(searchOf(args.request).get('next'), paths.desk()))
    return { sent: searchOf(args.request).has('sent'), demo: args.context.env.DEMO === true }
  })
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, AskRegistration, async (value, ctx) => {
    const next = searchOf(args.request).get('next')
    const from = { clientIp: args.context.clientIp, locale: preferencesOf(args.request).locale }
    await askRegistration(ctx, value, { ...from, next: next && safeRedirect(next) })
    return redirect('/register?sent', 303)
  })
}

export default function Register() {
  const t = useT()
  const { sent, demo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const lines: Line[] = [
    {
      name: 'email',
      label: t('account.email'),
      kind: 'email',
      hint: t('account.join.emailHint'),
      autoComplete: 'email',
    },
    { name: 'name', label: t('account.name'), autoComplete: 'name' },
    { name: 'affirmed', label: t('account.join.affirm'), kind: 'check' },
  ]
  return (
    <AccountFrame title={t('account.join.title')} note={t('account.join.why')}>
      {sent ? (
        <Alert tone="blue" title={t('account.join.sentTitle')}>
          <p>{t('account.join.sentText')}</p>
          {demo && <p>{t('account.join.sentDemo')}</p>}
        </Alert>
      ) : (
        <Section title={t('account.own.profile')}>
          <PlainForm
            id="register"
            lines={lines}
            submit={t('account.join.submit')}
            lastResult={answer?.submission}
          />
        </Section>
      )}
    </AccountFrame>
  )
}
