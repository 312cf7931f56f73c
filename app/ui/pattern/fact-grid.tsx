import type { ReactNode } from 'react'

export interface Fact {
  key: string
  term: ReactNode
  value: ReactNode
}

/** Facts in two columns: a site profile, the basis of a calculation. */
export function FactGrid({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(fact => (
        <div key={fact.key}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Facts one above the other, for an aside. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="factlist">
      {facts.map(fact => (
        <div key={fact.key}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
