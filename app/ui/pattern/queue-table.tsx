import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'

export interface QueueItem {
  id: string
  /** When it is due, and how long that is. */
  clock: ReactNode
  clockNote?: ReactNode
  late?: boolean
  title: string
  href: string
  note?: ReactNode
  waits: ReactNode
  waitsNote?: ReactNode
  next: ReactNode
  /** Shown in the preview. */
  current?: boolean
}

export interface QueueGroup {
  key: string
  title: ReactNode
  red?: boolean
  items: readonly QueueItem[]
}

/** Matters to do, grouped by due time. With `pick` each row gets a box of that name for a batch form. */
export function QueueTable({
  groups,
  pick,
  form,
}: {
  groups: readonly QueueGroup[]
  pick?: string
  form?: string
}) {
  const t = useT()
  return (
    <table className={classNames('q', !pick && 'q--plain')}>
      <caption className="vh">{t('common.queue.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{t('common.queue.pick')}</span>
          </th>
          <th scope="col" className="c-clock" aria-sort="ascending">
            {t('common.queue.clock')}
          </th>
          <th scope="col">{t('common.queue.what')}</th>
          <th scope="col" className="c-wait">
            {t('common.queue.waits')}
          </th>
          <th scope="col" className="c-next">
            {t('common.queue.next')}
          </th>
        </tr>
      </thead>
      {groups.map(group => (
        <tbody key={group.key}>
          <tr className={classNames('grp', group.red && 'grp--red')}>
            <th colSpan={5} scope="rowgroup">
              {group.title}
            </th>
          </tr>
          {group.items.map(item => (
            <QueueRow key={item.id} item={item} pick={pick} form={form} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function QueueRow({ item, pick, form }: { item: QueueItem; pick?: string; form?: string }) {
  const t = useT()
  return (
    <tr data-late={item.late ? '' : undefined} aria-current={item.current || undefined}>
      <td>
        {pick && (
          <input
            className="tick"
            type="checkbox"
            name={pick}
            value={item.id}
            form={form}
            aria-label={t('common.queue.pickOne', { title: item.title })}
          />
        )}
      </td>
      <td>
        <span className="clk num">{item.clock}</span>
        {item.clockNote && <small className="num">{item.clockNote}</small>}
      </td>
      <td className="what">
        <Link href={item.href}>{item.title}</Link>
        {item.note && <small>{item.note}</small>}
      </td>
      <td>
        {item.waits}
        {item.waitsNote && <small>{item.waitsNote}</small>}
      </td>
      <td>{item.next}</td>
    </tr>
  )
}
