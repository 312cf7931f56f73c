import './save-search.css'
import type { KeptAddress, SearchRhythm } from '#domain/saved-searches/kept.ts'
import { canonicalSearch } from '#domain/saved-searches/kept.ts'
import { paths } from '#paths'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { feedPath } from './feed-path.ts'

export interface SavingView {
  saved: { id: string; name: string; rhythm: SearchRhythm; paused: boolean } | null
}

/** What can be done with a search beside reading its results: keep it, or let a feed reader follow it. */
export function SaveSearch({ query, saving: { saved } }: { query: KeptAddress; saving: SavingView }) {
  const t = useT()
  return (
    <p className="savesearch">
      {saved ? (
        <Link href={paths.savedSearch(saved.id)}>
          {t('savedSearch.saved', { name: saved.name })}
          {' · '}
          {saved.paused ? t('savedSearch.pausedNow') : t(`savedSearch.short.${saved.rhythm}`)}
        </Link>
      ) : (
        <Link href={paths.searchNew(canonicalSearch(query))}>{t('savedSearch.save')}</Link>
      )}
      <a href={feedPath(query, t.locale)} type="application/atom+xml">
        {t('savedSearch.feed')}
      </a>
    </p>
  )
}
