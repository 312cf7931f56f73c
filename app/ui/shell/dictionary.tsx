import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Locale } from '#domain/shared/localized.ts'
import type { Words } from '#i18n/merge.ts'
import { createT, type Translate } from '#i18n/translate.ts'

const Dictionary = createContext<Translate | null>(null)

/** Gives every component the words of the reader's language; both entries wrap the whole tree in it. */
export function DictionaryProvider({
  dictionary,
  locale,
  children,
}: {
  dictionary: Words
  locale: Locale
  children: ReactNode
}) {
  const t = useMemo(() => createT(dictionary, locale), [dictionary, locale])
  return <Dictionary.Provider value={t}>{children}</Dictionary.Provider>
}

/** `t('scenario.title', params?)`, with the formatters (`t.date`, `t.yuan`, `t.left` …) on it. */
export function useT(): Translate {
  const t = useContext(Dictionary)
  if (t === null) throw new Error('useT outside a DictionaryProvider')
  return t
}
