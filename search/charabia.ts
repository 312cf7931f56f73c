import { tokenize } from './tokens.ts'

/**
 * A text as Meilisearch gets it, of a document or of a query: folded, and written so that its tokenizer can only cut
 * it as `tokenize` does. Charabia looks at scripts before it looks at words: in 采用3D视觉 it would give the 3 to the
 * Chinese before it and the D to nobody, while 3D视觉 begins with the word 3d. A multiplication sign counts as a
 * Latin separator there, so it makes what follows a run of its own. Readers never see this text.
 */
export function charabiaText(text: string): string {
  const written: string[] = []
  let wasHan = false
  for (const { text: word, han, glued, apart } of tokenize(text)) {
    const between = apart ? '。' : glued && han && wasHan ? '' : ' '
    written.push(
      written.length === 0 && !apart ? '' : between,
      han || /^[a-z]/.test(word) ? word : `×${word}`,
    )
    wasHan = han
  }
  return written.join('')
}
