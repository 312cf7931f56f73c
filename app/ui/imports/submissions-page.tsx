import './imports.css'
import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { DeedForm } from '../form/deed-form.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ClosedButton } from '../primitives/button.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'

export interface SubmissionsView {
  id: string
  noun: 'scenario' | 'product'
  status: 'running' | 'done' | 'cancelled' | null
  drafts: readonly {
    line: number
    id: string
    name: string
    open: boolean
    missing: number
    submission: 'waiting' | 'done' | 'failed' | null
    reason: string | null
  }[]
  counts: Record<'ready' | 'incomplete' | 'gone' | 'waiting' | 'done' | 'failed', number>
  page: number
  pages: number
  formKey: string
  can: { submit: Verdict; cancel: Verdict }
}

/** 一并提交: which drafts of an import are complete, and one button for all or the ticked ones of them. */
export function SubmissionsPage({ view }: { view: SubmissionsView }) {
  const t = useT()
  const { id, counts, can, status, formKey } = view
  const total = counts.ready + counts.incomplete + counts.gone + counts.waiting
  if (total === 0) return <EmptyState title={t('submissions.none')}>{t('submissions.noneText')}</EmptyState>
  return (
    <>
      {status !== null && <Progress view={view} />}
      <p className="mt4">{t('submissions.counts', { ...counts, total })}</p>
      {can.submit.ok && counts.ready > 0 ? (
        <form method="post" action={paths.importSubmissionStart(id)}>
          <input type="hidden" name="id" value={id} />
          <FormKey value={formKey} />
          <Which ready={counts.ready} />
          <Drafts view={view} choosing />
          <Actions>
            <SubmitButton>{t('submissions.submit')}</SubmitButton>
          </Actions>
        </form>
      ) : (
        <>
          <Drafts view={view} />
          <div className="mt4">
            <ClosedButton
              why={can.submit.ok ? t('submissions.nothing') : t.reason(can.submit.reason, can.submit.detail)}
            >
              {t('submissions.submit')}
            </ClosedButton>
          </div>
        </>
      )}
      <Pages view={view} />
    </>
  )
}

function Progress({ view: { id, counts, status, can, formKey } }: { view: SubmissionsView }) {
  const t = useT()
  const { done, failed, waiting } = counts
  const label = t(`submissions.status.${status ?? 'done'}`)
  return (
    <Section title={label}>
      <p aria-live="polite">{t('submissions.progress', { done, failed, waiting })}</p>
      <progress
        className="importbar"
        max={Math.max(1, done + failed + waiting)}
        value={done + failed}
        aria-label={label}
      />
      {status === 'running' && (
        <Actions>
          <a className="btn btn--line btn--sm" href={paths.importSubmission(id)}>
            {t('imports.reload')}
          </a>
          {can.cancel.ok && (
            <DeedForm
              action={paths.importSubmissionCancellation(id)}
              id={id}
              formKey={formKey}
              look="refuse"
              size="sm"
            >
              {t('imports.cancel')}
            </DeedForm>
          )}
        </Actions>
      )}
    </Section>
  )
}

function Which({ ready }: { ready: number }) {
  const t = useT()
  return (
    <fieldset className="field mt4">
      <legend>{t('submissions.choose')}</legend>
      {(['all', 'chosen'] as const).map(each => (
        <label key={each} className="check" htmlFor={`which-${each}`}>
          <input
            type="radio"
            id={`which-${each}`}
            name="which"
            value={each}
            defaultChecked={each === 'all'}
          />
          <span>{t(`submissions.which.${each}`, { n: ready })}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Drafts({ view, choosing }: { view: SubmissionsView; choosing?: boolean }) {
  const t = useT()
  return (
    <ol className="importrows">
      {view.drafts.map(draft => {
        const { line, id, name, open, missing, submission, reason } = draft
        const state = submission ?? (open ? (missing > 0 ? 'incomplete' : 'ready') : 'gone')
        return (
          <li key={line} data-state={state === 'failed' ? 'failed' : undefined}>
            <span className="importrows__line">
              {choosing && open && missing === 0 && submission !== 'waiting' && (
                <input
                  type="checkbox"
                  name="lines"
                  value={line}
                  aria-label={t('submissions.tick', { name: name === '' ? line : name })}
                />
              )}
              <span className="num ink3">{line}</span>
            </span>
            <div>
              <p>
                <Link href={view.noun === 'scenario' ? paths.scenario(id) : paths.product(id)}>
                  {name === '' ? t('scenario.mine.untitled') : name}
                </Link>{' '}
                <span className={state === 'failed' ? 'red t13' : 'ink2 t13'}>
                  {t(`submissions.state.${state}`, { n: missing })}
                </span>
              </p>
              {reason && <p className="t13 red">{t.reason(reason)}</p>}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function Pages({ view: { id, page, pages } }: { view: SubmissionsView }) {
  const t = useT()
  if (pages < 2) return null
  return (
    <nav className="acts" aria-label={t('imports.page', { page, pages })}>
      {page > 1 && <Link href={paths.importSubmission(id, { page: page - 1 })}>{t('imports.previous')}</Link>}
      <span className="ink3">{t('imports.page', { page, pages })}</span>
      {page < pages && <Link href={paths.importSubmission(id, { page: page + 1 })}>{t('imports.next')}</Link>}
    </nav>
  )
}
