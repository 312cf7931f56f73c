import type { ExplainedMatch, MatchRow, Remark, Shown } from '../matching/match.ts'
import { type CriterionValue, criterionOf, isCriterionId } from '../ontology/criteria.ts'
import { robotCategories, tasks } from '../ontology/tasks.ts'
import { formatNeed, formatValue } from '../ontology/values.ts'
import type { Locale, Localized } from '../shared/localized.ts'
import { domains, maturities } from '../vocabulary.ts'

/** Why a pair is told of: a reason of the match with what its row compares, or what is to be confirmed first. */
export type MatchReason = Pick<Remark, 'key' | 'params'> & { need: Shown; have: Shown }

const mostMusts = 3
const mostOthers = 2

/**
 * The reasons of a match as an alert keeps them: what the strongest of them say of the work and its terms, the musts
 * that are met with both values, and what no source answers.
 */
export function reasonsToTell({ demandRows, reasons, risks }: ExplainedMatch): MatchReason[] {
  const nothing = { need: null, have: null }
  const others = reasons.filter(({ params }) => params.criterion === undefined).slice(0, mostOthers)
  const musts = demandRows
    .filter(row => row.necessity === 'must' && row.state === 'T')
    .sort((a, b) => Number(isPlain(a)) - Number(isPlain(b)) || b.contribution - a.contribution)
    .slice(0, mostMusts)
  const open = risks.filter(risk => risk.key === 'match.risk.mustUnknown')
  return [
    ...others.map(({ key, params }) => ({ key, params, ...nothing })),
    ...musts.map(({ subject, need, have }): MatchReason => {
      return { key: 'match.reason.met', params: { criterion: subject }, need, have }
    }),
    ...open.map(({ key, params }) => ({ key, params, ...nothing })),
  ]
}

/** All reasons in one sentence: 任务相同：院内配送；载重 120 kg，满足 ≥ 100 kg. */
export function reasonsInWords(reasons: readonly MatchReason[], locale: Locale): string {
  return reasons.flatMap(reason => inWords(reason, locale) ?? []).join(locale === 'zh' ? '；' : '; ')
}

function inWords({ key, params, need, have }: MatchReason, locale: Locale): string | null {
  const criterion = params.criterion
  if (typeof criterion === 'string' && isCriterionId(criterion))
    return met({ subject: criterion, need, have }, locale)
  const said = sentences[key]
  if (!said) return null
  const [name = '', values] = Object.entries(params).find(([each]) => each in labels) ?? []
  const words = [values ?? []].flat().map(value => labels[name]?.(String(value))[locale] ?? String(value))
  return said[locale](words.join(locale === 'zh' ? '、' : ', '))
}

type Said = Record<Locale, (words: string) => string>

const sentences: Readonly<Record<string, Said>> = {
  'match.reason.task': { zh: words => `任务相同：${words}`, en: words => `the same task: ${words}` },
  'match.reason.taskKin': { zh: words => `任务相近：${words}`, en: words => `a related task: ${words}` },
  'match.reason.category': {
    zh: words => `${words}常做这项作业`,
    en: words => `${words} commonly does this work`,
  },
  'match.reason.domain': { zh: words => `同属${words}`, en: words => `both in ${words}` },
  'match.reason.text': {
    zh: words => `描述里都提到${words}`,
    en: words => `both descriptions mention ${words}`,
  },
  'match.reason.budget': { zh: () => '单价在预算之内', en: () => 'the unit price is within the budget' },
  'match.reason.budgetMonthly': {
    zh: () => '每台每月的价格在预算之内',
    en: () => 'the price of a month is within the budget',
  },
  'match.reason.maturity': { zh: words => `产品已${words}`, en: words => `the product is ${words}` },
  'match.reason.unfinalisedWelcome': {
    zh: () => '场景接受未定型产品',
    en: () => 'unfinalised products are welcome',
  },
  'match.reason.region': { zh: () => '服务地区覆盖现场', en: () => 'the site is in the served region' },
  'match.risk.mustUnknown': { zh: words => `待确认：${words}`, en: words => `to be confirmed: ${words}` },
}

const quoted = (value: string): Localized => ({ zh: `“${value}”`, en: `“${value}”` })

/** How the values of a remark's parameter are called; other parameters are numbers of the sentence. */
const labels: Readonly<Record<string, (value: string) => Localized>> = {
  tasks: labelIn(Object.entries(tasks).map(([id, { label }]) => [id, label])),
  category: labelIn(Object.entries(robotCategories).map(([id, { label }]) => [id, label])),
  domain: labelIn(Object.entries(domains)),
  maturity: labelIn(Object.entries(maturities)),
  criteria: value => (isCriterionId(value) ? criterionOf(value).label : quoted(value)),
  words: quoted,
}

function labelIn(entries: readonly (readonly [string, Localized])[]): (value: string) => Localized {
  const known = new Map(entries)
  return value => known.get(value) ?? quoted(value)
}

/** 载重 120 kg，满足 ≥ 100 kg: what one side has beside what the other needs. */
function met(
  { subject, need, have }: Pick<MatchRow, 'subject' | 'need' | 'have'>,
  locale: Locale,
): string | null {
  if (!isCriterionId(subject) || !isValue(need) || !isValue(have)) return null
  const name = criterionOf(subject).label[locale]
  const value = formatValue(subject, have, locale, need)
  if (isPlain({ need })) return locale === 'zh' ? `${name}：${value}` : `${name}: ${value}`
  const asked = formatNeed(subject, need, locale, have)
  return locale === 'zh' ? `${name} ${value}，满足 ${asked}` : `${name} ${value}, meets ${asked}`
}

/** A yes or no, which says less than a number does. */
const isPlain = ({ need }: Pick<MatchRow, 'need'>) => need === true

/** The rows of criteria compare values, never ids. */
function isValue(shown: Shown): shown is CriterionValue {
  return shown !== null
}
