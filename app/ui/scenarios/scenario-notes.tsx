import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { fieldLabels } from './field-labels.ts'
import type { ScenarioPageView } from './view.ts'

/** What its own people must know before anything else: why it came back, what is missing. */
export function ScenarioNotes({ view }: { view: ScenarioPageView }) {
  const t = useT()
  const { status, viewer, steps, missing } = view
  if (viewer !== 'demand') return null
  const returned = status === 'returned' ? steps.findLast(step => step.deed === 'return') : undefined
  return (
    <div className="scn__notes">
      {returned && (
        <Alert tone="red" title={t('scenario.returned.title')}>
          <p>{returned.reason}</p>
          <p className="t13 ink3">{t('scenario.returned.at', { time: t.moment(returned.at) })}</p>
        </Alert>
      )}
      {missing.length > 0 && <MissingList id={view.id} missing={missing} />}
      {status === 'draft' && missing.length === 0 && <Alert tone="blue" title={t('scenario.missing.done')} />}
    </div>
  )
}

function MissingList({ id, missing }: { id: string; missing: ScenarioPageView['missing'] }) {
  const t = useT()
  const labels = fieldLabels(t)
  const colon = t.locale === 'zh' ? '：' : ': '
  return (
    <Alert title={t('scenario.missing.title', { n: missing.length })}>
      <ul className="scn__missing">
        {missing.map(({ field, error }) => {
          const row = /\[(\d+)\]/.exec(field)?.[1]
          const place = row === undefined ? '' : t('common.form.row', { n: Number(row) + 1 })
          const label = labels[field.replace(/\[\d+\]/g, '[]')] ?? ''
          return (
            <li key={`${field}-${error}`}>
              <Link href={`${paths.scenarioEdit(id)}#scenario-${field}`}>
                {place}
                {label}
              </Link>
              {colon}
              {t.error(error)}
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}

/** 公开报道案例: where it was read, and what that means. */
export function ReportNote({ view }: { view: ScenarioPageView }) {
  const t = useT()
  return (
    <div className="act">
      <ButtonLink look="line" full href={paths.scenarioMatches(view.id)}>
        {t('scenario.act.matchesDemand')}
      </ButtonLink>
      <p>
        <strong>{t('status.scenario.reference')}</strong>
      </p>
      <p>{t('scenario.part.report')}</p>
      {view.sourceUrl ? (
        <p>
          <a href={view.sourceUrl} rel="noopener noreferrer nofollow">
            {t('scenario.part.readReport')} <Icon name="external" />
          </a>
        </p>
      ) : (
        <p className="unsaid">{t('scenario.part.noReport')}</p>
      )}
    </div>
  )
}
