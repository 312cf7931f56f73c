import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { loadWords } from '#i18n/load-words.ts'
import { partsOf, type Reader } from '#i18n/page-words.ts'
import { DictionaryProvider } from '#ui/shell/dictionary.tsx'

/** Only the words of this page in its language come to the browser, and they come before React looks at the page. */
async function hydrate(): Promise<void> {
  const { lang, dataset } = document.documentElement
  const locale = lang.startsWith('en') ? 'en' : 'zh'
  const parts = partsOf(window.location.pathname, dataset.words as Reader)
  const [dictionary] = await Promise.all([loadWords(locale, parts), wholePage()])
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <DictionaryProvider dictionary={dictionary} locale={locale}>
          <RemixBrowser />
        </DictionaryProvider>
      </StrictMode>,
    )
  })
}

/**
 * The page's data come at its end. Hydration that waits for them cannot be made to hurry: a click meanwhile ends in
 * React's "root did not complete" (#345).
 */
async function wholePage(): Promise<void> {
  if (document.readyState !== 'loading') return
  await new Promise(resolve => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
}

void hydrate()
