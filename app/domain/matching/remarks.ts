import { isCriterionId } from '../ontology/criteria.ts'
import { contradicts } from './constraint.ts'
import type { Match, MatchProduct, MatchRow, MatchScenario, ReasonKey, Remark, RiskKey } from './match.ts'
import { sharedWords } from './text.ts'
import { shape } from './weights.ts'

const topReasons = 3
const topRisks = 2

/** The strongest reasons. Each rests on the two fields it names and goes when either goes. */
export function reasonsOf(match: Match, scenario: MatchScenario, product: MatchProduct): Remark[] {
  return match.demandRows
    .filter(row => row.known && row.g > 0)
    .flatMap(row => {
      const reason = reasonOf(row, scenario, product)
      return reason ? [{ reason, worth: row.contribution }] : []
    })
    .sort((a, b) => b.worth - a.worth)
    .slice(0, topReasons)
    .map(({ reason }) => reason)
}

function remark<K extends ReasonKey | RiskKey>(key: K, row: MatchRow, params: Remark['params'] = {}): Remark {
  return { key, params, needField: row.needField, haveField: row.haveField }
}

function reasonOf(row: MatchRow, scenario: MatchScenario, product: MatchProduct): Remark | null {
  if (isCriterionId(row.subject)) return row.state === 'T' ? metReason(row) : null
  if (row.state !== 'T') return null
  switch (row.subject) {
    case 'task':
      return taskReason(row)
    case 'category':
      return row.g >= 0.5 ? remark('match.reason.category', row, { category: list(row.have) }) : null
    case 'domain':
      return remark('match.reason.domain', row, { domain: list(row.need) })
    case 'text': {
      const words = sharedWords(scenario.text, product.text)
      return words.length > 0 ? remark('match.reason.text', row, { words }) : null
    }
    case 'budget':
      return row.haveField === 'price'
        ? remark('match.reason.budget', row)
        : remark('match.reason.budgetMonthly', row, sumsOf(row))
    case 'maturity':
      return list(row.have).includes('unfinalised')
        ? remark('match.reason.unfinalisedWelcome', row)
        : remark('match.reason.maturity', row, { maturity: list(row.have) })
    case 'region':
      return remark('match.reason.region', row)
    default:
      return null
  }
}

function metReason(row: MatchRow): Remark {
  const params = { criterion: row.subject, ratio: row.ratio ?? 1 }
  if (row.grade === 'A') return remark('match.reason.measured', row, params)
  return remark((row.ratio ?? 1) >= 1.2 ? 'match.reason.surplus' : 'match.reason.met', row, params)
}

function taskReason(row: MatchRow): Remark {
  const shared = list(row.need).filter(task => list(row.have).includes(task))
  return shared.length > 0
    ? remark('match.reason.task', row, { tasks: shared })
    : remark('match.reason.taskKin', row, { tasks: list(row.need).slice(0, 1) })
}

/** What to look at before deciding, the gravest first. */
export function risksOf({ demandRows }: Pick<Match, 'demandRows'>): Remark[] {
  const contradictory = demandRows.filter(row => isContradictory(row, demandRows))
  const sound = demandRows.filter(row => !contradictory.includes(row))
  return [
    ...contradictory.map(row => remark('match.risk.contradiction', row, { criterion: row.subject })),
    ...emptiness(demandRows),
    ...unknownMusts(sound),
    ...sound.flatMap(row => riskOf(row)),
  ].slice(0, topRisks)
}

/** No product could meet such a need, so nothing is held against this one; the call has to be mended. */
function isContradictory(row: MatchRow, rows: readonly MatchRow[]): boolean {
  if (!isCriterionId(row.subject)) return false
  const others = rows.filter(each => each.subject === row.subject && each.necessity === row.necessity)
  return contradicts(
    row.subject,
    row.need,
    others.map(each => each.need),
  )
}

/** A score of nothing asked, or of nothing told, says nothing about the fit. */
function emptiness(rows: readonly MatchRow[]): Remark[] {
  const nowhere = { params: {}, needField: 'scenario', haveField: 'product' }
  if (rows.length === 0) return [{ key: 'match.risk.nothingAsked', ...nowhere }]
  return rows.every(row => !row.known) ? [{ key: 'match.risk.nothingKnown', ...nowhere }] : []
}

/** One remark for all musts that no source answers. */
function unknownMusts(rows: readonly MatchRow[]): Remark[] {
  const open = rows.filter(row => row.necessity === 'must' && row.state === 'U')
  const [first] = open
  return first
    ? [
        remark('match.risk.mustUnknown', first, {
          criteria: open.map(row => row.subject),
          count: open.length,
        }),
      ]
    : []
}

function riskOf(row: MatchRow): Remark[] {
  const { subject, state, ratio, necessity, grade } = row
  if (isCriterionId(subject)) {
    const params = { criterion: subject, ratio: ratio ?? 1 }
    if (state === 'F' && necessity === 'should') return [remark('match.risk.shouldUnmet', row, params)]
    if (state !== 'T' || ratio === null) return []
    if (subject === 'payloadKg' && ratio > shape.oversizedFrom)
      return [remark('match.risk.oversized', row, params)]
    if (ratio < 1.1) return [remark('match.risk.tight', row, params)]
    return grade === 'C' && necessity === 'must' ? [remark('match.risk.declaredOnly', row, params)] : []
  }
  if (subject === 'budget') return budgetRisk(row)
  if (subject === 'maturity' && state === 'F') return [remark('match.risk.unfinalised', row)]
  if (subject === 'task' && state !== 'T') return [remark('match.risk.foreignTask', row)]
  if (subject === 'domain' && state === 'F')
    return [remark('match.risk.foreignDomain', row, { domain: list(row.need) })]
  return subject === 'region' && state === 'U' ? [remark('match.risk.regionUnknown', row)] : []
}

/** Over the budget, or a budget of which nobody can tell what it is for a month. */
function budgetRisk(row: MatchRow): Remark[] {
  const { state, ratio, need, haveField } = row
  if (state === 'U') return need === null ? [remark('match.risk.termUnknown', row)] : []
  if (state === 'T') return []
  const over = { ratio: ratio ? 1 / ratio : 0 }
  return haveField === 'price'
    ? [remark('match.risk.overBudget', row, over)]
    : [remark('match.risk.overBudgetMonthly', row, { ...over, ...sumsOf(row) })]
}

/** What a month of one unit costs and may cost, in fen. */
function sumsOf({ need, have }: MatchRow): Remark['params'] {
  return { priceFen: Number(have), budgetFen: Number(need) }
}

function list(value: MatchRow['have']): readonly string[] {
  return Array.isArray(value) ? value : []
}
