import type { Translate } from '#i18n/translate.ts'
import { Alert } from '../primitives/alert.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { HoldLines } from './view.ts'

export function holdFacts(t: Translate, { by, reason, at, appeal }: HoldLines) {
  const said = (text: string | null) =>
    text ? (
      <span className="lines">{text}</span>
    ) : (
      <span className="unsaid">{t('product.hold.noReason')}</span>
    )
  return [
    { key: 'at', term: t(`product.hold.since.${by}`), value: t.moment(at) },
    {
      key: 'reason',
      term: t(by === 'firm' ? 'product.hold.note' : 'product.hold.reason'),
      value: said(reason),
    },
    ...(appeal
      ? [
          {
            key: 'appeal',
            term: t('product.hold.appealed', { time: t.moment(appeal.at) }),
            value: said(appeal.reason),
          },
        ]
      : []),
  ]
}

/** Why it is not on show, and how it comes back. */
export function HoldNote({ hold, isOwn }: { hold: HoldLines; isOwn: boolean }) {
  const t = useT()
  const { by, reason, at, appeal } = hold
  const way = !isOwn ? 'desk' : by === 'firm' ? 'own' : appeal ? 'waits' : 'object'
  return (
    <Alert tone={by === 'bureau' ? 'red' : undefined} title={t(`product.hold.title.${by}`)}>
      {reason && <p className="lines">{reason}</p>}
      {appeal && (
        <p className="lines">
          {t('product.hold.appealSaid', { time: t.moment(appeal.at), reason: appeal.reason })}
        </p>
      )}
      <p>{t(`product.hold.way.${way}`)}</p>
      <p className="t13 ink3">{t.moment(at)}</p>
    </Alert>
  )
}
