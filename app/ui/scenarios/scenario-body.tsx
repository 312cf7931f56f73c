import { criterionOf } from '#domain/ontology/criteria.ts'
import { tasks } from '#domain/ontology/tasks.ts'
import { commercialForms, readiness } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { type Fact, FactGrid } from '../pattern/fact-grid.tsx'
import { type MetricRow, MetricTable } from '../pattern/metric-table.tsx'
import { type RequirementRow, RequirementTable } from '../pattern/requirement-table.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { Prose } from './prose.tsx'
import type { ScenarioPageView, ScenarioWords } from './view.ts'
import { needParts } from './words.ts'

/** What the scenario says, section by section. What is not said has a look of its own and is never left out. */
export function ScenarioBody({ view }: { view: ScenarioPageView }) {
  const t = useT()
  const { content, source } = view
  const absent = source === 'report' ? t('scenario.part.missing') : t('scenario.part.notYet')
  return (
    <>
      <Section title={t('scenario.part.task')}>
        <Prose text={content.situation} absent={absent} />
        {(content.pain || source !== 'report') && (
          <div className="mt3">
            <h3 className="scn__sub">{t('scenario.part.pain')}</h3>
            <Prose text={content.pain} absent={absent} />
          </div>
        )}
      </Section>
      <Section title={t('scenario.part.site')}>
        <Prose text={content.site} absent={absent} />
        {content.exclusions && (
          <p className="t14 mt3">
            <b>{t('scenario.part.exclusions')}</b>
            {t.locale === 'zh' ? '：' : ': '}
            <span className="ink2">{content.exclusions}</span>
          </p>
        )}
      </Section>
      <Requirements content={content} absent={absent} />
      <Metrics content={content} absent={absent} />
      <Section title={t('scenario.part.terms')}>
        <FactGrid facts={termsOf(t, content, absent)} />
      </Section>
    </>
  )
}

function Requirements({ content, absent }: { content: ScenarioWords; absent: string }) {
  const t = useT()
  const rows = (content.requirements ?? []).flatMap((need, index): RequirementRow[] => {
    const { criterion, necessity = 'must', value, note } = need
    if (!criterion) return []
    const parts = value === undefined ? { value: absent } : needParts(criterion, value, t.locale)
    const name = t.pick(criterionOf(criterion).label)
    return [{ key: `${criterion}-${index}`, name, must: necessity === 'must', note, ...parts }]
  })
  const must = rows.filter(row => row.must).length
  const note =
    rows.length > 0 ? t('scenario.part.requirementsNote', { must, should: rows.length - must }) : undefined
  return (
    <Section title={t('scenario.part.requirements')} note={note}>
      {rows.length > 0 ? <RequirementTable rows={rows} /> : <p className="unsaid">{absent}</p>}
    </Section>
  )
}

const signs = { atLeast: '≥', atMost: '≤' } as const

function Metrics({ content, absent }: { content: ScenarioWords; absent: string }) {
  const t = useT()
  const rows = (content.metrics ?? []).flatMap((metric, index): MetricRow[] => {
    const { name, method, unit, direction, baseline, target, mandatory } = metric
    if (!name) return []
    const sign = direction ? `${signs[direction]} ` : ''
    return [
      {
        key: `${index}`,
        name,
        method,
        must: mandatory === true,
        baseline: baseline === undefined ? undefined : t.number(baseline),
        target: target === undefined ? absent : `${sign}${t.number(target)}`,
        unit,
      },
    ]
  })
  return (
    <Section
      title={t('scenario.part.metrics')}
      note={rows.length > 0 ? t('scenario.part.metricsNote') : undefined}
    >
      {rows.length > 0 ? <MetricTable rows={rows} /> : <p className="unsaid">{absent}</p>}
    </Section>
  )
}

function termsOf(t: Translate, content: ScenarioWords, absent: string): Fact[] {
  const unsaid = <span className="unsaid">{absent}</span>
  const { units, pilotWeeks, budgetFen, commercialForm, acceptsUnfinalised } = content
  const answers = {
    tasks: (content.tasks ?? []).map(id => t.pick(tasks[id].label)).join(t.locale === 'zh' ? '、' : ', '),
    readiness: content.readiness && t.pick(readiness[content.readiness]),
    budget: budgetFen === undefined ? undefined : t.yuan(budgetFen),
    units: units === undefined ? undefined : t('scenario.fact.units', { n: units }),
    weeks: pilotWeeks === undefined ? undefined : t('scenario.fact.weeks', { n: pilotWeeks }),
    form: commercialForm && t.pick(commercialForms[commercialForm]),
    unfinalised:
      acceptsUnfinalised === undefined
        ? undefined
        : t(acceptsUnfinalised ? 'scenario.term.accepted' : 'scenario.term.notAccepted'),
  }
  const names = ['tasks', 'readiness', 'budget', 'units', 'weeks', 'form', 'unfinalised'] as const
  return names.map(key => ({ key, term: t(`scenario.term.${key}`), value: answers[key] || unsaid }))
}
