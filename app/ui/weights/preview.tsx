import { mostListed } from '#domain/weights/preview.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { Stats } from '../pattern/stats.tsx'
import { type Column, DataTable, Figure } from '../primitives/data-table.tsx'
import { Stat } from '../primitives/stat.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import type { PreviewView } from './view.ts'
import { signed } from './words.ts'

/** 会影响什么: how many first places and first tens change, who gains and loses, and the biggest moves by name. */
export function Preview({ shown, kept }: { shown: PreviewView; kept?: boolean }) {
  const t = useT()
  const { seq, at, preview } = shown
  const { scenarios, places, correlation, pairs, published, depth, moves } = preview
  const { looked, listed, compared, firstChanges, tenChanges } = scenarios
  return (
    <>
      <Section
        title={t(kept ? 'weights.preview.keptTitle' : 'weights.preview.title')}
        note={
          kept
            ? t('weights.preview.keptNote', { time: t.moment(new Date(at)), seq })
            : t('weights.preview.note', { seq })
        }
        top
      >
        <p className="prose">{t('weights.preview.looked', { looked, published, listed, pairs })}</p>
        <div className="mt4">
          <Stats>
            <Stat
              label={t('weights.preview.first')}
              value={firstChanges}
              total={listed}
              unit={t('weights.preview.scenarios')}
            />
            <Stat
              label={t('weights.preview.ten')}
              value={tenChanges}
              total={listed}
              unit={t('weights.preview.scenarios')}
            />
            <Stat
              label={t('weights.preview.places')}
              value={places.changed}
              total={places.all}
              unit={t('weights.preview.seats')}
            />
          </Stats>
        </div>
        <p className="mt4 t14">
          {correlation
            ? t('weights.preview.correlation', {
                mean: t.number(correlation.mean, 3),
                least: t.number(correlation.least, 3),
                of: compared,
              })
            : t('weights.preview.noCorrelation')}
        </p>
        <p className="t14 ink2">{t('weights.preview.limits', { depth })}</p>
      </Section>
      <Section title={t('weights.preview.moves')} top>
        {moves.length > 0 ? <Moves shown={shown} /> : <p>{t('weights.preview.none')}</p>}
      </Section>
      <Balance kind="products" shown={shown} />
      <Balance kind="firms" shown={shown} />
    </>
  )
}

function Moves({ shown: { preview, names } }: { shown: PreviewView }) {
  const t = useT()
  const { moves } = preview
  type Move = (typeof moves)[number]
  const columns: Column<Move>[] = [
    {
      key: 'scenario',
      head: t('weights.preview.scenario'),
      header: true,
      full: true,
      cell: ({ scenarioId }) => (
        <Link href={paths.scenarioMatches(scenarioId)}>{nameOf(t, names, scenarioId)}</Link>
      ),
    },
    {
      key: 'product',
      head: t('weights.preview.product'),
      label: t('weights.preview.product'),
      full: true,
      cell: ({ productId }) => <Link href={paths.product(productId)}>{nameOf(t, names, productId)}</Link>,
    },
    {
      key: 'place',
      head: t('weights.preview.place'),
      label: t('weights.preview.place'),
      align: 'end',
      cell: ({ from, to }) => (
        <Figure>
          {from} → <b>{to}</b>
        </Figure>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('weights.preview.moves')}
      columns={columns}
      rows={moves}
      rowKey={({ scenarioId, productId }) => `${scenarioId} ${productId}`}
    />
  )
}

function Balance({ kind, shown }: { kind: 'products' | 'firms'; shown: PreviewView }) {
  const t = useT()
  const { of, gain, lose, gains, losses } = shown.preview[kind]
  const rows = [...gains, ...losses]
  const href = kind === 'products' ? paths.product : paths.firm
  const columns: Column<(typeof rows)[number]>[] = [
    {
      key: 'name',
      head: t('weights.preview.name'),
      header: true,
      full: true,
      cell: ({ id }) => <Link href={href(id)}>{nameOf(t, shown.names, id)}</Link>,
    },
    {
      key: 'by',
      head: t('weights.preview.seatsBy'),
      label: t('weights.preview.seatsBy'),
      align: 'end',
      cell: ({ by }) => <Figure>{signed(t, by)}</Figure>,
    },
  ]
  return (
    <Section
      title={t(`weights.preview.${kind}`)}
      note={rows.length > 0 ? t('weights.preview.tally', { of, gain, lose, most: mostListed }) : undefined}
      top
    >
      {rows.length > 0 ? (
        <DataTable
          caption={t(`weights.preview.${kind}`)}
          columns={columns}
          rows={rows}
          rowKey={row => row.id}
          stack={false}
          tight
        />
      ) : (
        <p>{t('weights.preview.same')}</p>
      )}
    </Section>
  )
}

/** What was seen may be public no more. */
const nameOf = (t: Translate, names: PreviewView['names'], id: string) =>
  names[id] ?? t('weights.preview.gone')
