import type { ReactNode } from 'react'

/** The actions of a page, in its aside, with what to know before acting. */
export function ActionBox({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div className="act">
      {children}
      {note && <p>{note}</p>}
    </div>
  )
}

/** The one action of a page, kept at the bottom of narrow screens. Last in the page's wrap. */
export function ActionDock({
  label,
  strong,
  children,
}: {
  label: ReactNode
  strong?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="dock">
      <span>
        {label}
        {strong && <b className="num">{strong}</b>}
      </span>
      {children}
    </div>
  )
}
