import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { respond, submitted } from '#http/respond.ts'
import { safeRedirect } from '#http/safe-redirect.ts'
import { sessionCookie, visitOf } from '#http/session.ts'
import { paths } from '#paths'
import { askPasskey, ProvePasskey, proveByPasskey } from '#services/accounts/passkeys.ts'
import { ProveFactor, proveByCode } from '#services/accounts/prove.ts'
import { AccountFrame } from '#ui/account/frame.tsx'
import { PasskeyForm } from '#ui/account/passkey-form.tsx'
import { PlainForm } from '#ui/account/plain-form.tsx'
import { ButtonLink } from '#ui/primitives/button.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('account.step.title') }

const placeOf = ({ env: { PUBLIC_ORIGIN } }: LoaderFunctionArgs['context']) => PUBLIC_ORIGIN

export async function loader(args: LoaderFunctionArgs) {
  const { previousToken: token } = visitOf(args)
  return respond(args, async ctx => ({
    passkey: await askPasskey(ctx, { origin: placeOf(args.context), token }),
  }))
}

const Proof = z.discriminatedUnion('intent', [
  ProveFactor.extend({ intent: z.literal('code') }),
  ProvePasskey.extend({ intent: z.literal('passkey') }),
])

export async function action(args: ActionFunctionArgs) {
  return submitted(args, Proof, async (value, ctx) => {
    const visit = { ...visitOf(args), origin: placeOf(args.context) }
    const { token } =
      value.intent === 'code' ? await proveByCode(ctx, value, visit) : await proveByPasskey(ctx, value, visit)
    const headers = { 'Set-Cookie': sessionCookie(token, args.context.env) }
    const next = new URL(args.request.url).searchParams.get('next')
    return redirect(safeRedirect(next, paths.desk()), { status: 303, headers })
  })
}

export default function SecondStep() {
  const t = useT()
  const { passkey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const line = {
    name: 'code',
    label: t('account.step.code'),
    autoComplete: 'one-time-code',
  } as const
  return (
    <AccountFrame title={t('account.step.title')} note={t('account.step.why')}>
      {passkey && (
        <Section title={t('account.factor.passkeys')} note={t('account.factor.passkeysNote')}>
          <PasskeyForm kind="prove" ceremony={passkey} submit={t('account.factor.passkeyUse')} />
        </Section>
      )}
      <Section title={t('account.factor.totp')} note={t('account.factor.totpNote')}>
        <PlainForm
          id="code"
          lines={[line]}
          submit={t('account.step.submit')}
          lastResult={answer?.submission}
          beside={
            <ButtonLink look="quiet" href={paths.signIn()}>
              {t('account.step.other')}
            </ButtonLink>
          }
        >
          <input type="hidden" name="intent" value="code" />
        </PlainForm>
      </Section>
    </AccountFrame>
  )
}
