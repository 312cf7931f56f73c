import { tokenize } from './tokens.ts'

/**
 * A text as Meilisearch gets it, of a document or of a query: our tokens, written so that its tokenizer can only cut
 * them as we did. Charabia looks at scripts before it looks at words: in 采用3D视觉 it would give the 3 to the Chinese
 * before it and the D to nobody, while 3D视觉 begins with the word 3d. A multiplication sign counts as a Latin
 * separator there, so it makes what follows a run of its own. Readers never see this text.
 */
export function charabiaText(text: string): string {
  const words = tokenize(text).map(({ text: word, apart }) => (apart ? '。' : ' ') + charabiaWord(word))
  return words.join('').trimStart()
}

/** One token of `tokenize` likewise. */
export function charabiaWord(word: string): string {
  return /^[a-z\p{Script=Han}]/u.test(word) ? word : `×${word}`
}
