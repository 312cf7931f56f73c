import { paths } from '#paths'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { Pager } from '../primitives/pager.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import type { MarketView, TaskView, UnmatchedView } from './view.ts'

/** 没有匹配的开放场景: what each asks for that nobody offers. */
export function GapsSection({ view }: { view: MarketView }) {
  const t = useT()
  const { query, totals, unmatched } = view
  const { rows, pageSize } = unmatched
  return (
    <Section title={t('market.gaps.title')} note={t('market.gaps.note')} id="unmatched" top>
      <Standing totals={totals} />
      {rows.length > 0 && <GapsTable rows={rows} />}
      <Pager
        page={query.unmatched}
        {...{ pageSize, total: totals.without }}
        href={page => `${paths.market({ ...query, unmatched: page })}#unmatched`}
      />
    </Section>
  )
}

function Standing({ totals: { open, counted, without, from, to } }: { totals: MarketView['totals'] }) {
  const t = useT()
  if (open === 0) return <p className="ink2">{t('market.gaps.noOpen')}</p>
  const later = open - counted
  return (
    <>
      {counted === 0 || !from || !to ? (
        <p>{t('market.gaps.notYet')}</p>
      ) : (
        <p>
          {t(without > 0 ? 'market.gaps.lead' : 'market.gaps.leadNone', { counted, without })}{' '}
          <span className="t13 ink3">
            {from.getTime() === to.getTime()
              ? t('market.gaps.asOf', { at: t.moment(to) })
              : t('market.gaps.asOfSpan', { from: t.moment(from), to: t.moment(to) })}
          </span>
        </p>
      )}
      {counted > 0 && later > 0 && <p className="t13 ink3">{t('market.gaps.notCounted', { n: later })}</p>}
    </>
  )
}

function GapsTable({ rows }: { rows: readonly UnmatchedView[] }) {
  const t = useT()
  const columns: Column<UnmatchedView>[] = [
    {
      key: 'scenario',
      head: t('market.gaps.scenario'),
      header: true,
      full: true,
      cell: row => (
        <>
          <Link href={paths.scenarioMatches(row.id)}>{row.title}</Link>
          <small className="market__of">{[row.number, row.organization].filter(Boolean).join(' · ')}</small>
        </>
      ),
    },
    {
      key: 'deadline',
      head: t('market.gaps.deadline'),
      label: t('market.gaps.deadline'),
      cell: row => <span className="num">{row.bidDeadline && t.day(row.bidDeadline)}</span>,
    },
    {
      key: 'work',
      head: t('market.gaps.work'),
      label: t('market.gaps.work'),
      cell: ({ work, published }) => (
        <span className="num">{t('market.gaps.workOf', { work, published })}</span>
      ),
    },
    {
      key: 'lacks',
      head: t('market.gaps.lacks'),
      label: t('market.gaps.lacks'),
      full: true,
      cell: row => (
        <ul className="market__why">
          {(row.work === 0 ? [t('market.gaps.noWork', { published: row.published })] : row.musts).map(
            line => (
              <li key={line}>{line}</li>
            ),
          )}
        </ul>
      ),
    },
  ]
  return (
    <div className="market__rows">
      <DataTable caption={t('market.gaps.title')} columns={columns} rows={rows} rowKey={row => row.id} />
    </div>
  )
}

/** 供给稀缺的任务. */
export function TasksSection({ tasks: { rows, tasks } }: Pick<MarketView, 'tasks'>) {
  const t = useT()
  const figure = (of: 'scenarios' | 'firms' | 'products'): Column<TaskView> => ({
    key: of,
    head: t(`market.tasks.${of}`),
    label: t(`market.tasks.${of}`),
    align: 'end',
    cell: row => <span className="num">{t.number(row[of])}</span>,
  })
  const columns: Column<TaskView>[] = [
    { key: 'task', head: t('market.tasks.task'), header: true, full: true, cell: row => row.task },
    ...(['scenarios', 'firms', 'products'] as const).map(figure),
  ]
  return (
    <Section title={t('market.tasks.title')} note={t('market.tasks.note', { n: tasks })}>
      {rows.length === 0 ? (
        <p className="ink2">{t('market.tasks.none')}</p>
      ) : (
        <DataTable
          tight
          caption={t('market.tasks.title')}
          columns={columns}
          rows={rows}
          rowKey={row => row.task}
        />
      )}
    </Section>
  )
}
