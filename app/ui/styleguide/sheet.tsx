import type { ReactNode } from 'react'

/** One entry of the sheet. */
export function Part({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <section className="p">
      <h3>{name}</h3>
      {children}
    </section>
  )
}

export function Row({ children }: { children: ReactNode }) {
  return <div className="grid">{children}</div>
}
