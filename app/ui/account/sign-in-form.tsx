import type { SubmissionResult } from '@conform-to/react'
import { paths } from '#paths'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field } from '../form/field.tsx'
import { flatForm } from '../form/flat-form.ts'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

/** Address and password. A plain form: after it the whole page belongs to somebody else. */
export function SignInForm({ next, lastResult }: { next?: string; lastResult?: SubmissionResult | null }) {
  const t = useT()
  const [form, fields] = flatForm(['email', 'password'], { id: 'sign-in', lastResult })
  const label = { email: t('account.email'), password: t('account.password') }
  return (
    <form method="post" action={paths.signIn(next)} id={form.id} noValidate className="stack signin__form">
      <ErrorSummary form={form} labels={label} title={t('account.notSignedIn')} />
      <Field field={fields.email} label={label.email} kind="email" autoComplete="username" />
      <Field field={fields.password} label={label.password} kind="password" autoComplete="current-password" />
      <Actions>
        <SubmitButton>{t('account.signIn')}</SubmitButton>
      </Actions>
    </form>
  )
}
