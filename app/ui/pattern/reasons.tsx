import type { ReactNode } from 'react'
import { useT } from '../shell/dictionary.tsx'

export interface MatchReason {
  key: string
  text: ReactNode
  /** The two fields it compares: 产品·接口 ↔ 场景·要求 2 */
  fields?: ReactNode
}

/** Why it fits, and what to mind. */
export function Reasons({ pros, cons }: { pros: readonly MatchReason[]; cons: readonly MatchReason[] }) {
  const t = useT()
  return (
    <>
      {pros.length > 0 && <Side title={t('common.reasons.for')} sign="+" reasons={pros} />}
      {cons.length > 0 && <Side title={t('common.reasons.against')} sign="-" reasons={cons} />}
    </>
  )
}

function Side({ title, sign, reasons }: { title: string; sign: '+' | '-'; reasons: readonly MatchReason[] }) {
  return (
    <div>
      <h4>{title}</h4>
      <ul className="why">
        {reasons.map(reason => (
          <li key={reason.key} data-k={sign}>
            <b aria-hidden="true">{sign === '+' ? '＋' : '－'}</b>
            <span>
              {reason.text}
              {reason.fields && <small>{reason.fields}</small>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
