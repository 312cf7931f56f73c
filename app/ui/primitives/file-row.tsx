import type { ReactNode } from 'react'
import { Link } from '../shell/link.tsx'
import { Icon } from './icon.tsx'

export interface FileRowProps {
  name: ReactNode
  href?: string
  meta?: ReactNode
  /** Why it was not kept; stands in for `meta`. */
  problem?: ReactNode
  /** A grade, a note or a button at the end. */
  side?: ReactNode
}

export function FileRow({ name, href, meta, problem, side }: FileRowProps) {
  return (
    <div className="file">
      <Icon name="file" />
      <div>
        {href ? <Link href={href}>{name}</Link> : name}
        {problem ? (
          <span className="meta red">{problem}</span>
        ) : (
          meta && <span className="meta num">{meta}</span>
        )}
      </div>
      {side}
    </div>
  )
}
