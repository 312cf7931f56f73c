import { classNames } from '../class-names.ts'
import { useT } from '../shell/dictionary.tsx'
import { type Frame, frames, type SeriesPoint, scales, ticks } from './series-geometry.ts'

export interface BeforeAfterSeriesProps {
  /** What is drawn, for those who do not see it, with its main finding. */
  label: string
  points: readonly SeriesPoint[]
  /** The two figures the pilot stands for, over the whole periods. */
  before: string
  after: string
  target?: { value: number; sign: '≥' | '≤' }
  beforeWord?: string
  afterWord?: string
  note?: string
  unit?: string
}

/** A quantity week by week across the arrival of the robot, with the same data as a table behind. */
export function BeforeAfterSeries(props: BeforeAfterSeriesProps) {
  return (
    <figure className="ba">
      <Drawing {...props} frame={frames.wide} className="wide" every={1} />
      <Drawing {...props} frame={frames.narrow} className="narrow" every={4} />
      {props.note && <figcaption className="t13 ink3">{props.note}</figcaption>}
      <SeriesTable {...props} />
    </figure>
  )
}

type DrawingProps = BeforeAfterSeriesProps & { frame: Frame; className: string; every: number }

function Drawing({
  label,
  points,
  before,
  after,
  target,
  beforeWord,
  afterWord,
  frame,
  className,
  every,
}: DrawingProps) {
  const t = useT()
  const marks = ticks(Math.max(...points.map(point => point.high ?? point.value), target?.value ?? 0))
  const top = marks[marks.length - 1] ?? 1
  const { x, y, middle } = scales(points, frame, top)
  const labelled = (index: number) =>
    every === 1 || index === 0 || index === points.length - 1 || Math.abs(points[index]?.week ?? 0) === 1
  const last = points[points.length - 1]
  return (
    <svg
      className={classNames('chart', className)}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={label}
    >
      {marks.map(mark => (
        <g key={mark}>
          <line className="ax" x1={frame.left} x2={frame.right} y1={y(mark)} y2={y(mark)} />
          <text x={frame.left - 8} y={y(mark) + 4} textAnchor="end">
            {mark}
          </text>
        </g>
      ))}
      {target && (
        <>
          <line className="tgt" x1={middle} x2={frame.right} y1={y(target.value)} y2={y(target.value)} />
          <text x={frame.right} y={y(target.value) - 8} textAnchor="end">
            {t('common.chart.target', { sign: target.sign, value: target.value })}
          </text>
        </>
      )}
      <Points points={points} x={x} y={y} />
      <line className="axis-mid" x1={middle} x2={middle} y1="0" y2={frame.bottom + 8} />
      <text className="lb" x={middle - 12} y="12" textAnchor="end">
        {beforeWord ?? t('common.chart.before')}
      </text>
      <text className="hl" x={middle + 12} y="12">
        {afterWord ?? t('common.chart.after')}
      </text>
      <text className="big big--pre" x={middle + 12} y={y(points[0]?.value ?? 0) + 12}>
        {before}
      </text>
      <text
        className="big big--post"
        x={frame.right}
        y={Math.min(y(last?.value ?? 0), y(target?.value ?? 0)) - 30}
        textAnchor="end"
      >
        {after}
      </text>
      {points.map((point, index) =>
        labelled(index) ? (
          <text key={point.week} x={x(index)} y={frame.bottom + 24} textAnchor="middle">
            {point.week < 0 ? `−${-point.week}` : point.week}
          </text>
        ) : null,
      )}
    </svg>
  )
}

interface Plot {
  points: readonly SeriesPoint[]
  x: (index: number) => number
  y: (value: number) => number
}

function Points({ points, x, y }: Plot) {
  const phase = (point: SeriesPoint) => (point.week < 0 ? 'pre' : 'post')
  const line = (wanted: string) =>
    points
      .flatMap((point, index) => (phase(point) === wanted ? [`${x(index)},${y(point.value)}`] : []))
      .join(' ')
  return (
    <>
      {points.map((point, index) =>
        point.low !== undefined && point.high !== undefined ? (
          <line
            key={point.week}
            className={`iq ${phase(point)}`}
            x1={x(index)}
            x2={x(index)}
            y1={y(point.low)}
            y2={y(point.high)}
          />
        ) : null,
      )}
      <polyline className="lines" points={line('pre')} />
      <polyline className="post" points={line('post')} />
      {points.map((point, index) => (
        <circle key={point.week} className={`${phase(point)}-d`} cx={x(index)} cy={y(point.value)} r="4" />
      ))}
    </>
  )
}

function SeriesTable({ label, points, beforeWord, afterWord, unit }: BeforeAfterSeriesProps) {
  const t = useT()
  return (
    <details className="ba__table">
      <summary className="t14 blue">{t('common.chart.table')}</summary>
      <table className="tbl tbl--tight">
        <caption className="vh">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('common.chart.week')}</th>
            <th scope="col">{t('common.chart.phase')}</th>
            <th scope="col" className="r">
              {t('common.chart.median')}
              {unit && ` (${unit})`}
            </th>
            <th scope="col" className="r">
              {t('common.chart.middle')}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(point => (
            <tr key={point.week}>
              <th scope="row" className="num">
                {point.week}
              </th>
              <td>
                {point.week < 0
                  ? (beforeWord ?? t('common.chart.before'))
                  : (afterWord ?? t('common.chart.after'))}
              </td>
              <td className="r num">{t.number(point.value)}</td>
              <td className="r num">
                {point.low !== undefined && point.high !== undefined
                  ? `${t.number(point.low)}–${t.number(point.high)}`
                  : '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
