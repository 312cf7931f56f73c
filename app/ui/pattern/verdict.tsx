import type { ReactNode } from 'react'
import type { Tri } from '#domain/shared/tri.ts'
import { Icon } from '../primitives/icon.tsx'
import { triIcon } from '../primitives/tri.tsx'

export interface Finding {
  key: string
  heading: ReactNode
  value: ReactNode
  unit?: ReactNode
  text?: ReactNode
  /** Draws the sign of the answer before it. */
  tri?: Tri
  /** The answer is that none is given. */
  none?: boolean
}

/** The three answers of a calculation, side by side: may it, up to how much, how much. */
export function Verdict({ findings }: { findings: readonly Finding[] }) {
  return (
    <div className="verdict">
      {findings.map(finding => (
        <div key={finding.key}>
          <h2>{finding.heading}</h2>
          <p className={finding.none ? 'v none' : 'v num'} data-v={finding.tri}>
            {finding.tri && <Icon name={triIcon[finding.tri]} />}
            {finding.value}
            {finding.unit && <span className="u">{finding.unit}</span>}
          </p>
          {finding.text && <p>{finding.text}</p>}
        </div>
      ))}
    </div>
  )
}
