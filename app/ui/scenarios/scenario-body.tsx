import type { ReactNode } from 'react'
import type { ConfidentialPart } from '#domain/scenarios/confidential-parts.ts'
import type { Translate } from '#i18n/translate.ts'
import { Bar } from '../chart/bar.tsx'
import { FactGrid } from '../pattern/fact-grid.tsx'
import { type MetricRow, MetricTable } from '../pattern/metric-table.tsx'
import { type RequirementRow, RequirementTable } from '../pattern/requirement-table.tsx'
import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { Prose } from './prose.tsx'
import type { SaidScenario, ScenarioPageView, ScenarioWords } from './view.ts'

/** What the scenario says, section by section. What is not said has a look of its own and is never left out. */
export function ScenarioBody({
  view,
  said,
  place,
}: {
  view: ScenarioPageView
  said: SaidScenario
  /** Lists and photos of the site. */
  place?: ReactNode
}) {
  return view.source === 'report' ? (
    <ReportBody content={view.content} said={said} />
  ) : (
    <FullBody content={view.content} said={said} hidden={view.hidden} place={place} />
  )
}

/** Everything of a scenario; `hidden` parts say that they are for verified firms. */
export function FullBody({
  content,
  said,
  hidden = [],
  place,
}: BodyProps & { hidden?: Hidden; place?: ReactNode }) {
  const t = useT()
  const absent = t('scenario.part.notYet')
  const absentOf = (part: Hidden[number]) => (hidden.includes(part) ? t('scenario.hidden.mark') : absent)
  return (
    <>
      {hidden.length > 0 && (
        <p className="scn__kept">
          <Icon name="lock" />
          {t('scenario.hidden.note')}
        </p>
      )}
      <Section title={t('scenario.part.task')}>
        <Prose text={content.situation} absent={absentOf('situation')} />
        <Today content={content} hidden={hidden} />
        <div className="mt3">
          <h3 className="scn__sub">{t('scenario.part.pain')}</h3>
          <Prose text={content.pain} absent={absentOf('pain')} />
        </div>
      </Section>
      <Site
        content={content}
        absent={absentOf('site')}
        keptExclusions={hidden.includes('exclusions')}
        place={place}
      />
      <Requirements said={said} absent={absent} />
      <Metrics content={content} absent={absent} />
      <Evaluation content={content} />
      <Section title={t('scenario.part.terms')}>
        <FactGrid
          facts={termsOf(t, content, said).map(fact => ({
            ...fact,
            value: fact.value ?? <Unsaid text={fact.key === 'budget' ? absentOf('budget') : absent} />,
          }))}
        />
      </Section>
    </>
  )
}

