import type { SearchRhythm } from '#domain/saved-searches/kept.ts'
import { paths } from '#paths'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { PageHead } from '../shell/page-head.tsx'

export interface StopMatchesView {
  token: string
  rhythm: SearchRhythm | null
}

/** Behind the link of a letter about matches: one button, no sign-in. */
export function StopMatches({ token, rhythm }: StopMatchesView) {
  const t = useT()
  return (
    <Wrap>
      <PageHead title={t('matches.stop.title')} />
      <div className="stack">
        {rhythm === null || rhythm === 'inApp' ? (
          <p>{t('matches.stop.done')}</p>
        ) : (
          <form method="post" action={paths.matchesStop(token)} className="stack">
            <input type="hidden" name="token" value={token} />
            <p>{t('matches.stop.ask')}</p>
            <p className="t14 ink2">{t('matches.stop.text')}</p>
            <Actions>
              <SubmitButton>{t('matches.stop.submit')}</SubmitButton>
            </Actions>
          </form>
        )}
        <p className="t14">
          <Link href={paths.account()}>{t('matches.stop.own')}</Link>
        </p>
      </div>
    </Wrap>
  )
}
