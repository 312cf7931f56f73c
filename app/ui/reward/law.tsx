import type { Tri } from '#domain/shared/tri.ts'
import type { Translate } from '#i18n/translate.ts'
import { type ClausePart, ClauseQuote } from '../pattern/clause-quote.tsx'
import { RuleTrace, type TraceRow } from '../pattern/rule-trace.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import type { CalculationView } from './view.ts'

interface Props {
  calculation: CalculationView
  /** The facts are the asker's own words, checked by nobody. */
  asked?: boolean
  yearStated?: boolean
}

/** 原文 with its decided pieces, and below it the same pieces line by line. */
export function Law(props: Props) {
  const t = useT()
  const { calculation } = props
  return (
    <>
      <Section title={t('reward.law')} note={t('reward.lawNote')}>
        <Passage {...props} />
      </Section>
      <Section title={t('reward.trace')} note={t('reward.traceNote')}>
        <RuleTrace
          rows={[
            ...conditionRows(t, props),
            ...ceilingRows(t, props).map((row, index) => ({
              ...row,
              number: calculation.conditions.length + index + 1,
            })),
          ]}
        />
      </Section>
    </>
  )
}

function Passage({ calculation: { passage, conditions, rule }, yearStated = true }: Props) {
  const t = useT()
  const source = t('reward.source', { document: rule.document, date: t.date(rule.published) })
  if (passage === null) {
    return (
      <p className="ink2 prose">
        {t('reward.lawPieces')} {source}（{t(`reward.reliability.${rule.reliability}`)}）
      </p>
    )
  }
  const verdictOf = (quote: number): Tri =>
    conditions[quote]?.value ?? (quote > conditions.length && !yearStated ? 'U' : 'T')
  const parts = passage.map(
    ({ text, quote }): ClausePart =>
      quote === null ? text : { text, number: quote + 1, verdict: verdictOf(quote) },
  )
  return <ClauseQuote parts={parts} source={`${source}${t('reward.lawLegend')}`} />
}

function gloss(t: Translate, clause: { gloss: string; verbatim: boolean }): string | undefined {
  const words = t.locale === 'en' ? [clause.gloss] : []
  return [...words, ...(clause.verbatim ? [] : [t('reward.paraphrase')])].join(' · ') || undefined
}

function conditionRows(t: Translate, { calculation, asked }: Props): TraceRow[] {
  return calculation.conditions.map((condition, index) => ({
    key: condition.id,
    number: index + 1,
    clause: condition.quote,
    gloss: gloss(t, condition),
    facts: condition.said,
    evidence: asked ? t('reward.askedEvidence') : condition.source,
    verdict: condition.value,
    word: t(`reward.met.${condition.value}`),
  }))
}

type Unnumbered = Omit<TraceRow, 'number'>

function ceilingRows(t: Translate, { calculation, yearStated = true }: Props): Unnumbered[] {
  const { rule, assessment } = calculation
  const { year, granted, reserved, headroom, cap } = assessment.firmYear
  const known = assessment.perItem.every(item => item.ceiling !== null)
  const yearFacts = { year, granted: t.yuan(granted), reserved: t.yuan(reserved), headroom: t.yuan(headroom) }
  return [
    {
      key: 'perItem',
      clause: [rule.caps.perItem.quote, ...(rule.caps.basis ? [rule.caps.basis.quote] : [])].join('；'),
      gloss: gloss(t, rule.caps.perItem),
      facts: unitsText(t, calculation),
      evidence:
        rule.itemScope === 'unit'
          ? t('reward.perItemUnit', { n: assessment.perItem.length, cap: t.yuan(rule.perItemCap) })
          : t('reward.perItemProduct', { cap: t.yuan(rule.perItemCap) }),
      verdict: known ? 'T' : 'U',
      word: known ? t('reward.capApplies') : t('reward.costOpen'),
    },
    {
      key: 'firmYear',
      clause: rule.caps.firmYear.quote,
      gloss: gloss(t, rule.caps.firmYear),
      facts: yearStated ? t('reward.yearFacts', yearFacts) : t('reward.yearOpen', { year, cap: t.yuan(cap) }),
      evidence: t('reward.yearRule'),
      verdict: yearStated ? 'T' : 'U',
      word: yearStated ? t('reward.capApplies') : t('reward.capUnknown'),
    },
  ]
}

/** How many units, which ones where they have serials, and what they were granted before. */
function unitsText(t: Translate, { facts, assessment }: CalculationView): string {
  const { units } = facts
  const serials = units.map(unit => unit.serial).filter(serial => !serial.startsWith('#'))
  const shown = serials.slice(0, 6).join(t.locale === 'zh' ? '、' : ', ') + (serials.length > 6 ? ' …' : '')
  const earlier = assessment.perItem.reduce((sum, item) => sum + item.granted, 0)
  const counted =
    serials.length === 0
      ? t('reward.unitsCounted', { n: units.length })
      : t('reward.unitsNamed', { n: units.length, serials: shown })
  const before =
    earlier === 0 ? t('reward.unitsFresh') : t('reward.unitsGranted', { amount: t.yuan(earlier) })
  return [counted, before].join(t.locale === 'zh' ? '，' : ', ')
}
