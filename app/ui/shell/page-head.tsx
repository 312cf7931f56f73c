import type { ReactNode } from 'react'

/** The head of a page: what stands over the title (a word is written small), the title, and a line of facts under it. */
export function PageHead({ over, title, facts }: { over?: ReactNode; title: ReactNode; facts?: ReactNode }) {
  return (
    <div className="head">
      {typeof over === 'string' ? <p className="t13 ink3">{over}</p> : over}
      <h1>{title}</h1>
      {facts && <div className="head__sub">{facts}</div>}
    </div>
  )
}
