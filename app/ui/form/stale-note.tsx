import { type ReactNode, useEffect, useRef } from 'react'
import type { Detail } from '#domain/shared/verdict.ts'
import { Alert } from '../primitives/alert.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'

/** A refusal as the server sends it to a page. */
export interface RefusalView {
  code: string
  reason: string
  detail: Detail
}

/** 409: what it has become, by whom and when, and the way to the newest version. Takes the focus, as an error does. */
export function StaleNote({
  title,
  refusal,
  href,
  children,
}: {
  title: string
  refusal: RefusalView
  href: string
  children?: ReactNode
}) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const { status, by, at, noun } = refusal.detail
  const word = t.maybe(`status.${noun}.${status}`) ?? String(status ?? '')
  return (
    <div role="alert" tabIndex={-1} ref={box}>
      <Alert tone="red" title={title}>
        {at === undefined ? (
          <p>{t.reason(refusal.reason, refusal.detail)}</p>
        ) : (
          <p>
            {t('scenario.deedPage.changedText', { by: by ?? '', time: t.moment(String(at)), status: word })}
          </p>
        )}
        {children && <p>{children}</p>}
        <p>
          <Link href={href}>{t('scenario.form.conflictLink')}</Link>
        </p>
      </Alert>
    </div>
  )
}
