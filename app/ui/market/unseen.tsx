import { paths } from '#paths'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { Pager } from '../primitives/pager.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import type { MarketView, UnseenView } from './view.ts'

type Unseen = NonNullable<MarketView['exposure']>['unseen']

/** 从未展示的企业: how far the products of each reach, and what keeps them out. */
export function UnseenSection({
  query,
  unseen,
  open,
}: {
  query: MarketView['query']
  unseen: Unseen
  /** Open calls that the products were held against. */
  open: number
}) {
  const t = useT()
  const { rows, total, pageSize } = unseen
  return (
    <Section title={t('market.unseen.title')} note={t('market.unseen.note', { open })} id="unseen" top>
      {total === 0 ? (
        <p className="ink2">{t('market.unseen.none')}</p>
      ) : (
        <UnseenTable rows={rows} open={open} />
      )}
      <Pager
        page={query.unseen}
        {...{ pageSize, total }}
        href={page => `${paths.market({ ...query, unseen: page })}#unseen`}
      />
    </Section>
  )
}

function UnseenTable({ rows, open }: { rows: readonly UnseenView[]; open: number }) {
  const t = useT()
  const columns: Column<UnseenView>[] = [
    {
      key: 'firm',
      head: t('market.unseen.firm'),
      header: true,
      full: true,
      cell: row => <Link href={paths.firm(row.id)}>{row.name}</Link>,
    },
    {
      key: 'products',
      head: t('market.unseen.products'),
      label: t('market.unseen.products'),
      cell: row => <span className="num">{t.number(row.products)}</span>,
    },
    {
      key: 'work',
      head: t('market.unseen.work'),
      label: t('market.unseen.work'),
      cell: row => <span className="num">{t('market.unseen.of', { n: row.work, total: open })}</span>,
    },
    {
      key: 'fits',
      head: t('market.unseen.fits'),
      label: t('market.unseen.fits'),
      cell: row => (
        <span className="num">
          {row.work === 0 ? '—' : t('market.unseen.of', { n: row.fits, total: row.work })}
        </span>
      ),
    },
    {
      key: 'obstacles',
      head: t('market.unseen.obstacles'),
      label: t('market.unseen.obstacles'),
      full: true,
      cell: row => <Why row={row} />,
    },
  ]
  return (
    <div className="market__rows">
      <DataTable caption={t('market.unseen.title')} columns={columns} rows={rows} rowKey={row => row.id} />
    </div>
  )
}

function Why({ row }: { row: UnseenView }) {
  const t = useT()
  const lines = [...whyShown(row).map(key => t(key, { n: row.lookedAt })), ...row.obstacles]
  return (
    <ul className="market__why">
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** Whoever fits and was not shown stood too far down, or on pages that nobody opened. */
function whyShown({ work, fits, lookedAt }: UnseenView) {
  if (work === 0) return ['market.unseen.noWork'] as const
  if (fits === 0) return []
  return lookedAt === 0
    ? (['market.unseen.notLookedAt'] as const)
    : (['market.unseen.ranked', 'market.unseen.lookedAt'] as const)
}
