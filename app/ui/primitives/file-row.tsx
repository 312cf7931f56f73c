import type { ReactNode } from 'react'
import { Link } from '../shell/link.tsx'
import { Icon } from './icon.tsx'

export interface FileRowProps {
  name: ReactNode
  href?: string
  /** The address answers with the file itself, not with a page. */
  saved?: boolean
  /** In place of the icon. */
  picture?: ReactNode
  meta?: ReactNode
  /** Why it was not kept; stands in for `meta`. */
  problem?: ReactNode
  /** A grade, a note or a button at the end. */
  side?: ReactNode
}

export function FileRow({ name, href, saved, picture, meta, problem, side }: FileRowProps) {
  return (
    <div className="file">
      {picture || <Icon name="file" />}
      <div>
        {href ? (
          <Link href={href} download={saved ? '' : undefined}>
            {name}
          </Link>
        ) : (
          name
        )}
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
