import type { ReactNode } from 'react'
import { Link } from '../shell/link.tsx'

export interface CandidateProps {
  /** For addresses that lead to it. */
  id?: string
  /** 第 1 位 */
  rank: ReactNode
  title: ReactNode
  href?: string
  organization?: ReactNode
  tags?: ReactNode
  /** `<MutualScore>` */
  score: ReactNode
  /** `<Ruler>` */
  ruler: ReactNode
  /** `<Reasons>` */
  reasons: ReactNode
  actions?: ReactNode
}

/** One match: who and how well, line by line, and why. */
export function Candidate({
  id,
  rank,
  title,
  href,
  organization,
  tags,
  score,
  ruler,
  reasons,
  actions,
}: CandidateProps) {
  return (
    <article className="cand" id={id}>
      <div className="cand__id">
        <p className="no">{rank}</p>
        <h3>
          {href ? (
            <Link className="plain" href={href}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        {organization && <p className="org">{organization}</p>}
        {tags && <div className="tags">{tags}</div>}
        {score}
      </div>
      {ruler}
      <div className="cand__why">
        {reasons}
        {actions && <div className="acts">{actions}</div>}
      </div>
    </article>
  )
}
