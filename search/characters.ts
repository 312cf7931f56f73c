import { foldText } from './tokens.ts'

const han = /\p{Script=Han}/gu

/**
 * 单字: the Chinese characters of texts as words of their own, for a query of one character is a beginning to the
 * index and no more: 狗 would miss 猫狗 and 机器狗 alike. As Latin codes, so that neither tokenizer cuts or reads them.
 */
export function charactersIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(text => foldText(text).match(han) ?? []))].map(characterCode)
}

export function characterCode(character: string): string {
  return `u${foldText(character).codePointAt(0)?.toString(16)}`
}

/** The character of a text that is one Chinese character and nothing else. */
export function onlyCharacter(text: string): string | null {
  return /^\s*(\p{Script=Han})\s*$/u.exec(text)?.[1] ?? null
}
