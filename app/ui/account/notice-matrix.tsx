import type { NoticeRole } from '#domain/shared/notice-matrix.ts'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { Reveal } from '../primitives/reveal.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { AccountFrame } from './frame.tsx'

interface Words {
  subject: string
  text: string
}

interface Row {
  event: string
  to: readonly NoticeRole[]
  mail: 'served' | 'choice'
  words: { zh: Words; en: Words }
}

interface Deliveries {
  counts: { event: string; outcome: 'handedOver' | 'refused' | 'bounced' | 'silenced'; n: number }[]
  refused: { event: string; answer: string | null; at: Date; email: string }[]
}

/** 通知矩阵: every event, to whom, by which way, in which words; for the bureau also how the mails fared. */
export function NoticeMatrix({ rows, deliveries }: { rows: readonly Row[]; deliveries: Deliveries | null }) {
  const t = useT()
  const roles = (row: Row) =>
    row.to.map(role => t(`account.matrix.role.${role}`)).join(t.locale === 'zh' ? '、' : ', ')
  const counted = (event: string) =>
    deliveries?.counts
      .filter(each => each.event === event)
      .map(each => `${t(`account.matrix.outcome.${each.outcome}`)} ${each.n}`)
      .join(t.locale === 'zh' ? '，' : ', ') || '—'
  const columns: Column<Row>[] = [
    {
      key: 'event',
      head: t('account.matrix.event'),
      header: true,
      full: true,
      cell: row => <Template row={row} />,
    },
    { key: 'to', head: t('account.matrix.to'), cell: roles },
    { key: 'mail', head: t('account.matrix.mail'), cell: row => t(`account.matrix.by.${row.mail}`) },
  ]
  if (deliveries)
    columns.push({ key: 'fared', head: t('account.matrix.fared'), cell: row => counted(row.event) })
  return (
    <AccountFrame title={t('account.matrix.title')} note={t('account.matrix.note')}>
      <DataTable
        caption={t('account.matrix.title')}
        columns={columns}
        rows={rows}
        rowKey={row => row.event}
      />
      {deliveries && (
        <Section title={t('account.matrix.refused')} note={t('account.matrix.refusedNote')}>
          {deliveries.refused.length === 0 && <p className="ink3">{t('account.matrix.refusedNone')}</p>}
          <ul className="cast">
            {deliveries.refused.map(({ event, answer, at, email }) => (
              <li key={`${email} ${at.toISOString()} ${event}`}>
                <div>
                  <b>{email}</b>
                  <span>{answer}</span>
                </div>
                <time dateTime={at.toISOString()}>{t.dateTime(at)}</time>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </AccountFrame>
  )
}

/** A wording with what differs from notice to notice left open. */
const leftOpen = (text: string) => text.replaceAll(/\{\w+\}/g, '…')

/** The subject as it is written, and behind it the whole in both languages. */
function Template({ row: { words } }: { row: Row }) {
  const t = useT()
  const own = words[t.locale]
  return (
    <Reveal summary={leftOpen(own.subject)}>
      {[words.zh, words.en].map(each => (
        <p key={each.subject} className="t13 ink2" lang={each === words.zh ? 'zh-CN' : 'en'}>
          {leftOpen(each.subject)} · {leftOpen(each.text)}
        </p>
      ))}
    </Reveal>
  )
}
