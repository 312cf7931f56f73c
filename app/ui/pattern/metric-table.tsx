import type { ReactNode } from 'react'
import type { Tri as TriValue } from '#domain/shared/tri.ts'
import { Necessity } from '../primitives/necessity.tsx'
import { Tri } from '../primitives/tri.tsx'
import { useT } from '../shell/dictionary.tsx'

export interface MetricRow {
  key: string
  name: ReactNode
  method?: ReactNode
  must: boolean
  source?: ReactNode
  baseline?: ReactNode
  /** With its sign: ≥ 95 */
  target: ReactNode
  unit?: ReactNode
  /** What the pilot measured, once it has. */
  actual?: ReactNode
  verdict?: TriValue
}

/** Acceptance metrics; with `actual` on any row it also shows what was measured and the verdict. */
export function MetricTable({ rows }: { rows: readonly MetricRow[] }) {
  const t = useT()
  const measured = rows.some(row => row.actual !== undefined)
  const sourced = !measured && rows.some(row => row.source !== undefined)
  const head = (key: 'kind' | 'source' | 'unit', className?: string) => (
    <th scope="col" className={className}>
      {t(`common.metric.${key}`)}
    </th>
  )
  return (
    <table className={measured ? 'tbl tbl--stack tbl--acc tbl--measured' : 'tbl tbl--stack tbl--acc'}>
      <caption className="vh">{t('common.metric.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('common.metric.name')}</th>
          {head('kind')}
          {sourced && head('source')}
          <Right>{t('common.metric.baseline')}</Right>
          <Right>{t('common.metric.target')}</Right>
          {measured && <Right>{t('common.metric.actual')}</Right>}
          {head('unit')}
          {measured && <th scope="col">{t('common.metric.verdict')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <MetricLine key={row.key} row={row} measured={measured} sourced={sourced} />
        ))}
      </tbody>
    </table>
  )
}

function Right({ children }: { children: ReactNode }) {
  return (
    <th scope="col" className="r">
      {children}
    </th>
  )
}

function MetricLine({ row, measured, sourced }: { row: MetricRow; measured: boolean; sourced: boolean }) {
  const t = useT()
  return (
    <tr>
      <th scope="row">
        {row.name}
        {row.method && <span className="tbl__sub">{row.method}</span>}
      </th>
      <td className="c-m">
        <Necessity must={row.must} metric />
      </td>
      {sourced && <td className="ink2 c-s">{row.source}</td>}
      <td className="r c-b" data-l={t('common.metric.baseline')}>
        <span className="num ink2">{row.baseline ?? '—'}</span>
      </td>
      <td className="r c-t" data-l={t('common.metric.target')}>
        <span className="num w6">{row.target}</span>
      </td>
      {measured && (
        <td className="r c-a" data-l={t('common.metric.actual')}>
          <span className="num w6 blue">{row.actual ?? '—'}</span>
        </td>
      )}
      <td className="unit c-u">{row.unit ?? '—'}</td>
      {measured && <td className="c-j">{row.verdict && <Tri value={row.verdict} />}</td>}
    </tr>
  )
}
