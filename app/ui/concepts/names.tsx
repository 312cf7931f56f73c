import './concepts.css'
import { useT } from '../shell/dictionary.tsx'
import type { Concept } from './view.ts'

/** Other names, each with what kind of name it is unless it is a plain synonym. */
export function OtherNames({ concept: { names } }: { concept: Concept }) {
  const t = useT()
  if (names.length === 0) return <span className="unsaid">{t('concept.noNames')}</span>
  return (
    <ul className="conceptnames">
      {names.map(({ name, kind }) => (
        <li key={name}>
          {name}
          {kind !== 'synonym' && <small>{t(`concept.kind.${kind}`)}</small>}
        </li>
      ))}
    </ul>
  )
}

/** A concept in full, as a proposal shows it before and after. */
export function ConceptFacts({ concept }: { concept: Concept }) {
  const t = useT()
  return (
    <div className="stack">
      <p>
        <b>{concept.zh}</b> {concept.en ?? <span className="unsaid">{t('concept.noEnglish')}</span>}
      </p>
      <OtherNames concept={concept} />
      {concept.note && <p className="t14 ink2">{concept.note}</p>}
    </div>
  )
}
