import type { Refused, Verdict } from '../shared/verdict.ts'
import { all, no, ok, when } from '../shared/verdict.ts'
import type { Concept, ConceptTable, NameKind, OtherName } from './concept.ts'
import { conceptNamed, namesOf } from './concept.ts'
import { isUsableName, nameKey } from './name.ts'

/** What a proposal would make different in the table. */
export type ConceptChange =
  | { kind: 'add'; concept: Concept }
  | { kind: 'addName'; id: string; name: string; nameKind: NameKind }
  | { kind: 'removeName'; id: string; name: string }
  | { kind: 'rename'; id: string; zh: string; en: string | null; note: string | null }
export const changeKinds = ['addName', 'add', 'rename', 'removeName'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Bounds of the table: what a document gains from one concept has to stay small. */
const mostConcepts = 2_000
const mostNames = 40

export type Changed = { ok: true; table: ConceptTable; before: Concept | null; after: Concept } | Refused

/** The table with the change, or why it cannot be: judged when it is proposed and again when it is published. */
export function changed(table: ConceptTable, change: ConceptChange): Changed {
  if (change.kind === 'add') return added(table, change.concept)
  const before = table.find(each => each.id === change.id)
  if (!before) return no('concept.gone', undefined, 'conceptId')
  const verdict = judged(table, before, change)
  if (!verdict.ok) return verdict
  const after = { ...before, ...alteration(before, change) }
  return { ok: true, table: table.map(each => (each === before ? after : each)), before, after }
}

type Alteration = Exclude<ConceptChange, { kind: 'add' }>

function alteration(before: Concept, change: Alteration): Partial<Concept> {
  switch (change.kind) {
    case 'addName':
      return { names: [...before.names, { name: change.name, kind: change.nameKind }] }
    case 'removeName':
      return { names: before.names.filter(each => each.name !== change.name) }
    case 'rename':
      return renamed(before, change)
  }
}

/** What it was called stays an other name of it, so that nothing stops being found by being renamed. */
function renamed(
  before: Concept,
  { zh, en, note }: Extract<ConceptChange, { kind: 'rename' }>,
): Partial<Concept> {
  const preferred = [zh, ...(en === null ? [] : [en])].map(nameKey)
  const old: OtherName[] = [
    { name: before.zh, kind: 'synonym' },
    ...(before.en === null ? [] : [{ name: before.en, kind: 'english' as const }]),
  ]
  const names = [...before.names, ...old].filter(each => !preferred.includes(nameKey(each.name)))
  return { zh, en, note, names }
}

function judged(table: ConceptTable, before: Concept, change: Alteration): Verdict {
  switch (change.kind) {
    case 'addName':
      return all(
        isFree(table, change.name, 'name'),
        when(before.names.length < mostNames, 'concept.tooManyNames', { max: mostNames }),
      )
    case 'removeName': {
      const named = before.names.some(each => each.name === change.name)
      return named ? ok : no('concept.notItsName', { name: change.name }, 'name')
    }
    case 'rename':
      return all(
        isFree(table, change.zh, 'zh', before),
        change.en === null ? ok : isFree(table, change.en, 'en', before),
        twice([change.zh, change.en ?? ''], 'en'),
        when(before.names.length < mostNames - 1, 'concept.tooManyNames', { max: mostNames }),
      )
  }
}

function added(table: ConceptTable, concept: Concept): Changed {
  const names = namesOf(concept)
  const verdict = all(
    isFree(table, concept.zh, 'zh'),
    concept.en === null ? ok : isFree(table, concept.en, 'en'),
    ...concept.names.map(each => isFree(table, each.name, 'names')),
    twice(names, 'names'),
    // An id outlives its name: a concept that was renamed keeps the old one.
    table.some(each => each.id === concept.id) ? no('concept.idTaken', { name: concept.id }, 'zh') : ok,
    when(names.length > 1, 'concept.oneName'),
    when(concept.names.length <= mostNames, 'concept.tooManyNames', { max: mostNames }),
    when(table.length < mostConcepts, 'concept.tableFull', { max: mostConcepts }),
  )
  return verdict.ok ? { ok: true, table: [...table, concept], before: null, after: concept } : verdict
}

/** A usable name that stands in no other concept; inside `own` it may become the preferred one. */
function isFree(table: ConceptTable, name: string, path: string, own?: Concept): Verdict {
  const usable = isUsableName(name)
  if (!usable.ok) return { ...usable, path }
  const holder = conceptNamed(table, name)
  return !holder || holder === own ? ok : no('concept.nameTaken', { name, concept: holder.zh }, path)
}

function twice(names: readonly string[], path: string): Verdict {
  const keys = names.filter(name => name !== '').map(nameKey)
  const again = names.find((name, nth) => name !== '' && keys.indexOf(nameKey(name)) !== nth)
  return again === undefined ? ok : no('concept.nameTwice', { name: again }, path)
}

/** Names that documents have to be looked through for: those that come and those that go. */
export function touchedNames(before: Concept | null, after: Concept): string[] {
  const [old, fresh] = [before ? namesOf(before) : [], namesOf(after)]
  return [...fresh.filter(name => !old.includes(name)), ...old.filter(name => !fresh.includes(name))]
}
