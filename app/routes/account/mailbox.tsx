import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { showMailbox } from '#services/accounts/mailbox.ts'
import { Refusal } from '#services/refusal.ts'
import { Letters } from '#ui/account/letters.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('account.mailbox.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => {
    if (!args.context.env.DEMO) throw new Refusal('notFound', 'mailbox.unknown')
    return showMailbox(ctx)
  })
}

export default function Mailbox() {
  const t = useT()
  const { address, letters, cut } = useLoaderData<typeof loader>()
  return (
    <Wrap>
      <Crumbs items={[{ label: t('account.mailbox.title') }]} />
      <PageHead
        title={t('account.mailbox.title')}
        facts={
          <>
            <span>{t('account.mailbox.note')}</span>
            <span>{address === null ? t('account.mailbox.everybody') : address}</span>
          </>
        }
      />
      <Letters letters={letters} />
      {cut && <p className="t13 ink3 mt4">{t('account.mailbox.cut', { n: letters.length })}</p>}
    </Wrap>
  )
}
