import {
  type Answer,
  type ComparisonRow,
  type FactId,
  type FactRow,
  isPriced,
  pricedFacts,
} from '#domain/comparing/comparison.ts'
import { criterionOf } from '#domain/ontology/criteria.ts'
import { robotCategories } from '#domain/ontology/tasks.ts'
import { formatNeed, formatValue } from '#domain/ontology/values.ts'
import { commercialForms, domains, evidenceGrades, maturities } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { bandPrice, listText, shownFen } from '../products/words.ts'
import type { ComparedView, ComparisonView } from './view.ts'

/** 载荷, 价格: what a row is about. */
export function subjectText(t: Translate, row: ComparisonRow): string {
  return row.kind === 'criterion' ? t.pick(criterionOf(row.subject).label) : t(`compare.fact.${row.subject}`)
}

/** What the chosen scenario asks in this row, or an empty text. */
export function needText(t: Translate, row: ComparisonRow): string {
  if (row.kind === 'fact') return budgetText(t, row)
  if (!row.need) return ''
  return `${t(`common.necessity.${row.need.necessity}`)} ${formatNeed(row.subject, row.need.value, t.locale)}`
}

/** 预算 4,500 元/台（套）·月, where the scenario's budget is compared in this row. */
function budgetText(t: Translate, { subject, budget }: FactRow): string {
  if (budget === null || !isPriced(subject)) return ''
  const fen = shownFen(budget)
  return t('compare.budget', { price: bandPrice(t, pricedFacts[subject], { from: fen, to: fen }) })
}

/** What one product states in this row, or null when it states nothing. */
export function cellText(t: Translate, row: ComparisonRow, { product, at }: Cell): string | null {
  if (row.kind === 'fact') return factText(t, row.subject, product)
  const spec = row.cells[at]
  return spec ? formatValue(row.subject, spec.value, t.locale) : null
}

export interface Cell {
  product: ComparedView
  /** Which of the products. */
  at: number
}

function factText(t: Translate, subject: FactId, { facts }: ComparedView): string | null {
  switch (subject) {
    case 'category':
      return facts.category && t.pick(robotCategories[facts.category].label)
    case 'domains':
      return words(
        t,
        facts.domains.map(id => t.pick(domains[id])),
      )
    case 'maturity':
      return facts.maturity && t.pick(maturities[facts.maturity])
    case 'trl':
      return facts.trl === null ? null : `TRL ${facts.trl}`
    case 'price':
    case 'rental':
    case 'raas': {
      const basis = pricedFacts[subject]
      const price = facts.prices[basis]
      return price === 'notOffered' ? t('compare.notOffered') : price && bandPrice(t, basis, price)
    }
    case 'forms':
      return words(
        t,
        facts.forms.map(id => t.pick(commercialForms[id])),
      )
    case 'regions':
      return facts.regions
    case 'accepted':
      return t('compare.pilots', { n: facts.accepted })
  }
}

const words = (t: Translate, list: readonly string[]) => (list.length === 0 ? null : listText(t, list))

/** 满足, 差 10 kg（20%）, 待确认. */
export function answerText(t: Translate, row: ComparisonRow, answer: Answer): string {
  if (answer.state !== 'F' || answer.difference === null) return t(`common.tri.${answer.state}`)
  const gap =
    row.kind === 'criterion'
      ? formatValue(row.subject, answer.difference, t.locale)
      : t.yuan(Math.round(answer.difference))
  return t(gapKey(row), {
    gap,
    percent: t.percent(answer.relative, 0),
  })
}

function gapKey(row: ComparisonRow) {
  if (row.kind === 'criterion') return 'compare.gap'
  return row.subject === 'price' ? 'compare.over' : 'compare.overMonthly'
}

/** The comparison as lines of a table file: a head, where each product stands, then the rows as the page orders them. */
export function comparisonLines(t: Translate, { products, rows, scenario }: ComparisonView): string[][] {
  const head = [
    t('compare.file.standing'),
    t('compare.file.subject'),
    ...(scenario ? [t('compare.file.need', { title: scenario.title })] : []),
    ...products.flatMap(each => [
      each.name,
      t('compare.file.grade'),
      ...(scenario ? [t('compare.file.answer')] : []),
    ]),
  ]
  const firms = ['', t('compare.firm'), ...(scenario ? [''] : [])]
  const owners = products.flatMap(each => [each.organization.name, '', ...(scenario ? [''] : [])])
  return [
    head,
    [...firms, ...owners],
    ...rows.map(row => lineOf(t, { products, row, asked: scenario !== null })),
  ]
}

function lineOf(
  t: Translate,
  { products, row, asked }: { products: readonly ComparedView[]; row: ComparisonRow; asked: boolean },
): string[] {
  const cells = products.flatMap((product, at) => {
    const grade = row.kind === 'criterion' ? row.cells[at]?.grade : undefined
    const answer = row.answers[at]
    return [
      cellText(t, row, { product, at }) ?? t('common.undisclosed'),
      grade ? `${grade} ${t.pick(evidenceGrades[grade])}` : '',
      ...(asked ? [answer ? answerText(t, row, answer) : ''] : []),
    ]
  })
  return [
    t(`compare.standing.${row.standing}`, { n: products.length }),
    subjectText(t, row),
    ...(asked ? [needText(t, row)] : []),
    ...cells,
  ]
}
