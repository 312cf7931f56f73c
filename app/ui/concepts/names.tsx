import './concepts.css'
import type { OtherName } from '#domain/concepts/concept.ts'
import { useT } from '../shell/dictionary.tsx'
import type { Concept } from './view.ts'

/** Other names, each with what kind of name it is unless it is a plain synonym; what comes or goes is marked. */
export function OtherNames({ concept: { names }, before }: { concept: Concept; before?: Concept }) {
  const t = useT()
  const gone = (before?.names ?? []).filter(old => !hasName(names, old))
  if (names.length + gone.length === 0) return <span className="unsaid">{t('concept.noNames')}</span>
  return (
    <ul className="conceptnames">
      {names.map(each => (
        <li key={each.name} className={before && 'diff'}>
          {before && !hasName(before.names, each) ? <ins>{each.name}</ins> : each.name}
          <Kind kind={each.kind} />
        </li>
      ))}
      {gone.map(each => (
        <li key={each.name} className="diff">
          <del>{each.name}</del>
          <Kind kind={each.kind} />
        </li>
      ))}
    </ul>
  )
}

function hasName(names: readonly OtherName[], { name }: OtherName): boolean {
  return names.some(each => each.name === name)
}

function Kind({ kind }: Pick<OtherName, 'kind'>) {
  const t = useT()
  return kind === 'synonym' ? null : <small>{t(`concept.kind.${kind}`)}</small>
}

/** A concept in full; beside what it was before, with the difference marked. */
export function ConceptFacts({ concept, before }: { concept: Concept; before?: Concept }) {
  const t = useT()
  const { zh, en, note } = concept
  return (
    <div className="stack">
      <p className="diff">
        {before && before.zh !== zh && <del>{before.zh}</del>} <b>{zh}</b>{' '}
        {before?.en && before.en !== en && <del>{before.en}</del>}{' '}
        {en ?? <span className="unsaid">{t('concept.noEnglish')}</span>}
      </p>
      <OtherNames concept={concept} before={before} />
      {note && <p className="t14 ink2">{note}</p>}
    </div>
  )
}
