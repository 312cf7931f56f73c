import { nameKey } from './name.ts'

/** What kind of other name: 同义词, 缩写, 英文, 误写. It changes nothing in what is found, only what is said of it. */
export const nameKinds = ['synonym', 'abbreviation', 'english', 'misspelling'] as const
export type NameKind = (typeof nameKinds)[number]

export interface OtherName {
  name: string
  kind: NameKind
}

/** 概念: a thing of the robot trade with all its names, so that 无人搬运车 finds what calls itself AMR. */
export interface Concept {
  /** Never changes, whatever the concept is called: documents carry it. */
  id: string
  /** Preferred names; many things have none in English that is in use. */
  zh: string
  en: string | null
  names: readonly OtherName[]
  /** Where the names come from, or what sets the thing apart. */
  note: string | null
}

/** One published version of the table. In no version does a name stand twice. */
export type ConceptTable = readonly Concept[]

export function namesOf({ zh, en, names }: Concept): string[] {
  return [zh, ...(en === null ? [] : [en]), ...names.map(each => each.name)]
}

/** The concept that has this name, however it is written. */
export function conceptNamed(table: ConceptTable, name: string): Concept | undefined {
  const key = nameKey(name)
  return table.find(concept => namesOf(concept).some(each => nameKey(each) === key))
}

/** Concepts with the words somewhere in a name; all of them without words. */
export function conceptsWith(table: ConceptTable, words: string): Concept[] {
  const key = nameKey(words)
  return table.filter(concept => namesOf(concept).some(name => nameKey(name).includes(key)))
}

const han = /\p{Script=Han}/u

/** A group of names as the built-in table lists them: the first is the preferred one and the id. */
export function conceptFromNames([first = '', ...rest]: readonly string[]): Concept {
  const english = rest.find(name => !han.test(name) && !isAbbreviation(name)) ?? null
  return {
    id: first,
    zh: first,
    en: english,
    names: rest.filter(name => name !== english).map(name => ({ name, kind: kindOf(name) })),
    note: null,
  }
}

const isAbbreviation = (name: string) => /^[A-Z0-9/+-]{2,6}$/.test(name)

/** What a name most likely is, as the form proposes it. */
export function kindOf(name: string): NameKind {
  if (isAbbreviation(name)) return 'abbreviation'
  return han.test(name) ? 'synonym' : 'english'
}
