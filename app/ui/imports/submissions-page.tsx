import './imports.css'
import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ClosedButton } from '../primitives/button.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { Pager } from '../primitives/pager.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { RowNumber, RunProgress, WhichRows } from './run.tsx'

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
  pageSize: number
  total: number
  formKey: string
  can: { submit: Verdict; cancel: Verdict }
}

/** 一并提交: which drafts of an import are complete, and one button for all or the ticked ones of them. */
export function SubmissionsPage({ view }: { view: SubmissionsView }) {
  const t = useT()
  const { id, counts, can, status, formKey, page, pageSize, total } = view
  if (total === 0)
    return (
      <EmptyState level={2} title={t('submissions.none')}>
        {t('submissions.noneText')}
      </EmptyState>
    )
  return (
    <>
      {status !== null && <Progress view={view} />}
      <Counts view={view} />
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
          <div className="mt4">
            <ClosedButton
              why={can.submit.ok ? t('submissions.nothing') : t.reason(can.submit.reason, can.submit.detail)}
            >
              {t('submissions.submit')}
            </ClosedButton>
          </div>
          <Drafts view={view} />
        </>
      )}
      <Pager {...{ page, pageSize, total }} href={n => paths.importSubmission(id, { page: n })} />
    </>
  )
}

/** How many can be submitted, always, and what became of the others, where there are any. */
function Counts({ view: { counts, total } }: { view: SubmissionsView }) {
  const t = useT()
  const others = (['incomplete', 'waiting', 'gone'] as const).filter(each => counts[each] > 0)
  return (
    <ul className="importcounts num">
      <li>
        <b>{t('submissions.ready', { n: counts.ready, total })}</b>
      </li>
      {others.map(each => (
        <li key={each}>{t(`submissions.others.${each}`, { n: counts[each] })}</li>
      ))}
    </ul>
  )
}

function Progress({ view: { id, counts, status, can, formKey } }: { view: SubmissionsView }) {
  const t = useT()
  const { done, failed, waiting } = counts
  const stop = can.cancel.ok ? paths.importSubmissionCancellation(id) : null
  return (
    <RunProgress
      id={id}
      title={t(`submissions.status.${status ?? 'done'}`)}
      said={t('submissions.progress', { done, failed, waiting })}
      done={done + failed}
      of={done + failed + waiting}
      running={status === 'running' ? { again: paths.importSubmission(id), stop, formKey } : null}
    />
  )
}

function Which({ ready }: { ready: number }) {
  const t = useT()
  const options = (['all', 'chosen'] as const).map(value => ({
    ...{ value, label: t(`submissions.which.${value}`, { n: ready }), checked: value === 'all' },
  }))
  return <WhichRows legend={t('submissions.choose')} options={options} />
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
            <RowNumber
              line={line}
              tick={
                choosing && open && missing === 0 && submission !== 'waiting'
                  ? t('submissions.tick', { name: name === '' ? line : name })
                  : null
              }
            />
            <div>
              <p>
                <Link href={view.noun === 'scenario' ? paths.scenario(id) : paths.product(id)}>
                  {name === '' ? t('scenario.mine.untitled') : name}
                </Link>{' '}
                <span className={state === 'failed' ? 'ph red t13' : 'ph ink2 t13'}>
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
