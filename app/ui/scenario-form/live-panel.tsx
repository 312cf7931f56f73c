import { useEffect, useRef } from 'react'
import { criterionOf } from '#domain/ontology/criteria.ts'
import type { OpenQuestion } from '#domain/scenarios/completeness.ts'
import { placeOf } from '#domain/scenarios/steps.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { Bar } from '../chart/bar.tsx'
import { fieldLabels } from '../scenarios/field-labels.ts'
import { FitCount } from '../scenarios/fit-count.tsx'
import type { FitsView } from '../scenarios/live-fits.ts'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import type { DraftView, Standing } from './view.ts'

const shownFirst = 8
/** From here on the panel stands beside the form and is open. */
const wide = '(min-width: 1001px)'

/** Beside the form: how complete it is and what firms would still ask, as of the last save. */
export function LivePanel({
  draft,
  standing,
  fits,
}: {
  draft: DraftView
  standing: Standing
  fits: FitsView | null
}) {
  const t = useT()
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (box.current) box.current.open = window.matchMedia(wide).matches
  }, [])
  const { score, asked } = standing
  const rest = asked.length - shownFirst
  return (
    <details className="live" ref={box}>
      <summary>
        <span className="live__title">{t('wizard.live.title')}</span>
        <b className="num">{t('wizard.live.score', { score })}</b>
        <Bar share={score / 100} />
      </summary>
      <h2>{asked.length > 0 ? t('wizard.live.asked', { n: asked.length }) : t('wizard.live.nothing')}</h2>
      <ol>
        {asked.slice(0, shownFirst).map(each => {
          const { text, field } = questionIn(t, each)
          const { step, anchor } = placeOf(field, draft.content)
          return (
            <li key={`${field}-${text}`}>
              <Link href={`${paths.scenarioEdit(draft.id, { step })}#${anchor}`}>{text}</Link>
            </li>
          )
        })}
      </ol>
      {rest > 0 && <p className="ink3 t13">{t('wizard.live.more', { n: rest })}</p>}
      {fits && <FitCount saved={fits} scenarioId={draft.id} standing={standing} />}
    </details>
  )
}

function questionIn(t: Translate, question: OpenQuestion): { text: string; field: string } {
  switch (question.kind) {
    case 'field':
      return { text: fieldLabels(t)[question.field] ?? question.field, field: question.field }
    case 'criterion':
      return { text: t.pick(criterionOf(question.criterion).label), field: question.criterion }
    case 'metrics':
      return { text: t('wizard.live.metrics', { n: question.missing }), field: 'metrics' }
    case 'metric': {
      const labels = {
        name: t('scenario.form.metricName'),
        method: t('scenario.form.method'),
        unit: t('scenario.form.unit'),
        direction: t('scenario.form.direction'),
        target: t('scenario.form.target'),
      }
      const part = labels[question.part]
      const field = `metrics[${question.row}].${question.part}`
      return { text: t('wizard.live.metricPart', { n: question.row + 1, part }), field }
    }
  }
}
