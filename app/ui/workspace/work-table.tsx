import type { ReactNode } from 'react'
import { paths } from '#paths'
import { Badge } from '../primitives/badge.tsx'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { type Noun, type StatusOf, statusLook } from '../status-look.ts'
import { pageOf } from './links.ts'
import type { WorkItem, WorkNoun } from './view.ts'

/** The objects of one noun: what each is called, how it stands and who has to act. */
export function WorkTable({ caption, items }: { caption: string; items: readonly WorkItem[] }) {
  const t = useT()
  const columns: Column<WorkItem>[] = [
    {
      key: 'name',
      head: t('workspace.name'),
      header: true,
      cell: item => (
        <>
          <Link className="plain" href={pageOf(item)}>
            {item.title === '' ? t('workspace.untitled') : item.title}
          </Link>
          <span className="tbl__sub num">{[item.number, item.counterpart].filter(Boolean).join(' · ')}</span>
          {item.noun === 'product' && (
            <Link className="t13" href={paths.productStanding(item.id)}>
              {t('standing.title')}
            </Link>
          )}
        </>
      ),
    },
    { key: 'state', head: t('workspace.state'), cell: item => <StateOf item={item} /> },
    {
      key: 'waits',
      head: t('workspace.waits'),
      label: t('workspace.waits'),
      cell: item => (
        <span className={item.waits === 'me' ? 'w6' : 'ink2'}>{t(`workspace.waitsFor.${item.waits}`)}</span>
      ),
    },
    {
      key: 'touched',
      head: t('workspace.touched'),
      cell: item => <span className="ink3">{t.moment(item.updatedAt)}</span>,
    },
  ]
  return (
    <div className="work">
      <DataTable
        caption={caption}
        columns={columns}
        rows={items}
        rowKey={item => `${item.side}-${item.id}`}
      />
    </div>
  )
}

function StateOf({ item: { noun, status } }: { item: WorkItem }): ReactNode {
  return isStatus(noun, status) ? <Badge noun={noun} status={status} /> : status
}

function isStatus<N extends WorkNoun & Noun>(noun: N, status: string): status is StatusOf[N] & string {
  return Object.hasOwn(statusLook[noun], status)
}

/** 草稿 1，应标中 2: how many stand where, in the order of the lifecycle. */
export function useCounts(noun: WorkNoun, items: readonly WorkItem[]): string {
  const t = useT()
  const statuses = Object.keys(statusLook[noun])
  return statuses
    .map(status => ({ status, n: items.filter(item => item.status === status).length }))
    .filter(({ n }) => n > 0)
    .map(({ status, n }) =>
      t('workspace.countOf', { status: t.maybe(`status.${noun}.${status}`) ?? status, n }),
    )
    .join(t.locale === 'zh' ? '，' : ', ')
}