/** A reported case says little; what it does not say stands together in one place instead of a page of gaps. */
function ReportBody({ content, said }: BodyProps) {
  const t = useT()
  const absent = t('scenario.part.missing')
  const terms = termsOf(t, content, said)
  const gaps = [
    ...(content.site ? [] : [t('scenario.part.site')]),
    ...(content.requirements.length > 0 ? [] : [t('scenario.part.requirements')]),
    ...(content.metrics.length > 0 ? [] : [t('scenario.part.metrics')]),
    ...terms.filter(fact => fact.value === undefined).map(fact => fact.term),
  ]
  const told = terms.flatMap(({ key, term, value }) => (value === undefined ? [] : [{ key, term, value }]))
  return (
    <>
      <Section title={t('scenario.part.task')}>
        <Prose text={content.situation ?? content.pain} absent={absent} />
      </Section>
      {content.site && <Site content={content} absent={absent} />}
      {content.requirements.length > 0 && <Requirements said={said} absent={absent} reported />}
      {content.metrics.length > 0 && <Metrics content={content} absent={absent} reported />}
      {told.length > 0 && (
        <Section title={t('scenario.part.terms')}>
          <FactGrid facts={told} />
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

interface BodyProps {
  content: ScenarioWords
  said: SaidScenario
}

type Hidden = readonly ConfidentialPart[]

/** 现行流程 in numbers, as far as they are said. */
function Today({ content, hidden }: { content: ScenarioWords; hidden: Hidden }) {
  const t = useT()
  const { processPeople, processShifts, processHours, processVolume, processUnit = '' } = content
  const said = { people: processPeople, shifts: processShifts, hours: processHours, volume: processVolume }
  const names = ['people', 'shifts', 'hours', 'volume'] as const
  const facts = names.flatMap(key => {
    const value = said[key]
    if (value === undefined) return []
    const text = key === 'volume' ? `${t.number(value)} ${processUnit}`.trim() : t.number(value)
    return [{ key, term: t(`scenario.today.${key}`), value: text }]
  })
  const kept = hidden.includes('process')
  if (facts.length === 0 && !kept) return null
  return (
    <div className="mt3">
      <h3 className="scn__sub">{t('scenario.today.title')}</h3>
      {kept ? <Unsaid text={t('scenario.hidden.mark')} /> : <FactGrid facts={facts} />}
    </div>
  )
}

/** 评价标准: what bids are compared by, each with its share of 100. */
function Evaluation({ content: { evaluation = [] } }: { content: ScenarioWords }) {
  const t = useT()
  if (evaluation.length === 0) return null
  return (
    <Section title={t('scenario.evaluation.title')} note={t('scenario.evaluation.note')}>
      <ul className="evals">
        {evaluation.map(({ name = '', weight = 0 }) => (
          <li key={name}>
            <span>{name}</span>
            <Bar share={weight / 100} />
            <b className="num">{weight}</b>
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface SiteProps {
  content: ScenarioWords
  absent: string
  keptExclusions?: boolean
  place?: ReactNode
}

function Site({ content, absent, keptExclusions, place }: SiteProps) {
  const t = useT()
  return (
    <Section title={t('scenario.part.site')}>
      <Prose text={content.site} absent={absent} />
      {place}
      {keptExclusions && (
        <p className="t14 mt3">
          <b>{t('scenario.part.exclusions')}</b> <Unsaid text={t('scenario.hidden.mark')} />
        </p>
      )}
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

function Requirements({
  said,
  absent,
  reported,
}: Pick<PartProps, 'absent' | 'reported'> & { said: SaidScenario }) {
  const t = useT()
  const rows = said.needs.map(
    ({ isSet, value, ...need }): RequirementRow => ({
      ...need,
      value: value === null ? absent : isSet ? <span className="words">{value}</span> : value,
    }),
  )
  const must = rows.filter(row => row.must).length
  const should = rows.length - must
  for (const name of said.unknowns)
    rows.push({
      key: `${name}-unknown`,
      name,
      must: null,
      value: <span className="unsaid">{t('common.unknown')}</span>,
      note: t('scenario.unknownNeed'),
    })
  const note =
    rows.length > 0 && !reported ? t('scenario.part.requirementsNote', { must, should }) : undefined
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

function termsOf(
  t: Translate,
  content: ScenarioWords,
  { tasks, readiness, form, evidence }: SaidScenario,
): Term[] {
  const { units, pilotWeeks, budgetFen, budgetFromFen } = content
  const { acceptsUnfinalised } = content
  const unfinalised = acceptsUnfinalised ? t('scenario.term.accepted') : t('scenario.term.notAccepted')
  const said = <V,>(value: V | undefined, word: (value: V) => string) =>
    value === undefined ? undefined : word(value)
  const values = {
    tasks,
    readiness,
    budget: said(budgetFen, ceiling =>
      budgetFromFen === undefined
        ? t.yuan(ceiling)
        : t('scenario.budgetBand', { from: t.yuan(budgetFromFen), to: t.yuan(ceiling) }),
    ),
    units: said(units, n => t('scenario.fact.units', { n })),
    weeks: said(pilotWeeks, n => t('scenario.fact.weeks', { n })),
    form,
    unfinalised: said(acceptsUnfinalised, () => unfinalised),
  }
  const names = ['tasks', 'readiness', 'budget', 'units', 'weeks', 'form', 'unfinalised'] as const
  const terms = names.map(key => ({ key, term: t(`scenario.term.${key}`), value: values[key] }))
  return evidence ? [...terms, { key: 'evidence', term: t('scenario.evidence'), value: evidence }] : terms
}
