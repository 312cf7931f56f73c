/** A label in both languages of the product. */
export interface Localized {
  zh: string
  en: string
}

export type Locale = 'zh' | 'en'
