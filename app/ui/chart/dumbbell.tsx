import type { ReactNode } from 'react'
import { Link } from '../shell/link.tsx'
import { percent } from './bar.tsx'

export interface DumbbellRow {
  key: string
  name: ReactNode
  method?: ReactNode
  before: number
  after: number
  beforeText: string
  afterText: string
  /** The difference in words, and the raw record behind it. */
  delta: ReactNode
  href?: string
  evidence?: ReactNode
  /** End of the scale; a tenth over the larger value by default. */
  max?: number
}

/** Before (hollow) and after (filled) of several quantities, each on its own scale from zero. */
export function Dumbbell({ rows }: { rows: readonly DumbbellRow[] }) {
  return (
    <ul className="dumb">
      {rows.map(row => (
        <li key={row.key}>
          <div>
            <b>{row.name}</b>
            {row.method && <small>{row.method}</small>}
          </div>
          <Pair row={row} />
          <div className="d num">
            {row.href ? <Link href={row.href}>{row.delta}</Link> : row.delta}
            {row.evidence && <small>{row.evidence}</small>}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Pair({ row }: { row: DumbbellRow }) {
  const max = row.max ?? (Math.max(row.before, row.after) * 1.1 || 1)
  const before = percent(row.before / max)
  const after = percent(row.after / max)
  return (
    <svg role="img" aria-label={`${row.beforeText} → ${row.afterText}`}>
      <line className="dumb__scale" x1="0" x2="100%" y1="24" y2="24" />
      <line className="dumb__span" x1={before} x2={after} y1="24" y2="24" />
      <circle className="dumb__before" cx={before} cy="24" r="5" />
      <circle className="dumb__after" cx={after} cy="24" r="6" />
      <text x={before} y="12" textAnchor="middle">
        {row.beforeText}
      </text>
      <text className="dumb__now" x={after} y="12" textAnchor="middle">
        {row.afterText}
      </text>
    </svg>
  )
}
