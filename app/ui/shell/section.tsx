import { type ReactNode, useId } from 'react'
import { classNames } from '../class-names.ts'

export interface SectionProps {
  title: ReactNode
  /** A short note beside or under the title. */
  note?: ReactNode
  /** Title above the content instead of in the side column. */
  top?: boolean
  id?: string
  children: ReactNode
}

/** A part of a page under one hairline, its title at the side. */
export function Section({ title, note, top, id, children }: SectionProps) {
  const titleId = useId()
  return (
    <section className={classNames('sec', top && 'sec--top')} id={id} aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>{title}</h2>
        {note && <p>{note}</p>}
      </header>
      <div>{children}</div>
    </section>
  )
}
