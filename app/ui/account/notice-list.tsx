import { EmptyState } from '../primitives/empty-state.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { noticePage } from '../workspace/links.ts'

export interface NoticeView {
  id: string
  event: string
  params: Record<string, string | number>
  noun: string
  objectId: string
  at: Date
  isRead: boolean
}

/** What one has been told, newest first; what is new stands in bold with a dot. */
export function NoticeList({ notices }: { notices: readonly NoticeView[] }) {
  const t = useT()
  if (notices.length === 0)
    return <EmptyState title={t('account.notices.emptyTitle')}>{t('account.notices.emptyText')}</EmptyState>
  return (
    <ul className="notices">
      {notices.map(notice => (
        <Notice key={notice.id} notice={notice} />
      ))}
    </ul>
  )
}

function Notice({ notice: { event, params, noun, objectId, at, isRead } }: { notice: NoticeView }) {
  const t = useT()
  const subject = t.maybe(`notification.${event}.subject`, params) ?? event
  const text = t.maybe(`notification.${event}.text`, params)
  const href = noticePage(noun, objectId)
  return (
    <li data-new={isRead ? undefined : ''}>
      <div>
        <p className="notices__subject">
          {!isRead && <span className="vh">{t('account.notices.new')} </span>}
          {href ? <Link href={href}>{subject}</Link> : subject}
        </p>
        {text && <p className="t14 ink2">{text}</p>}
      </div>
      <time className="num" dateTime={at.toISOString()}>
        {t.dateTime(at)}
      </time>
    </li>
  )
}
