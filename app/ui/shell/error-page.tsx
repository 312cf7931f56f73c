import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { ButtonLink } from '../primitives/button.tsx'
import { useT } from './dictionary.tsx'

export interface ErrorPageProps {
  status: number
  requestId?: string
  /** A refusal's reason, when the server gave one. */
  reason?: string
  detail?: Record<string, string | number>
  /** The page that failed. */
  here: string
}

const known = [401, 403, 404, 409, 422, 429, 500] as const
type Known = (typeof known)[number]

function kindOf(status: number): Known {
  return known.find(each => each === status) ?? (status < 500 ? 422 : 500)
}

export function errorTitle(t: Translate, status: number): string {
  return t.maybe(`common.errorPage.${kindOf(status)}.title`) ?? String(status)
}

/** A calm page for each way a request can fail: what happened, what is safe, and the way out. */
export function ErrorPage({ status, requestId, reason, detail, here }: ErrorPageProps) {
  const t = useT()
  const kind = kindOf(status)
  const facts = { retryAfterSeconds: 60, ...detail }
  const text = (part: 'title' | 'text' | 'go') => t.maybe(`common.errorPage.${kind}.${part}`, facts) ?? ''
  const why = reason ? t.reason(reason, detail) : null
  return (
    <div className="wrap">
      <div className="oops">
        <p className="oops__status num">{status}</p>
        <h1>{text('title')}</h1>
        <p>{why ?? text('text')}</p>
        <div className="acts">
          <ButtonLink href={wayOut(kind, here)}>{text('go')}</ButtonLink>
          {kind !== 403 && (
            <ButtonLink look="quiet" href={paths.home()}>
              {t('common.home')}
            </ButtonLink>
          )}
        </div>
        {requestId && <p className="t13 ink3">{t('common.errorPage.request', { id: requestId })}</p>}
      </div>
    </div>
  )
}

function wayOut(kind: Known, here: string): string {
  if (kind === 401) return paths.signIn(here)
  if (kind === 403) return paths.home()
  if (kind === 404) return paths.search()
  return here
}
