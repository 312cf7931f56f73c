import { type Locale, type Localized, spoken } from '#domain/shared/localized.ts'
import { type Format, formatIn } from './format.ts'
import type { Words } from './merge.ts'
import type { zh } from './zh.ts'

export type Params = Record<string, string | number>

/**
 * The shape another language must have: every key of the Chinese one, and a `_one` beside each `_other`,
 * because Chinese has one plural form where English has two.
 */
export type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> } & {
  [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string
}

type Callable<K extends string> = K extends `${infer Base}_other` ? Base : K
type Leaves<T> = {
  [K in keyof T & string]: T[K] extends string ? Callable<K> : `${K}.${Leaves<T[K]>}`
}[keyof T & string]

/** Every key that `t` takes; a missing one does not compile. */
export type Key = Leaves<typeof zh>

/** Translates a key, and carries the formatters and the language that go with it. */
export interface Translate extends Format {
  (key: Key, params?: Params): string
  readonly locale: Locale
  /** The reader's language of a two-language label. */
  pick(label: Localized): string
  /** The text of a refusal's reason, or null when the dictionary has none. */
  reason(reason: string, detail?: Params): string | null
  /** The text of a form error: `field.tooLong|max=120`, or a refusal's reason. Never empty. */
  error(code: string): string
  /** The text of a key known only at run time, or null. */
  maybe(key: string, params?: Params): string | null
}

export function createT(dictionary: Words, locale: Locale): Translate {
  const format = formatIn(locale)
  const voice = { ...format, locale }
  const maybe = (key: string, params: Params = {}): string | null => {
    const count = typeof params.n === 'number' ? plurals[locale].select(params.n) : 'other'
    const text = look(dictionary, key, count)
    return text === null ? null : fill(text, params, voice)
  }
  const translate = (key: Key, params?: Params) => maybe(key, params) ?? key
  const reason = (code: string, detail?: Params) => maybe(`refusal.${code}`, detail)
  const error = (code: string) => {
    const { key, params } = parseError(code)
    return maybe(key, params) ?? reason(key, params) ?? maybe('field.invalid') ?? key
  }
  return Object.assign(translate, {
    ...format,
    locale,
    reason,
    error,
    maybe,
    pick: (label: Localized) => label[locale],
  })
}

/** `field.tooLong|max=120|unit=字` → its key and the facts that fill its places. */
export function parseError(code: string): { key: string; params: Params } {
  const [key = '', ...pairs] = code.split('|')
  const params: Params = {}
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    if (at > 0) params[pair.slice(0, at)] = pair.slice(at + 1)
  }
  return { key, params }
}

const plurals = { zh: new Intl.PluralRules('zh'), en: new Intl.PluralRules('en') }

const lookedUp = new WeakMap<Words, Map<string, string>>()

/** What a dictionary has is looked up once; what it has not is not kept, for anybody may ask for that. */
function look(dictionary: Words, key: string, count: Intl.LDMLPluralRule): string | null {
  const kept = lookedUp.get(dictionary) ?? new Map<string, string>()
  const name = `${count} ${key}`
  const text =
    kept.get(name) ??
    find(dictionary, `${key}_${count}`) ??
    find(dictionary, `${key}_other`) ??
    find(dictionary, key)
  if (text === null) return null
  kept.set(name, text)
  lookedUp.set(dictionary, kept)
  return text
}

/** Looks a dotted key up; a record may itself be keyed by dotted reasons, so every split is tried. */
function find(words: Words, key: string): string | null {
  const whole = words[key]
  if (typeof whole === 'string') return whole
  for (let dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
    const inner = words[key.slice(0, dot)]
    const found = typeof inner === 'object' ? find(inner, key.slice(dot + 1)) : null
    if (found !== null) return found
  }
  return null
}

type Voice = Format & { locale: Locale }

/** Where what somebody typed ends with a stop and the sentence around it closes or goes on there, one is enough. */
function fill(text: string, params: Params, format: Voice): string {
  return text.replace(/\{(\w+)(?::(\w+))?\}/g, (place, name: string, how: string | undefined, at: number) => {
    const value = params[name]
    if (value === undefined) return place
    const said = inWords(value, how, format)
    const next = text.charAt(at + place.length)
    return /[。；，.]/.test(next) ? said.replace(next === '.' ? /[。；.]$/ : /[。；]$/, '') : said
  })
}

/** A place may name how its fact is written: `{amount:yuan}` of fen, `{at:dateTime}`, `{year:plain}`, `{why:spoken}`. */
function inWords(value: string | number, how: string | undefined, format: Voice): string {
  if (how === 'plain') return String(value)
  if (how === 'spoken') return spoken(String(value), format.locale)
  if (how === 'yuan') return format.yuan(Number(value))
  if (how === 'dateTime' && typeof value === 'string') return format.dateTime(value)
  return typeof value === 'number' ? format.number(value) : value
}
