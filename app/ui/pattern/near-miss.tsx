import type { ReactNode } from 'react'
import { type Track, TrackDrawing } from '../chart/track.tsx'
import { Link } from '../shell/link.tsx'

export interface NearMissProps {
  title: ReactNode
  href?: string
  organization?: ReactNode
  tags?: ReactNode
  /** The one criterion that fails. */
  criterion: ReactNode
  need: ReactNode
  track: Track
  have: ReactNode
  gap: ReactNode
  /** What holds otherwise, and what change would bring it in. */
  note?: ReactNode
  actions?: ReactNode
}

/** 差一点: exactly one must fails, and by how much. */
export function NearMiss({
  title,
  href,
  organization,
  tags,
  criterion,
  need,
  track,
  have,
  gap,
  note,
  actions,
}: NearMissProps) {
  return (
    <article className="near">
      <div>
        <h3>
          {href ? (
            <Link className="plain" href={href}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        {organization && <p className="t13 ink3">{organization}</p>}
        {tags && <div className="tags">{tags}</div>}
      </div>
      <div className="gapfig">
        <div className="need">
          <b>{criterion}</b>
          <small>{need}</small>
        </div>
        <div className="track" aria-hidden="true">
          <TrackDrawing track={track} />
        </div>
        <div className="have">
          <b>{have}</b>
          <small>{gap}</small>
        </div>
      </div>
      <div>
        <p>{note}</p>
        {actions}
      </div>
    </article>
  )
}
