import type { SubmissionResult } from '@conform-to/react'
import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { ErrorSummary } from '../form/error-summary.tsx'
import { TextArea } from '../form/field.tsx'
import { flatForm } from '../form/flat-form.ts'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { FactList } from '../pattern/fact-grid.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'
import { holdFacts } from './hold-note.tsx'
import type { HoldLines } from './view.ts'

type HoldDeed = 'suspend' | 'halt' | 'uphold' | 'resume' | 'appeal'

export interface HoldSheetView {
  id: string
  rev: number
  number: string | null
  name: string
  formKey: string
  deed: HoldDeed
  can: Verdict
  hold: HoldLines | null
  hasRevision: boolean
}

interface HoldPageProps {
  view: HoldSheetView
  answer?: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}

/** 暂停展示、恢复展示, and what is said in between: what it does, its form, and what stands in the way. */
export function ProductHoldPage({ view, answer }: HoldPageProps) {
  const t = useT()
  const { id, deed, can, hold, hasRevision } = view
  const back = paths.product(id)
  const stale = answer?.refusal?.code === 'conflict' ? answer.refusal : null
  return (
    <DeedPage
      title={t(`product.hold.${deed}.title`)}
      crumbs={[
        { label: t('product.list.title'), href: paths.products() },
        { label: view.number ?? view.name, href: back },
      ]}
      facts={<span>{view.name}</span>}
    >
      <div className="stack deedpage">
        {stale && <StaleNote title={t('product.deedPage.changedTitle')} refusal={stale} href={back} />}
        {hold && <FactList facts={holdFacts(t, hold)} />}
        {can.ok ? (
          <>
            <p className="prose">{t(`product.hold.${deed}.text`)}</p>
            {hasRevision && <p className="prose ink2">{t('product.hold.revision')}</p>}
            <HoldForm view={view} answer={answer} />
          </>
        ) : (
          <>
            {!stale && (
              <Alert tone="red" title={t('product.deedPage.closedTitle')}>
                <p>{t.reason(can.reason, can.detail)}</p>
              </Alert>
            )}
            <Actions>
              <ButtonLink href={back}>{t('product.deedPage.back')}</ButtonLink>
            </Actions>
          </>
        )}
      </div>
    </DeedPage>
  )
}

function HoldForm({ view, answer }: HoldPageProps) {
  const t = useT()
  const { id, rev, formKey, deed } = view
  const [form, fields] = flatForm(['reason'], { id: 'hold', lastResult: answer?.submission })
  const label = t(deed === 'suspend' ? 'product.hold.note' : 'product.hold.reason')
  return (
    <form method="post" id={form.id} noValidate className="form">
      <ErrorSummary form={form} labels={{ reason: label }} />
      <FormKey value={formKey} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="rev" value={rev} />
      {(deed === 'suspend' || deed === 'halt' || deed === 'uphold') && (
        <input type="hidden" name="deed" value={deed} />
      )}
      {deed !== 'resume' && (
        <TextArea
          field={fields.reason}
          label={label}
          hint={t(`product.hold.${deed}.hint`)}
          rows={4}
          optional={deed === 'suspend'}
        />
      )}
      <Actions>
        <SubmitButton look={deed === 'halt' || deed === 'uphold' ? 'refuse' : 'solid'}>
          {t(`product.hold.${deed}.title`)}
        </SubmitButton>
        <ButtonLink look="quiet" href={paths.product(id)}>
          {t('product.deedPage.back')}
        </ButtonLink>
      </Actions>
    </form>
  )
}
