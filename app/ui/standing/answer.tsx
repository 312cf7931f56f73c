import { paths } from '#paths'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import type { AnswerView, MovedLine } from './view.ts'

/** What would change, in one sentence and scenario by scenario. */
export function Answer({ answer }: { answer: AnswerView }) {
  const t = useT()
  const { before, after, enters, loses, settles, moved, rest } = answer
  const isSame = enters + loses === 0
  return (
    <div className="answer" role="status">
      <h3>{t('standing.answer.title')}</h3>
      <p>
        <b>
          {isSame
            ? t('standing.answer.same', { n: after })
            : t('standing.answer.turned', { before, after, enters, loses })}
        </b>{' '}
        {settles > 0 && t('standing.answer.settled', { n: settles })}
        {moved.length === 0 && t('standing.answer.nothing')}
      </p>
      {moved.length > 0 && <Moved moved={moved} />}
      {rest > 0 && <p className="t13 ink3">{t('standing.answer.rest', { n: rest })}</p>}
      {moved.length > 0 && <p className="t13 ink3">{t('standing.answer.rank')}</p>}
    </div>
  )
}

function Moved({ moved }: { moved: readonly MovedLine[] }) {
  const t = useT()
  const place = (at: MovedLine['before']) =>
    at ? (
      <span className="num">{t('standing.answer.place', at)}</span>
    ) : (
      <span className="ink3">{t('standing.answer.out')}</span>
    )
  const columns: Column<MovedLine>[] = [
    {
      key: 'scenario',
      head: t('standing.answer.scenario'),
      header: true,
      cell: ({ scenario }) => (
        <>
          <Link className="plain" href={paths.scenario(scenario.id)}>
            {scenario.title}
          </Link>
          <span className="tbl__sub">{scenario.organization}</span>
        </>
      ),
    },
    {
      key: 'before',
      head: t('standing.answer.before'),
      label: t('standing.answer.before'),
      cell: row => place(row.before),
    },
    {
      key: 'after',
      head: t('standing.answer.after'),
      label: t('standing.answer.after'),
      cell: row => place(row.after),
    },
    { key: 'change', head: t('standing.answer.change'), cell: row => <ChangeOf row={row} /> },
  ]
  return (
    <DataTable
      caption={t('standing.answer.caption')}
      columns={columns}
      rows={moved}
      rowKey={row => row.scenario.id}
    />
  )
}

function ChangeOf({ row: { before, after } }: { row: MovedLine }) {
  const t = useT()
  if (!before) return <b className="blue">{t('standing.answer.entered')}</b>
  if (!after) return <b className="red">{t('standing.answer.lost')}</b>
  const rise = after.score - before.score
  return <span className="num">{rise > 0 ? `+${rise}` : rise < 0 ? `−${-rise}` : '±0'}</span>
}
