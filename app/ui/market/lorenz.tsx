import { type LorenzPoint, lorenzAt } from '#domain/matching/exposure.ts'
import { useT } from '../shell/dictionary.tsx'

/** The drawing's square, and the room for its words. */
const side = 384
const [left, top, below] = [8, 8, 28]

/** 洛伦兹曲线: the further it hangs below the even line, the more falls to few; the same as a table behind. */
export function Lorenz({ curve }: { curve: readonly LorenzPoint[] }) {
  const t = useT()
  const x = (share: number) => round(left + share * side)
  const y = (share: number) => round(top + (1 - share) * side)
  const line = curve.map(({ firms, shown }) => `${x(firms)},${y(shown)}`).join(' ')
  return (
    <figure className="lorenz">
      <svg
        className="chart"
        viewBox={`0 0 ${side + 2 * left} ${side + top + below}`}
        role="img"
        aria-label={t('market.shares.curve', { half: t.percent(lorenzAt(curve, 0.5)) })}
      >
        {[0, 0.25, 0.5, 0.75, 1].map(mark => (
          <line key={mark} className="ax" x1={x(0)} x2={x(1)} y1={y(mark)} y2={y(mark)} />
        ))}
        <line className="tgt" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
        <polygon className="lorenz__gap" points={`${x(0)},${y(0)} ${line} ${x(1)},${y(1)}`} />
        <polyline className="post" points={line} />
        <text x={x(0.47)} y={y(0.56)} textAnchor="end">
          {t('market.shares.even')}
        </text>
        <text x={x(0)} y={y(0.95)}>
          {t('market.shares.shownAxis')} 100%
        </text>
        <text x={x(1)} y={y(0) + 20} textAnchor="end">
          {t('market.shares.firmsAxis')} →
        </text>
      </svg>
      <LorenzTable curve={curve} />
    </figure>
  )
}

/** Each corner where there are few, else each tenth of the firms. */
function LorenzTable({ curve }: { curve: readonly LorenzPoint[] }) {
  const t = useT()
  const tenths = Array.from({ length: 10 }, (_, nth) => (nth + 1) / 10)
  const rows =
    curve.length <= 11 ? curve.slice(1) : tenths.map(firms => ({ firms, shown: lorenzAt(curve, firms) }))
  return (
    <details className="ba__table">
      <summary className="t14 blue">{t('common.chart.table')}</summary>
      <table className="tbl tbl--tight">
        <caption className="vh">{t('market.shares.curveTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('market.shares.tableFirms')}</th>
            <th scope="col" className="r">
              {t('market.shares.tableShown')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ firms, shown }) => (
            <tr key={firms}>
              <th scope="row" className="num">
                {t.percent(firms)}
              </th>
              <td className="r num">{t.percent(shown)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
