import type { Localized } from './localized.ts'

/**
 * 统一社会信用代码, GB 32100-2015: 1 registering department, 1 kind of body, 6 area of the registering
 * office, 9 body code (GB 11714), 1 check character. A right check character proves the form of a code,
 * never who holds it.
 */
declare const usccBrand: unique symbol
export type Uscc = string & { readonly [usccBrand]: 'Uscc' }

/** What the first two characters say a body is. */
export const usccKinds = {
  '11': { zh: '机关', en: 'Government organ' },
  '12': { zh: '事业单位', en: 'Public institution' },
  '51': { zh: '社会团体', en: 'Social organisation' },
  '52': { zh: '民办非企业单位', en: 'Private non-enterprise unit' },
  '53': { zh: '基金会', en: 'Foundation' },
  '91': { zh: '企业', en: 'Enterprise' },
  '92': { zh: '个体工商户', en: 'Individual business' },
  '93': { zh: '农民专业合作社', en: 'Farmers’ cooperative' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Localized>
export type UsccKind = keyof typeof usccKinds

export type UsccResult =
  | { ok: true; code: Uscc; kind: UsccKind; warnings: 'uscc.innerCheck'[] }
  | { ok: false; reason: 'uscc.length'; detail: { expected: number; found: number } }
  | { ok: false; reason: 'uscc.alphabet'; detail: { expected: string; position: number } }
  | { ok: false; reason: 'uscc.checkDigit'; detail: { expected: string } }

const LENGTH = 18
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY' // 31 characters: no I O S V Z; a character's value is its place.
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] // 3^(i-1) mod 31
const innerWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const innerAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** As people paste it: full-width characters, spaces and lower case are no fault of the code. */
export const normalizedUscc = (text: string): string =>
  text.slice(0, 200).normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** The weighted sum of the first characters; `values` gives each character its value by place. */
const weighted = (code: string, values: string, by: readonly number[]): number =>
  by.reduce((sum, weight, i) => sum + values.indexOf(code.charAt(i)) * weight, 0)

const checkCharacter = (code: string): string =>
  alphabet.charAt((31 - (weighted(code, alphabet, weights) % 31)) % 31)

/** GB 11714: 11 − sum mod 11, where 10 is X and 11 is 0. Some old codes fail it, so it only warns. */
function innerCheckFits(code: string): boolean {
  const inner = code.slice(8, 17)
  const check = 11 - (weighted(inner, innerAlphabet, innerWeights) % 11)
  return inner.charAt(8) === '0123456789X0'.charAt(check)
}

const isKind = (text: string): text is UsccKind => Object.hasOwn(usccKinds, text)

function branded(code: string): code is Uscc {
  return code.charAt(17) === checkCharacter(code)
}

/** Checks a code of any spelling; `code` of the answer is its one normal form. */
export function checkUscc(text: string): UsccResult {
  const code = normalizedUscc(text)
  if (code.length !== LENGTH)
    return { ok: false, reason: 'uscc.length', detail: { expected: LENGTH, found: code.length } }
  const stray = [...code].findIndex(char => !alphabet.includes(char))
  if (stray >= 0)
    return { ok: false, reason: 'uscc.alphabet', detail: { expected: alphabet, position: stray + 1 } }
  if (!branded(code))
    return { ok: false, reason: 'uscc.checkDigit', detail: { expected: checkCharacter(code) } }
  const first = code.slice(0, 2)
  return {
    ok: true,
    code,
    kind: isKind(first) ? first : 'other',
    warnings: innerCheckFits(code) ? [] : ['uscc.innerCheck'],
  }
}
