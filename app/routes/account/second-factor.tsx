import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { DisableFactor } from '#domain/accounts/second-factor.ts'
import { respond, submitted } from '#http/respond.ts'
import { sessionCookie, visitOf } from '#http/session.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import {
  AddPasskey,
  addPasskey,
  offerPasskey,
  RemovePasskey,
  removePasskey,
} from '#services/accounts/passkeys.ts'
import { disableTotp, EnableFactor, enableTotp, showFactors } from '#services/accounts/second-factor.ts'
import { FactorsPage } from '#ui/account/factors-page.tsx'
import { RecoveryCodes } from '#ui/account/recovery-codes.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('account.factor.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => {
    const page = await showFactors(ctx)
    const { PUBLIC_ORIGIN } = args.context.env
    return { page, passkey: page.canChange.ok ? await offerPasskey(ctx, PUBLIC_ORIGIN) : null }
  })
}

const Deeds = z.discriminatedUnion('intent', [
  EnableFactor.extend({ intent: z.literal('enable') }),
  DisableFactor.extend({ intent: z.literal('disable') }),
  AddPasskey.extend({ intent: z.literal('add') }),
  RemovePasskey.extend({ intent: z.literal('remove') }),
])

export async function action(args: ActionFunctionArgs) {
  const { env } = args.context
  const visit = { ...visitOf(args), origin: env.PUBLIC_ORIGIN }
  const answer = await submitted(args, Deeds, async (value, ctx) => {
    if (value.intent === 'enable') {
      const { token, codes } = await enableTotp(ctx, value, visit)
      const headers = { 'Set-Cookie': sessionCookie(token, env) }
      return data({ submission: null, refusal: null, codes }, { headers })
    }
    if (value.intent === 'add') {
      const { token } = await addPasskey(ctx, value, visit)
      const headers = new Headers({ 'Set-Cookie': sessionCookie(token, env) })
      return redirectWithToast(args.context, paths.accountFactors(), { key: 'account.own.saved', headers })
    }
    if (value.intent === 'disable') await disableTotp(ctx, value)
    else await removePasskey(ctx, value)
    return redirectWithToast(args.context, paths.accountFactors(), { key: 'account.own.saved' })
  })
  return answer
}

export default function SecondFactor() {
  const { page, passkey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer && 'codes' in answer) return <RecoveryCodes codes={answer.codes} />
  return <FactorsPage page={page} passkey={passkey} lastResult={answer?.submission} />
}
