import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { noSessionCookie } from '#http/session.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { EraseAccount, eraseAccount, showPrivacy } from '#services/accounts/privacy.ts'
import { AccountFrame } from '#ui/account/frame.tsx'
import { type Line, PlainForm } from '#ui/account/plain-form.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Link } from '#ui/shell/link.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('account.privacy.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, showPrivacy)
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, EraseAccount, async (value, ctx) => {
    await eraseAccount(ctx, value)
    const headers = new Headers({ 'Set-Cookie': noSessionCookie(args.context.env) })
    return redirectWithToast(args.context, paths.home(), { key: 'account.privacy.erased', headers })
  })
}

export default function Privacy() {
  const t = useT()
  const { canErase } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const lines: Line[] = [
    {
      name: 'password',
      label: t('account.password2.confirm'),
      kind: 'password',
      autoComplete: 'current-password',
    },
    { name: 'affirmed', label: t('account.privacy.eraseAffirm'), kind: 'check' },
  ]
  return (
    <AccountFrame own title={t('account.privacy.title')} note={t('account.privacy.note')}>
      <Section title={t('account.privacy.exportTitle')} note={t('account.privacy.exportText')}>
        <p>
          <a className="btn btn--line" href={paths.accountExport()} download>
            {t('account.privacy.export')}
          </a>
        </p>
        <p className="t13 mt2">
          <Link href={paths.privacy()}>{t('account.privacy.map')}</Link>
        </p>
      </Section>
      <Section title={t('account.privacy.eraseTitle')} note={t('account.privacy.eraseText')}>
        {canErase.ok ? (
          <PlainForm
            id="erase"
            lines={lines}
            submit={t('account.privacy.erase')}
            look="refuse"
            lastResult={answer?.submission}
          />
        ) : (
          <p className="ink3">{t.reason(canErase.reason, canErase.detail)}</p>
        )}
      </Section>
    </AccountFrame>
  )
}
