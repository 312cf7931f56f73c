import type { ReactNode } from 'react'
import type { Tri } from '#domain/shared/tri.ts'
import { classNames } from '../class-names.ts'

/** The joint where demand (left, ink) and supply (right, blue) meet. At most one large one a page. */
export function MiddleLine({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={classNames('mid', className)}>{children}</div>
}

export interface HeroProps {
  left: ReactNode
  right: ReactNode
  /** Who is compared, small under each half. */
  leftNote?: ReactNode
  rightNote?: ReactNode
  pairs: readonly { key: string; need: ReactNode; have: ReactNode; verdict: Tri }[]
  /** The search box and its examples, where the line ends. */
  children: ReactNode
}

/** The head of the home page: a sentence in two halves, and needs meeting haves on the line. */
export function Hero({ left, right, leftNote, rightNote, pairs, children }: HeroProps) {
  return (
    <section className="hero">
      <div className="wrap">
        <MiddleLine>
          <h1>
            <span className="l">{left}</span> <span className="r">{right}</span>
          </h1>
          <div className="cap0">
            <span className="l">{leftNote}</span>
            <span className="r">{rightNote}</span>
          </div>
          {pairs.map(pair => (
            <div className="pair" data-v={pair.verdict} key={pair.key}>
              <span className="l">{pair.need}</span>
              <span className="r">{pair.have}</span>
            </div>
          ))}
        </MiddleLine>
        {children}
      </div>
    </section>
  )
}

export interface CaseFigure {
  key: string
  what: ReactNode
  before: ReactNode
  beforeUnit?: ReactNode
  after: ReactNode
  afterUnit?: ReactNode
  /** The one large figure. */
  big?: boolean
}

/** Before and after of one case, across the middle line. */
export function CaseLine({
  before,
  after,
  figures,
}: {
  before: ReactNode
  after: ReactNode
  figures: readonly CaseFigure[]
}) {
  return (
    <MiddleLine className="case__mid">
      <span className="lab l">{before}</span>
      <span className="lab r">{after}</span>
      {figures.map(figure => (
        <div className="row" key={figure.key}>
          <span className="what">
            <span>{figure.what}</span>
          </span>
          <span className={classNames('v', 'l', figure.big && 'big')}>
            {figure.before}
            {figure.beforeUnit && <small>{figure.beforeUnit}</small>}
          </span>
          <span className={classNames('v', 'r', figure.big && 'big')}>
            {figure.after}
            {figure.afterUnit && <small>{figure.afterUnit}</small>}
          </span>
        </div>
      ))}
    </MiddleLine>
  )
}
