import type { ReactNode } from 'react'

/** Main column and aside; on narrow screens `first` moves above the main column and `rest` below it. */
export function PageSplit({
  label,
  first,
  rest,
  children,
}: {
  label: string
  first?: ReactNode
  rest?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="split">
      <div>{children}</div>
      <aside aria-label={label}>
        {first && <div className="first">{first}</div>}
        {rest && <div className="rest">{rest}</div>}
      </aside>
    </div>
  )
}
