import './saved-searches.css'
import type { SearchRhythm } from '#domain/saved-searches/kept.ts'
import { paths } from '#paths'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { PageHead } from '../shell/page-head.tsx'

export interface StopPageView {
  token: string
  search: { name: string; rhythm: SearchRhythm } | null
}

/** Behind the link of a letter: one button, no sign-in. */
export function StopPage({ token, search }: StopPageView) {
  const t = useT()
  return (
    <Wrap>
      <PageHead title={t('savedSearch.stop.title')} />
      <div className="stack savedform">
        {search === null ? (
          <p>{t('savedSearch.stop.gone')}</p>
        ) : search.rhythm === 'inApp' ? (
          <p>{t('savedSearch.stop.done', { name: search.name })}</p>
        ) : (
          <form method="post" action={paths.searchStop(token)} className="stack">
            <input type="hidden" name="token" value={token} />
            <p>{t('savedSearch.stop.ask', { name: search.name })}</p>
            <p className="t14 ink2">{t('savedSearch.stop.text')}</p>
            <Actions>
              <SubmitButton>{t('savedSearch.stop.submit')}</SubmitButton>
            </Actions>
          </form>
        )}
        <p className="t14">
          <Link href={paths.searches()}>{t('savedSearch.stop.own')}</Link>
        </p>
      </div>
    </Wrap>
  )
}
