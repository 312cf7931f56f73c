import { type Column, DataTable } from '../primitives/data-table.tsx'
import { Reveal } from '../primitives/reveal.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { MarketLine } from './view.ts'

const shownFirst = 8

/** 需求与同类: each fact between what scenarios ask for and what others of the kind state. */
export function MarketTable({ lines, of }: { lines: readonly MarketLine[]; of: number }) {
  const t = useT()
  const more = lines.slice(shownFirst)
  return (
    <>
      <p className="t13 ink3 peers__law">{t('standing.market.law')}</p>
      <Lines lines={lines.slice(0, shownFirst)} of={of} />
      {more.length > 0 && (
        <Reveal summary={t('standing.market.more', { n: more.length })}>
          <Lines lines={more} of={of} />
        </Reveal>
      )}
    </>
  )
}

function Lines({ lines, of }: { lines: readonly MarketLine[]; of: number }) {
  const t = useT()
  const columns: Column<MarketLine>[] = [
    { key: 'fact', head: t('standing.market.fact'), header: true, cell: line => line.name },
    {
      key: 'asked',
      head: t('standing.market.asked'),
      label: t('standing.market.asked'),
      full: true,
      cell: ({ asked, must }) => (
        <span className="nw">{t('standing.market.ofWork', { asked, n: of, must })}</span>
      ),
    },
    {
      key: 'need',
      head: t('standing.market.need'),
      label: t('standing.market.need'),
      full: true,
      cell: line => line.need,
    },
    {
      key: 'own',
      head: t('standing.market.own'),
      label: t('standing.market.own'),
      cell: ({ own }) =>
        own === null ? (
          <span className="ink3">{t('standing.cost.none')}</span>
        ) : (
          <b className="blue">{own}</b>
        ),
    },
    {
      key: 'peers',
      head: t('standing.market.peers'),
      label: t('standing.market.peers'),
      full: true,
      cell: line => <span className="t13 ink2">{line.peers}</span>,
    },
  ]
  return (
    <div className="peers">
      <DataTable
        caption={t('standing.market.caption')}
        columns={columns}
        rows={lines}
        rowKey={line => line.key}
      />
    </div>
  )
}
