import type { ReactNode } from 'react'

/** An old value struck through beside the new one. */
export function Diff({ label, before, after }: { label?: ReactNode; before: ReactNode; after: ReactNode }) {
  return (
    <span className="diff">
      {label}
      {before !== '' && <del>{before}</del>} {after !== '' && <ins>{after}</ins>}
    </span>
  )
}

/** A correction: what was wrong stays legible. */
export function Correction({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="corr">
      <b className="red">{title}</b>
      {children}
    </div>
  )
}
