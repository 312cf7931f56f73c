import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { respond } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { confirmNewEmail, showAccount } from '#services/accounts/profile.ts'
import { AccountFrame } from '#ui/account/frame.tsx'
import { PlainForm } from '#ui/account/plain-form.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('account.own.emailConfirm') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, showAccount)
}

export async function action(args: ActionFunctionArgs) {
  return respond(args, async ctx => {
    await confirmNewEmail(ctx, args.params.token)
    return redirectWithToast(args.context, paths.account(), { key: 'account.own.emailDone' })
  })
}

export default function EmailConfirmation() {
  const t = useT()
  return (
    <AccountFrame own title={t('account.own.emailConfirm')} note={t('account.own.emailConfirmText')}>
      <PlainForm id="confirm" lines={[]} submit={t('account.own.emailConfirm')} />
    </AccountFrame>
  )
}
