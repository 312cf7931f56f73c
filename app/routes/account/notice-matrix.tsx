import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canReadDeliveries } from '#domain/accounts/policy.ts'
import { noticeMatrix } from '#domain/shared/notice-matrix.ts'
import { noticeEvents } from '#domain/shared/notices.ts'
import { respond } from '#http/respond.ts'
import { notification as en } from '#i18n/en/notification.ts'
import { notification as zh } from '#i18n/zh/notification.ts'
import { showDeliveries } from '#services/notifications/preferences.ts'
import { NoticeMatrix } from '#ui/account/notice-matrix.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('account.matrix.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => ({
    rows: noticeEvents.map(event => ({
      event,
      ...noticeMatrix[event],
      words: { zh: zh[event], en: en[event] },
    })),
    deliveries: canReadDeliveries(ctx.actor).ok ? await showDeliveries(ctx) : null,
  }))
}

export default function Matrix() {
  return <NoticeMatrix {...useLoaderData<typeof loader>()} />
}
