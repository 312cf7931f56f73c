import type { ReactNode } from 'react'
import type { DomainId } from '#domain/vocabulary.ts'
import { DomainTag } from '../primitives/tags.tsx'
import { Link } from '../shell/link.tsx'

export interface RecordRowProps {
  domain?: DomainId
  href: string
  title: ReactNode
  /** Facts on one line: organisation, district, source tag. */
  meta?: ReactNode
  /** One or two sentences, possibly with search marks. */
  text?: ReactNode
  /** The status, and under it what runs or where it comes from. */
  side?: ReactNode
  sideNote?: ReactNode
}

/** One record of a list: its domain, its name and need, its state. */
export function RecordRow({ domain, href, title, meta, text, side, sideNote }: RecordRowProps) {
  return (
    <article className="rec">
      {domain ? <DomainTag domain={domain} /> : <span />}
      <div>
        <h3>
          <Link href={href}>{title}</Link>
        </h3>
        {meta && <div className="meta">{meta}</div>}
        {text && <p className="need">{text}</p>}
      </div>
      <div className="side">
        {side}
        {sideNote && <p>{sideNote}</p>}
      </div>
    </article>
  )
}
