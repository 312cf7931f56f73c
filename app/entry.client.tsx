import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { DictionaryProvider } from '#ui/shell/dictionary.tsx'

/** Only the words of the page's language come to the browser, and they come before React looks at the page. */
async function hydrate(): Promise<void> {
  const english = document.documentElement.lang.startsWith('en')
  const dictionary = english ? (await import('#i18n/en.ts')).en : (await import('#i18n/zh.ts')).zh
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <DictionaryProvider dictionary={dictionary} locale={english ? 'en' : 'zh'}>
          <RemixBrowser />
        </DictionaryProvider>
      </StrictMode>,
    )
  })
}

void hydrate()
