import type { SubmissionResult } from '@conform-to/react'
import { useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { ErrorSummary } from '../form/error-summary.tsx'
import { TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import type { RefusalView } from '../form/stale-note.tsx'
import { StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'

export interface DeedView {
  id: string
  rev: number
  number: string | null
  title: string
  formKey: string
  can: Verdict
}

export interface ScenarioDeedProps {
  deed: 'submission' | 'withdrawal'
  view: DeedView
  /** Asks for a reason: `must` when it cannot go without. */
  reason?: 'may' | 'must'
  answer?: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}

/** One deed on one scenario: what it means, its form, and what stands in the way. */
export function ScenarioDeed({ deed, view, reason, answer }: ScenarioDeedProps) {
  const t = useT()
  const back = paths.scenario(view.id)
  const title = t(`scenario.deedPage.${deed}`)
  const refusal = answer?.refusal
  return (
    <DeedPage
      title={title}
      crumbs={[
        { label: t('scenario.list.title'), href: paths.scenarios() },
        { label: view.number ?? view.title, href: back },
      ]}
      facts={<span>{view.title}</span>}
    >
      <div className="stack deedpage">
        {refusal?.code === 'conflict' && (
          <StaleNote title={t('scenario.deedPage.changedTitle')} refusal={refusal} href={back} />
        )}
        {view.can.ok ? (
          <DeedForm deed={deed} view={view} reason={reason} lastResult={answer?.submission} back={back} />
        ) : (
          <>
            {refusal?.code !== 'conflict' && (
              <Alert tone="red" title={t('scenario.deedPage.closedTitle')}>
                <p>{t.reason(view.can.reason, view.can.detail)}</p>
              </Alert>
            )}
            <Actions>
              <ButtonLink href={back}>{t('scenario.deedPage.back')}</ButtonLink>
            </Actions>
          </>
        )}
      </div>
    </DeedPage>
  )
}

interface DeedFormProps extends Omit<ScenarioDeedProps, 'answer'> {
  lastResult?: SubmissionResult
  back: string
}

function DeedForm({ deed, view, reason, lastResult, back }: DeedFormProps): ReactNode {
  const t = useT()
  const [form, fields] = useForm<{ reason: string }>({ id: `scenario-${deed}`, lastResult })
  return (
    <form method="post" id={form.id} noValidate className="stack">
      <ErrorSummary form={form} labels={{ reason: t('scenario.deedPage.reason') }} />
      <p className="prose">{t(`scenario.deedPage.${deed}Text`)}</p>
      <FormKey value={view.formKey} />
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="rev" value={view.rev} />
      {reason && (
        <TextArea
          field={fields.reason}
          label={t('scenario.deedPage.reason')}
          hint={t('scenario.deedPage.reasonHint')}
          optional={reason === 'may'}
        />
      )}
      <Actions>
        <SubmitButton look={deed === 'submission' ? 'solid' : 'refuse'}>
          {t(`scenario.deedPage.${deed}`)}
        </SubmitButton>
        <ButtonLink look="quiet" href={back}>
          {t('scenario.deedPage.back')}
        </ButtonLink>
      </Actions>
    </form>
  )
}
