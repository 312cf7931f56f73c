import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { listNotices } from '#services/notifications/list.ts'
import { readNotices } from '#services/notifications/read.ts'
import { NoticeList } from '#ui/account/notice-list.tsx'
import { SubmitButton } from '#ui/form/submit-button.tsx'
import { Pager } from '#ui/primitives/pager.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('account.notices.title') }

export async function loader(args: LoaderFunctionArgs) {
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  return respond(args, ctx => listNotices(ctx, query))
}

/** Everything is read now. */
export async function action(args: ActionFunctionArgs) {
  return respond(args, async ctx => {
    await readNotices(ctx)
    return redirect(paths.notifications(), 303)
  })
}

export default function Notifications() {
  const t = useT()
  const { notices, total, page, pageSize } = useLoaderData<typeof loader>()
  return (
    <Wrap>
      <Crumbs items={[{ label: t('account.notices.title') }]} />
      <PageHead title={t('account.notices.title')} facts={<span>{t('account.notices.note')}</span>} />
      {notices.some(notice => !notice.isRead) && (
        <form method="post" action={paths.notifications()}>
          <SubmitButton look="line" size="sm">
            {t('account.notices.markRead')}
          </SubmitButton>
        </form>
      )}
      <NoticeList notices={notices} />
      <Pager
        page={page}
        pageSize={pageSize}
        total={total}
        href={to => paths.notifications({ page: to > 1 ? to : undefined })}
      />
    </Wrap>
  )
}
