import type { SubmissionResult } from '@conform-to/react'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { ClauseQuote } from '../pattern/clause-quote.tsx'
import { Verdict } from '../pattern/verdict.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Section } from '../shell/section.tsx'
import { StateLine } from '../shell/state-line.tsx'
import { Findings } from './findings.tsx'
import { Grounds } from './grounds.tsx'
import { InquiryForm, type InquiryFormProps } from './inquiry-form.tsx'
import { Law } from './law.tsx'
import { Needs } from './needs.tsx'
import { Versions } from './versions.tsx'
import type { CalculationView } from './view.ts'
import { Year } from './year.tsx'

export interface CalculatorProps extends Omit<InquiryFormProps, 'lastResult'> {
  /** Null on the start page, and while the form has errors. */
  result: CalculationView | null
  yearStated: boolean
  submission: SubmissionResult | null
  /** The measure whole, for the start page. */
  measure: { text: string; document: string; published: string }
  /** The address of this question, without blanks. */
  query: string
}

/** 首试首用奖励测算: the form alone at first, the result above it once something was asked. */
export function Calculator({
  result,
  yearStated,
  query,
  rules,
  places,
  typed,
  submission,
  measure,
}: CalculatorProps) {
  const t = useT()
  const form = <InquiryForm key={query} rules={rules} places={places} typed={typed} lastResult={submission} />
  return (
    <Wrap>
      <Crumbs
        items={
          result
            ? [
                { label: t('reward.title'), href: paths.rewards() },
                { label: t(`reward.verdict.${result.assessment.verdict}`) },
              ]
            : [{ label: t('reward.title') }]
        }
      />
      <PageHead
        title={t('reward.title')}
        facts={
          <>
            <span>{t('reward.sub')}</span>
            {!result && <span>{t('reward.open')}</span>}
          </>
        }
      />
      {result ? (
        <>
          <StateLine {...answers(t, result)} />
          <Findings calculation={result} yearStated={yearStated} />
          <Law calculation={result} asked yearStated={yearStated} />
          <Year calculation={result} firm={null} />
          <Needs calculation={result} />
          <Versions calculation={result} hrefOf={version => changed(query, 'rule', version)} />
          <Grounds calculation={result} traceHref={`${paths.rewardTrace()}?${query}`}>
            <a className="btn" href="#facts">
              {t('reward.canChange')}
            </a>
          </Grounds>
          <Section title={t('reward.change')} note={t('reward.changeNote')} id="facts">
            {form}
          </Section>
        </>
      ) : (
        <>
          {!submission && <Teaching measure={measure} />}
          <Section title={t('reward.facts')} note={t('reward.factsNote')} id="facts">
            {form}
          </Section>
        </>
      )}
    </Wrap>
  )
}

function changed(query: string, name: string, value: string): string {
  const params = new URLSearchParams(query)
  params.set(name, value)
  return `${paths.rewards()}?${params}`
}

/** A question like that of the drawings: two units of an engineering prototype, its R&D money not known. */
const example = {
  own: 'yes',
  stage: 'engineeringPrototype',
  accepted: 'yes',
  first: 'yes',
  funding: 'unknown',
  region: '110106',
  units: 2,
  granted: 100,
  reserved: 30,
}

/** The start page: the text, the three answers it can give, and an example of them. */
function Teaching({ measure }: Pick<CalculatorProps, 'measure'>) {
  const t = useT()
  const { text, document, published } = measure
  return (
    <>
      <Verdict
        findings={[
          { key: 'may', heading: t('reward.may'), value: t('reward.teachThree'), text: t('reward.teachMay') },
          {
            key: 'ceiling',
            heading: t('reward.ceiling'),
            value: t('reward.teachTwo'),
            text: t('reward.teachCeiling'),
          },
          {
            key: 'assessed',
            heading: t('reward.assessed'),
            value: t('reward.assessedNone'),
            none: true,
            text: t('reward.teachAssessed'),
          },
        ]}
      />
      <Section title={t('reward.law')}>
        <ClauseQuote parts={[text]} source={t('reward.source', { document, date: t.date(published) })} />
        <Actions className="mt4">
          <ButtonLink look="line" href={paths.rewards(example)}>
            {t('reward.example')}
          </ButtonLink>
        </Actions>
      </Section>
    </>
  )
}

/** 页首四问 of a result. */
function answers(t: Translate, { assessment, conditions, needs }: CalculationView) {
  const { verdict } = assessment
  const total = conditions.length
  const count = (value: 'F' | 'U') => conditions.filter(each => each.value === value).length
  const first = needs.find(need => need.settles !== 'rate' && need.settles !== 'basis')
  const where = { strong: t('reward.where'), note: t('reward.whereNote') }
  const state = {
    strong: t(`reward.verdict.${verdict}`),
    note:
      verdict === 'eligible'
        ? t('reward.stateMet', { total })
        : verdict === 'notEligible'
          ? t('reward.stateUnmet', { total, n: count('F') })
          : t('reward.stateOpen', { total, n: count('U') }),
  }
  if (verdict === 'undetermined')
    return {
      ...{ where, state },
      can: { strong: t('reward.canMend'), note: t('reward.canMendNote') },
      waits: {
        strong: first ? first.issuer : t('common.state.nobody'),
        note: t('reward.waitsNote'),
      },
    }
  const can =
    verdict === 'eligible'
      ? { strong: t('reward.canClaim'), note: t('reward.canClaimNote') }
      : { strong: t('reward.canChange') }
  return { where, state, can, waits: { strong: t('common.state.nobody') } }
}
