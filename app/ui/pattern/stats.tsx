import type { ReactNode } from 'react'

/** A row of `Stat`s. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className="stats">{children}</dl>
}
