import type { ReactNode } from 'react'
import type { Tri } from '#domain/shared/tri.ts'
import { useT } from '../shell/dictionary.tsx'
import { type Track, TrackDrawing } from './track.tsx'

export interface RulerRow {
  key: string
  name: ReactNode
  /** The need in words: ≥ 50 kg. */
  need: ReactNode
  track: Track
  verdict: Tri
  /** The have in words: 60 kg. */
  have: ReactNode
  /** Evidence, or the gap. */
  note?: ReactNode
}

export interface RulerProps {
  /** Whose ruler, for the caption. */
  name: string
  rows: readonly RulerRow[]
  /** Folds the unknown rows under one line, when there are several. */
  fold?: boolean
}

/** Every criterion on one scale: bar beyond the middle line is met. With its axis. */
export function Ruler({ name, rows, fold }: RulerProps) {
  const t = useT()
  const unknown = rows.filter(row => row.track.kind === 'unknown')
  const folded = fold && unknown.length > 1
  const shown = folded ? rows.filter(row => row.track.kind !== 'unknown') : rows
  return (
    <div>
      <RulerAxis />
      <RulerTable name={name} rows={shown} />
      {folded && (
        <details className="ruler-more">
          <summary>
            <span className="ruler-more__hatch" aria-hidden="true" />
            {t('common.ruler.unknownRows', { n: unknown.length })}
          </summary>
          <RulerTable name={name} rows={unknown} />
        </details>
      )}
    </div>
  )
}

function RulerTable({ name, rows }: { name: string; rows: readonly RulerRow[] }) {
  const t = useT()
  return (
    <table className="ruler">
      <caption className="vh">{t('common.ruler.caption', { name })}</caption>
      <colgroup>
        <col className="c1" />
        <col />
        <col className="c3" />
      </colgroup>
      <thead className="vh">
        <tr>
          <th scope="col">{t('common.ruler.criterion')}</th>
          <th scope="col">{t('common.ruler.picture')}</th>
          <th scope="col">{t('common.ruler.have')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.key}>
            <th scope="row">
              <b>{row.name}</b>
              <small>{row.need}</small>
            </th>
            <td className="track" aria-hidden="true">
              <TrackDrawing track={row.track} />
            </td>
            <td className="have" data-v={row.verdict}>
              <b>{row.have}</b>
              <span className="vh">{t(`common.tri.${row.verdict}`)}</span>
              {row.note && <small>{row.note}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function RulerAxis() {
  const t = useT()
  return (
    <div className="axis" aria-hidden="true">
      <div />
      <div className="ends">
        <span>0</span>
        <b>{t('common.ruler.need')}</b>
        <span>{t('common.ruler.twice')}</span>
      </div>
      <div />
    </div>
  )
}

const samples = [
  ['met', { kind: 'num', ratio: 1.56 }],
  ['unknown', { kind: 'unknown' }],
  ['failed', { kind: 'short', ratio: 0.68 }],
  ['beyond', { kind: 'num', ratio: 3 }],
] as const satisfies readonly (readonly [string, Track])[]

/** How to read the rulers of this page. */
export function RulerLegend() {
  const t = useT()
  return (
    <ul className="legend" aria-label={t('common.ruler.legend.label')}>
      {samples.map(([key, track]) => (
        <li key={key}>
          <span className="track" aria-hidden="true">
            <TrackDrawing track={track} />
          </span>
          {t(`common.ruler.legend.${key}`)}
        </li>
      ))}
    </ul>
  )
}
