import { type SubmissionResult, useForm } from '@conform-to/react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Actions, Button } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

interface Props {
  kind: 'add' | 'prove'
  ceremony: { options: string; sealed: string }
  submit: string
  lastResult?: SubmissionResult | null
  children?: ReactNode
}

/** The browser asks its authenticator, and what that answers travels in the form like anything typed. */
export function PasskeyForm({ kind, ceremony, submit, lastResult, children }: Props) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const answer = useRef<HTMLInputElement>(null)
  const [able, setAble] = useState(false)
  const [failed, setFailed] = useState(false)
  const [meta] = useForm<{ name: string; password: string }>({
    id: `passkey-${kind}`,
    lastResult: lastResult ?? undefined,
  })
  useEffect(() => setAble('PublicKeyCredential' in window), [])
  const ask = async () => {
    setFailed(false)
    try {
      const given = await answerOf(kind, ceremony.options)
      if (answer.current) answer.current.value = JSON.stringify(given)
      form.current?.submit()
    } catch {
      setFailed(true)
    }
  }
  if (!able) return <p className="t13 ink3">{t('account.factor.passkeyScript')}</p>
  return (
    <form method="post" ref={form} id={meta.id} className="stack signin__form">
      <ErrorSummary form={meta} />
      <input type="hidden" name="intent" value={kind === 'add' ? 'add' : 'passkey'} />
      <input type="hidden" name="sealed" value={ceremony.sealed} />
      <input type="hidden" name="answer" ref={answer} defaultValue="" />
      {children}
      <Actions>
        <Button onClick={ask}>{submit}</Button>
      </Actions>
      {failed && (
        <p className="err" role="alert">
          {t('account.factor.passkeyFailed')}
        </p>
      )}
    </form>
  )
}

async function answerOf(kind: Props['kind'], options: string): Promise<unknown> {
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
  const optionsJSON = JSON.parse(options)
  return kind === 'add' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON })
}
