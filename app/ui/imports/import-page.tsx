import './imports.css'
import { paths } from '#paths'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ClosedButton } from '../primitives/button.tsx'
import { Pager } from '../primitives/pager.tsx'
import { Tabs } from '../primitives/tabs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { RowNumber, RunProgress, WhichRows } from './run.tsx'
import type { ImportPageView } from './view.ts'

/** One import: what was found in the file, which rows to take, how far the run is. */
export function ImportPage({ view }: { view: ImportPageView }) {
  const t = useT()
  const { id, counts, status, notes, formKey, can, page, pageSize, show, shown } = view
  const at = (n: number) => paths.import(id, { ...(show !== 'all' && { show }), page: n })
  const told = (['unknown', 'repeated', 'orphans'] as const).filter(each => notes[each].length > 0)
  const bad = (counts.invalid ?? 0) + (counts.failed ?? 0)
  return (
    <>
      {status !== 'preview' && <Progress view={view} />}
      {(counts.done ?? 0) > 0 && view.noun !== 'deployment' && (
        <p className="mt3">
          <Link href={paths.importSubmission(id)}>{t('submissions.go')}</Link>
        </p>
      )}
      {told.length > 0 && (
        <Section title={t('imports.notes')}>
          {told.map(each => (
            <p key={each}>
              {t(`imports.${each}`, { names: notes[each].join(t.locale === 'zh' ? '、' : ', ') })}
            </p>
          ))}
        </Section>
      )}
      {bad > 0 && (
        <p className="mt3">
          <a href={paths.importErrors(id)} download>
            {t('imports.errors')}
          </a>{' '}
          <span className="t13 ink3">{t('imports.errorsNote')}</span>
        </p>
      )}
      <Views view={view} />
      {can.steer.ok && (counts.ready ?? 0) > 0 ? (
        <form method="post" action={paths.importStart(id)} id="start">
          <input type="hidden" name="id" value={id} />
          <FormKey value={formKey} />
          <Which view={view} />
          <Rows view={view} choosing />
          <Actions>
            <SubmitButton>{t('imports.start')}</SubmitButton>
          </Actions>
        </form>
      ) : (
        <>
          {status === 'preview' && can.steer.ok && (
            <div className="mt4">
              <ClosedButton why={t('imports.nothingReady')}>{t('imports.start')}</ClosedButton>
            </div>
          )}
          <Rows view={view} />
        </>
      )}
      <Pager {...{ page, pageSize }} total={shown} href={at} />
    </>
  )
}

function Progress({ view: { id, counts, status, can, formKey } }: { view: ImportPageView }) {
  const t = useT()
  const [done, waiting] = [counts.done ?? 0, counts.waiting ?? 0]
  const total = done + waiting + (counts.failed ?? 0)
  const running = {
    again: paths.import(id),
    stop: can.cancel.ok ? paths.importCancellation(id) : null,
    formKey,
  }
  return (
    <RunProgress
      id={id}
      title={t(`imports.status.${status}`)}
      said={t('imports.progress', { done, waiting, total })}
      done={total - waiting}
      of={total}
      running={status === 'running' ? running : null}
    />
  )
}

/** What a tab counts: rows that wait are no longer only ready, and a case is recorded where others become drafts. */
function countOf(tab: ImportPageView['show'], { noun, status }: ImportPageView) {
  if (tab === 'ready' && status !== 'preview') return 'imports.counts.waiting'
  if (tab === 'done' && noun === 'deployment') return 'imports.counts.recorded'
  return `imports.counts.${tab}` as const
}

function Views({ view }: { view: ImportPageView }) {
  const t = useT()
  const { id, counts, total, show } = view
  const n = {
    all: total,
    invalid: (counts.invalid ?? 0) + (counts.failed ?? 0),
    ready: (counts.ready ?? 0) + (counts.waiting ?? 0),
    done: counts.done ?? 0,
  }
  const items = (['all', 'invalid', 'ready', 'done'] as const).map(each => ({
    href: paths.import(id, each === 'all' ? {} : { show: each }),
    label: t(countOf(each, view)),
    count: n[each],
    red: each === 'invalid' && n.invalid > 0,
    current: each === show,
  }))
  return <Tabs label={t('imports.row')} items={items} />
}

function Which({ view: { counts } }: { view: ImportPageView }) {
  const t = useT()
  const ready = counts.ready ?? 0
  const fresh = ready - (counts.duplicate ?? 0)
  const n = { fresh, all: ready, chosen: 0 }
  const first = fresh > 0 ? 'fresh' : 'chosen'
  const options = (['fresh', 'all', 'chosen'] as const).map(value => ({
    ...{ value, label: t(`imports.which.${value}`, { n: n[value] }), checked: value === first },
    disabled: value !== 'chosen' && n[value] === 0,
  }))
  return <WhichRows legend={t('imports.choose')} options={options} />
}

function Rows({ view, choosing }: { view: ImportPageView; choosing?: boolean }) {
  const t = useT()
  return (
    <ol className="importrows">
      {view.rows.map(row => (
        <li key={row.line} data-state={row.status}>
          <RowNumber
            line={row.line}
            tick={choosing && row.status === 'ready' ? t('imports.tick', { line: row.line }) : null}
          />
          <div>
            <p>
              <b>{row.name === '' ? t('imports.unnamed') : row.name}</b>{' '}
              <span
                className={row.status === 'invalid' || row.status === 'failed' ? 'ph red t13' : 'ph ink2 t13'}
              >
                {row.status === 'done' && view.noun === 'deployment'
                  ? t('imports.recorded')
                  : t(`imports.rowStatus.${row.status}`)}
              </span>
            </p>
            <Remarks row={row} noun={view.noun} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function Remarks({ row, noun }: { row: ImportPageView['rows'][number]; noun: ImportPageView['noun'] }) {
  const t = useT()
  const { errors, duplicate, missing, objectId, reason, status } = row
  return (
    <ul className="t13 importrows__said">
      {errors.map(error => (
        <li key={error} className="red">
          {error}
        </li>
      ))}
      {reason && <li className="red">{t.reason(reason)}</li>}
      {duplicate && (
        <li>
          {t(
            `imports.duplicate.${noun === 'deployment' && duplicate.kind === 'name' ? 'sameCase' : duplicate.kind}`,
            { line: duplicate.line ?? 0 },
          )}
        </li>
      )}
      {status === 'ready' && noun !== 'deployment' && (
        <li className="ink3">{missing > 0 ? t('imports.missing', { n: missing }) : t('imports.complete')}</li>
      )}
      {objectId && (
        <li>
          <Link href={madeAt(noun, objectId)}>
            {t(noun === 'deployment' ? 'imports.seeDeployments' : 'imports.see')}
          </Link>
        </li>
      )}
    </ul>
  )
}

function madeAt(noun: ImportPageView['noun'], id: string): string {
  if (noun === 'deployment') return paths.ownDeployments()
  return noun === 'scenario' ? paths.scenario(id) : paths.product(id)
}
