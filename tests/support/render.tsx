import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '#domain/shared/localized.ts'
import { en } from '#i18n/en.ts'
import { createT } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { DictionaryProvider } from '#ui/shell/dictionary.tsx'

const dictionaries = { zh, en }

/** The markup a reader of this language gets. */
export function render(element: ReactElement, locale: Locale = 'zh'): string {
  return renderToStaticMarkup(
    <DictionaryProvider dictionary={dictionaries[locale]} locale={locale}>
      {element}
    </DictionaryProvider>,
  )
}

export const translate = (locale: Locale) => createT(dictionaries[locale], locale)
