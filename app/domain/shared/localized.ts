/** A label in both languages of the product. */
export interface Localized {
  zh: string
  en: string
}

export type Locale = 'zh' | 'en'

/** Between the two languages of one text; no text that people write has it. */
const between = '\u001e'

/** A sentence that was put together in both languages, as one fact of a notice; its reader sees one of them. */
export function both({ zh, en }: Localized): string {
  return `${zh}${between}${en}`
}

export function spoken(text: string, locale: Locale): string {
  const [zh = '', en = zh] = text.split(between)
  return locale === 'en' ? en : zh
}
