import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { z } from 'zod'
import { officerRoles } from '#domain/vocabulary.ts'
import { respond, submitted } from '#http/respond.ts'
import { noSessionCookie, sessionCookie, visitOf } from '#http/session.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { JoinOffice, joinAsMyself, joinAsNewcomer, showOffer } from '#services/officers/join.ts'
import { AccountFrame } from '#ui/account/frame.tsx'
import { PlainForm } from '#ui/account/plain-form.tsx'
import { SetPasswordForm } from '#ui/account/set-password.tsx'
import { ButtonLink } from '#ui/primitives/button.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('account.officers.join') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showOffer(ctx, args.params.token))
}

const Joining = z.discriminatedUnion('intent', [
  JoinOffice.safeExtend({ intent: z.literal('newcomer') }),
  z.object({ intent: z.literal('ready') }),
])

export async function action(args: ActionFunctionArgs) {
  const { token } = args.params
  return submitted(args, Joining, async (value, ctx) => {
    if (value.intent === 'ready') {
      await joinAsMyself(ctx, token)
      const headers = new Headers({ 'Set-Cookie': noSessionCookie(args.context.env) })
      return redirectWithToast(args.context, paths.signIn(), { key: 'account.officers.joined', headers })
    }
    const begun = await joinAsNewcomer(ctx, { ...value, token }, visitOf(args))
    const headers = new Headers({ 'Set-Cookie': sessionCookie(begun.token, args.context.env) })
    return redirectWithToast(args.context, paths.accountFactors(), { key: 'account.own.mustEnrol', headers })
  })
}

export default function Join() {
  const t = useT()
  const { email, role, stands } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { pathname } = useLocation()
  const note = {
    newcomer: t('account.officers.joinNewcomer'),
    ready: t('account.officers.joinReady'),
    signInFirst: t('account.officers.joinSignIn'),
  }[stands]
  return (
    <AccountFrame title={t('account.officers.joinTitle', { role: t.pick(officerRoles[role]) })} note={email}>
      <Section title={t('account.officers.join')} note={note}>
        {stands === 'newcomer' && (
          <SetPasswordForm
            first={[{ name: 'name', label: t('account.name'), autoComplete: 'name' }]}
            submit={t('account.officers.join')}
            lastResult={answer?.submission}
            intent="newcomer"
          />
        )}
        {stands === 'ready' && (
          <PlainForm id="join" lines={[]} submit={t('account.officers.join')} lastResult={answer?.submission}>
            <input type="hidden" name="intent" value="ready" />
          </PlainForm>
        )}
        {stands === 'signInFirst' && (
          <ButtonLink href={paths.signIn(pathname)}>{t('account.signIn')}</ButtonLink>
        )}
      </Section>
    </AccountFrame>
  )
}
