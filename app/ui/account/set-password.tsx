import type { SubmissionResult } from '@conform-to/react'
import { useT } from '../shell/dictionary.tsx'
import { type Line, PlainForm } from './plain-form.tsx'

/** A new password, twice. */
export function SetPasswordForm({
  submit,
  first = [],
  action,
  intent,
  lastResult,
}: {
  submit: string
  first?: readonly Line[]
  action?: string
  /** Where one page has several forms. */
  intent?: string
  lastResult?: SubmissionResult | null
}) {
  const t = useT()
  const lines: Line[] = [
    ...first,
    {
      name: 'password',
      label: t('account.password2.new'),
      kind: 'password',
      hint: t('account.password2.hint'),
      autoComplete: 'new-password',
    },
    { name: 'again', label: t('account.password2.again'), kind: 'password', autoComplete: 'new-password' },
  ]
  return (
    <PlainForm id="password" lines={lines} submit={submit} action={action} lastResult={lastResult}>
      {intent && <input type="hidden" name="intent" value={intent} />}
    </PlainForm>
  )
}
