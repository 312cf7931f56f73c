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
  const [dictionary] = await Promise.all([loadWords(locale, parts), decodedData()])
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
 * The page's data, decoded. Remix begins with that in the first render and suspends the root until it is done; a click
 * meanwhile ends in React's "root did not complete" (#345), so the waiting is done before React sees the page. Nothing
 * but the decoding is reached outside of a render: it throws the promise that it waits for.
 */
async function decodedData(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (waiting) {
    if (waiting instanceof Promise) await waiting
  }
}

void hydrate()
