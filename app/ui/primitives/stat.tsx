import type { ReactNode } from 'react'
import { Bar } from '../chart/bar.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Phrases } from '../shell/phrases.tsx'

export interface StatProps {
  label: ReactNode
  value: number
  /** The denominator: no figure without one. */
  total: number
  unit: ReactNode
  note?: ReactNode
  /** The list behind the figure. */
  href?: string
}

/** A figure with its honest denominator. Goes into a `<dl>`. */
export function Stat({ label, value, total, unit, note, href }: StatProps) {
  const t = useT()
  const figure = <span className="big">{t.number(value)}</span>
  return (
    <div className="stat">
      <dt>{label}</dt>
      <dd>
        {href ? (
          <Link className="plain" href={href}>
            {figure}
          </Link>
        ) : (
          figure
        )}{' '}
        <span className="of">
          {t('common.of', { total })} {unit}
        </span>
        <Bar share={total > 0 ? value / total : 0} />
        {note && (
          <p>
            <Phrases>{note}</Phrases>
          </p>
        )}
      </dd>
    </div>
  )
}
