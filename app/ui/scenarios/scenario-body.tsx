import { criterionOf, isSet } from '#domain/ontology/criteria.ts'
import { tasks } from '#domain/ontology/tasks.ts'
import { commercialForms, readiness } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { FactGrid } from '../pattern/fact-grid.tsx'
import { type MetricRow, MetricTable } from '../pattern/metric-table.tsx'
import { type RequirementRow, RequirementTable } from '../pattern/requirement-table.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { Prose } from './prose.tsx'
import type { ScenarioPageView, ScenarioWords } from './view.ts'
import { needParts } from './words.ts'

/** What the scenario says, section by section. What is not said has a look of its own and is never left out. */
export function ScenarioBody({ view }: { view: ScenarioPageView }) {
  return view.source === 'report' ? (
    <ReportBody content={view.content} />
  ) : (
    <FullBody content={view.content} />
  )
}

function FullBody({ content }: { content: ScenarioWords }) {
  const t = useT()
  const absent = t('scenario.part.notYet')
  return (
    <>
      <Section title={t('scenario.part.task')}>
        <Prose text={content.situation} absent={absent} />
        <div className="mt3">
          <h3 className="scn__sub">{t('scenario.part.pain')}</h3>
          <Prose text={content.pain} absent={absent} />
        </div>
      </Section>
      <Site content={content} absent={absent} />
      <Requirements content={content} absent={absent} />
      <Metrics content={content} absent={absent} />
      <Section title={t('scenario.part.terms')}>
        <FactGrid
          facts={termsOf(t, content).map(fact => ({
            ...fact,
            value: fact.value ?? <Unsaid text={absent} />,
          }))}
        />
      </Section>
    </>
  )
}

/** A reported case says little; what it does not say stands together in one place instead of a page of gaps. */
function ReportBody({ content }: { content: ScenarioWords }) {
  const t = useT()
  const absent = t('scenario.part.missing')
  const terms = termsOf(t, content)
  const gaps = [
    ...(content.site ? [] : [t('scenario.part.site')]),
    ...(content.requirements.length > 0 ? [] : [t('scenario.part.requirements')]),
    ...(content.metrics.length > 0 ? [] : [t('scenario.part.metrics')]),
    ...terms.filter(fact => fact.value === undefined).map(fact => fact.term),
  ]
  const said = terms.flatMap(({ key, term, value }) => (value === undefined ? [] : [{ key, term, value }]))
  return (
    <>
      <Section title={t('scenario.part.task')}>
        <Prose text={content.situation ?? content.pain} absent={absent} />
      </Section>
      {content.site && <Site content={content} absent={absent} />}
      {content.requirements.length > 0 && <Requirements content={content} absent={absent} reported />}
      {content.metrics.length > 0 && <Metrics content={content} absent={absent} reported />}
      {said.length > 0 && (
        <Section title={t('scenario.part.terms')}>
          <FactGrid facts={said} />
        </Section>
      )}
      {gaps.length > 0 && (
        <Section title={t('common.unknown')} note={t('scenario.part.gapsNote')}>
          <Unsaid text={gaps.join(t.locale === 'zh' ? '、' : ', ')} />
        </Section>
      )}
    </>
  )
}

function Unsaid({ text }: { text: string }) {
  return <span className="unsaid">{text}</span>
}

function Site({ content, absent }: { content: ScenarioWords; absent: string }) {
  const t = useT()
  return (
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
  )
}

interface PartProps {
  content: ScenarioWords
  absent: string
  /** Nobody bids on a reported case, so the notes about bids and pilots are left out. */
  reported?: boolean
}

function Requirements({ content, absent, reported }: PartProps) {
  const t = useT()
  const rows = content.requirements.flatMap((need, index): RequirementRow[] => {
    const { criterion, necessity = 'must', value, note } = need
    if (!criterion) return []
    const parts = value === undefined ? { value: absent } : needParts(criterion, value, t.locale)
    const name = t.pick(criterionOf(criterion).label)
    const said = {
      ...parts,
      value: isSet(value) ? <span className="words">{parts.value}</span> : parts.value,
    }
    return [{ key: `${criterion}-${index}`, name, must: necessity === 'must', note, ...said }]
  })
  const must = rows.filter(row => row.must).length
  const note =
    rows.length > 0 && !reported
      ? t('scenario.part.requirementsNote', { must, should: rows.length - must })
      : undefined
  return (
    <Section title={t('scenario.part.requirements')} note={note}>
      {rows.length > 0 ? <RequirementTable rows={rows} /> : <p className="unsaid">{absent}</p>}
    </Section>
  )
}

const signs = { atLeast: '≥', atMost: '≤' } as const

function Metrics({ content, absent, reported }: PartProps) {
  const t = useT()
  const rows = content.metrics.flatMap((metric, index): MetricRow[] => {
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
      note={rows.length > 0 && !reported ? t('scenario.part.metricsNote') : undefined}
    >
      {rows.length > 0 ? <MetricTable rows={rows} /> : <p className="unsaid">{absent}</p>}
    </Section>
  )
}

interface Term {
  key: string
  term: string
  value: string | undefined
}

function termsOf(t: Translate, content: ScenarioWords): Term[] {
  const { tasks: ids, units, pilotWeeks, budgetFen, commercialForm, acceptsUnfinalised } = content
  const unfinalised = acceptsUnfinalised ? t('scenario.term.accepted') : t('scenario.term.notAccepted')
  const said = <V,>(value: V | undefined, word: (value: V) => string) =>
    value === undefined ? undefined : word(value)
  const values = {
    tasks:
      ids.length > 0
        ? ids.map(id => t.pick(tasks[id].label)).join(t.locale === 'zh' ? '、' : ', ')
        : undefined,
    readiness: said(content.readiness, id => t.pick(readiness[id])),
    budget: said(budgetFen, t.yuan),
    units: said(units, n => t('scenario.fact.units', { n })),
    weeks: said(pilotWeeks, n => t('scenario.fact.weeks', { n })),
    form: said(commercialForm, id => t.pick(commercialForms[id])),
    unfinalised: said(acceptsUnfinalised, () => unfinalised),
  }
  const names = ['tasks', 'readiness', 'budget', 'units', 'weeks', 'form', 'unfinalised'] as const
  return names.map(key => ({ key, term: t(`scenario.term.${key}`), value: values[key] }))
}
