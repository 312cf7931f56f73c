import type { ReactNode } from 'react'

/** Nothing here yet: says why, and what to do about it. */
export function EmptyState({
  title,
  level = 3,
  children,
  actions,
}: {
  title: ReactNode
  /** Of its heading: 2 where it is the first thing of the page. */
  level?: 2 | 3
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="empty">
      <svg className="gap" viewBox="0 0 72 40" aria-hidden="true" focusable="false">
        <path className="gap__need" d="M2 6h24v9H14v10h12v9H2z" />
        <path className="gap__have" d="M46 4h8v12h16v8H54v12h-8V24H34v-8h12z" />
      </svg>
      {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
      {children && <p>{children}</p>}
      {actions && <div className="acts">{actions}</div>}
    </div>
  )
}
