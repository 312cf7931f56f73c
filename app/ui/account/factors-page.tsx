import type { SubmissionResult } from '@conform-to/react'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Translate } from '#i18n/translate.ts'
import { SubmitButton } from '../form/submit-button.tsx'
import { Alert } from '../primitives/alert.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { AccountFrame } from './frame.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import { type Line, PlainForm } from './plain-form.tsx'
import { QrCode } from './qr-code.tsx'

export interface FactorsView {
  totp: boolean
  passkeys: { id: string; name: string; createdAt: Date; usedAt: Date | null }[]
  recoveryCodes: number
  offer: { secret: string; uri: string; sealed: string } | null
  canChange: Verdict
  canDrop: Verdict
}

interface FactorsPageProps {
  page: FactorsView
  passkey: { options: string; sealed: string } | null
  lastResult?: SubmissionResult | null
}

/** 二次验证: the authenticator's codes, and passkeys. */
export function FactorsPage({ page, passkey, lastResult }: FactorsPageProps) {
  const t = useT()
  const { canChange } = page
  return (
    <AccountFrame own title={t('account.factor.title')} note={t('account.factor.note')}>
      {!canChange.ok && <Alert title={t.reason(canChange.reason, canChange.detail)} />}
      <Section title={t('account.factor.totp')} note={t('account.factor.totpNote')}>
        {page.offer ? (
          <Enable offer={page.offer} open={canChange.ok} lastResult={lastResult} />
        ) : (
          <Disable page={page} lastResult={lastResult} />
        )}
      </Section>
      <Section title={t('account.factor.passkeys')} note={t('account.factor.passkeysNote')}>
        <Passkeys page={page} passkey={passkey} lastResult={lastResult} />
      </Section>
    </AccountFrame>
  )
}

type Answer = SubmissionResult | null | undefined

function Enable({
  offer,
  open,
  lastResult,
}: {
  offer: NonNullable<FactorsView['offer']>
  open: boolean
  lastResult: Answer
}) {
  const t = useT()
  if (!open) return <p>{t('account.own.factorOff')}</p>
  const lines: Line[] = [
    { name: 'code', label: t('account.factor.code'), autoComplete: 'one-time-code', inputMode: 'numeric' },
    passwordLine(t),
  ]
  return (
    <>
      <p>{t('account.factor.scan')}</p>
      <QrCode text={offer.uri} label={t('account.factor.totp')} />
      <p>
        <code className="seed">{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <PlainForm
        id="enable"
        lines={lines}
        submit={t('account.factor.enable')}
        lastResult={sentBy(lastResult, 'enable')}
      >
        <input type="hidden" name="intent" value="enable" />
        <input type="hidden" name="sealed" value={offer.sealed} />
      </PlainForm>
    </>
  )
}

function Disable({ page, lastResult }: { page: FactorsView; lastResult: Answer }) {
  const t = useT()
  const { recoveryCodes, canDrop } = page
  const line = passwordLine(t)
  return (
    <>
      <p>{t('account.factor.totpOn')}</p>
      <p className="t14 ink2">
        {recoveryCodes > 0
          ? t('account.factor.codesLeft', { n: recoveryCodes })
          : t('account.factor.codesNone')}
      </p>
      {canDrop.ok ? (
        <PlainForm
          id="disable"
          lines={[line]}
          submit={t('account.factor.disable')}
          look="refuse"
          lastResult={sentBy(lastResult, 'disable')}
        >
          <input type="hidden" name="intent" value="disable" />
        </PlainForm>
      ) : (
        <p className="t13 ink3">{t.reason(canDrop.reason, canDrop.detail)}</p>
      )}
    </>
  )
}

function Passkeys({ page, passkey, lastResult }: FactorsPageProps) {
  const t = useT()
  const { passkeys, canDrop } = page
  return (
    <>
      {passkeys.length === 0 && <p className="ink3">{t('account.factor.passkeyNone')}</p>}
      <ul className="cast">
        {passkeys.map(({ id, name, createdAt }) => (
          <li key={id}>
            <div>
              <b>{name}</b>
              <span>{t('account.factor.added', { date: t.date(createdAt) })}</span>
            </div>
            {canDrop.ok && (
              <form method="post">
                <input type="hidden" name="intent" value="remove" />
                <input type="hidden" name="id" value={id} />
                <SubmitButton look="line" size="sm">
                  {t('account.factor.passkeyRemove')}
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {passkey && (
        <PasskeyForm
          kind="add"
          ceremony={passkey}
          submit={t('account.factor.passkeyAdd')}
          lastResult={sentBy(lastResult, 'add')}
        >
          <PasskeyLines />
        </PasskeyForm>
      )}
    </>
  )
}

function PasskeyLines() {
  const t = useT()
  return (
    <>
      <div className="field">
        <label htmlFor="passkey-name">{t('account.factor.passkeyName')}</label>
        <input className="input" id="passkey-name" name="name" maxLength={40} autoComplete="off" />
        <span className="hint">{t('account.factor.passkeyNameHint')}</span>
      </div>
      <div className="field">
        <label htmlFor="passkey-password">{t('account.password2.confirm')}</label>
        <input
          className="input"
          id="passkey-password"
          name="password"
          type="password"
          autoComplete="current-password"
        />
      </div>
    </>
  )
}

function passwordLine(t: Translate): Line {
  return {
    name: 'password',
    label: t('account.password2.confirm'),
    kind: 'password',
    autoComplete: 'current-password',
  }
}

/** The page has several forms; an answer belongs to the one that was sent. */
const sentBy = (answer: Answer, intent: string) => (answer?.initialValue?.intent === intent ? answer : null)
