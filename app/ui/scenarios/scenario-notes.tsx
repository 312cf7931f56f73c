import { Fragment } from 'react'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { fieldLabels } from './field-labels.ts'
import type { ScenarioPageView } from './view.ts'

/** What its own people must know before anything else: why it came back, what is missing. */
export function ScenarioNotes({ view }: { view: ScenarioPageView }) {
  const t = useT()
  const { status, viewer, steps, missing, clonedFrom } = view
  const withdrawn = status === 'withdrawn' ? steps.findLast(step => step.deed === 'withdraw') : undefined
  if (viewer !== 'demand') return withdrawn?.reason ? <Withdrawn step={withdrawn} /> : null
  const returned = status === 'returned' ? steps.findLast(step => step.deed === 'return') : undefined
  return (
    <div className="scn__notes">
      {clonedFrom && (
        <p className="t14 ink2">
          <Link
            href={clonedFrom.kind === 'entry' ? paths.entry(clonedFrom.id) : paths.scenario(clonedFrom.id)}
          >
            {t('scenario.clonedFrom', { number: clonedFrom.number ?? '' })}
          </Link>
        </p>
      )}
      {returned && (
        <Alert tone="red" title={t('scenario.returned.title')}>
          <p>{returned.reason}</p>
          {view.returnNotes > 0 && (
            <p>
              <Link href={paths.scenarioEdit(view.id)}>
                {t('scenario.returned.notes', { n: view.returnNotes })}
              </Link>
            </p>
          )}
          <p className="t13 ink3">{t('scenario.returned.at', { time: t.moment(returned.at) })}</p>
        </Alert>
      )}
      {missing.length > 0 && <MissingList id={view.id} missing={missing} />}
      {status === 'draft' && missing.length === 0 && <Alert tone="blue" title={t('scenario.missing.done')} />}
    </div>
  )
}

/** 撤回: whoever still has the address reads why. */
function Withdrawn({ step: { reason, at } }: { step: ScenarioPageView['steps'][number] }) {
  const t = useT()
  return (
    <div className="scn__notes">
      <Alert tone="red" title={t('scenario.withdrawnTitle')}>
        <p>{reason}</p>
        <p className="t13 ink3">{t.moment(at)}</p>
      </Alert>
    </div>
  )
}

type Missing = ScenarioPageView['missing'][number]

/** What is simply empty stands together, a line for the sheet and one for each row; what is wrong says why. */
function MissingList({ id, missing }: { id: string; missing: readonly Missing[] }) {
  const t = useT()
  const empty = missing.filter(each => each.error === 'field.required')
  const wrong = missing.filter(each => each.error !== 'field.required')
  const lines = new Map<string, Missing[]>()
  for (const each of empty) {
    const row = /^\w+\[\d+\]/.exec(each.field)?.[0] ?? ''
    lines.set(row, [...(lines.get(row) ?? []), each])
  }
  return (
    <Alert title={t('scenario.missing.title', { n: missing.length })}>
      <ul className="scn__missing">
        {[...lines].map(([row, items]) => (
          <li key={row}>
            {row === '' ? t('scenario.missing.empty') : rowName(t, row)}
            {items.map((each, index) => (
              <Fragment key={each.field}>
                {index > 0 && (t.locale === 'zh' ? '、' : ', ')}
                <MissingLink id={id} field={each.field} short={row !== ''} />
              </Fragment>
            ))}
          </li>
        ))}
        {wrong.map(each => (
          <li key={each.field}>
            <MissingLink id={id} field={each.field} />
            {t.locale === 'zh' ? '：' : ': '}
            {t.error(each.error)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** `metrics[2]` → 验收指标第 3 条： */
function rowName(t: Translate, row: string): string {
  const [list = '', index = '0'] = row.split(/[[\]]/)
  return t('scenario.missing.row', { list: fieldLabels(t)[list] ?? '', n: Number(index) + 1 })
}

function MissingLink({ id, field, short }: { id: string; field: string; short?: boolean }) {
  const t = useT()
  const label = fieldLabels(t)[field.replace(/\[\d+\]/g, '[]')] ?? field
  return (
    <Link href={`${paths.scenarioEdit(id)}#scenario-${field}`}>
      {short ? (label.split(' · ')[1] ?? label) : label}
    </Link>
  )
}
