import type { ExplainedMatch, MatchRow, NearMiss, Remark } from '#domain/matching/match.ts'
import type { Settling } from '#domain/matching/verdict-change.ts'
import { shape } from '#domain/matching/weights.ts'
import type { Translate } from '#i18n/translate.ts'
import { shownFen } from '../products/words.ts'
import { gapText, proofLines, rulerRows, trackOf } from './ruler-rows.ts'
import { speakChange, speakRemedy } from './speak-change.ts'
import type {
  CandidateView,
  FormulaLine,
  FormulaView,
  MatchesView,
  NearView,
  OpenedView,
  RankedView,
  SpokenMatches,
  SpokenReason,
  Told,
  WorkedView,
} from './view.ts'
import { fieldsText, haveOf, remarkText, subjectText } from './words.ts'

/** Matches in the reader's words: said where the ontology lies, so that a browser is not sent its tables. */
export function speakMatches<V extends MatchesView>(t: Translate, view: V): Omit<V, Told> & SpokenMatches {
  const { main, near, others, weights, ...rest } = view
  const [first] = main
  return {
    ...rest,
    main: main.map((candidate, index) => ({
      party: candidate.party,
      ...ranked(t, candidate.match),
      opened: openedOf(t, candidate, weights.unknownDiscount),
      placed: candidate.placed ? t(`match.placed.${candidate.placed}`, { n: index + 1 }) : null,
    })),
    near: near.map(({ party, match, remedy }) => ({ party, ...missed(t, match, remedy) })),
    others: others.map(({ id, title }) => ({ id, title })),
    weightsVersion: weights.version,
    formula: first ? formulaOf(first.match) : null,
  }
}

/** 0 to 1 as the page says it: 0 to 100. */
const points = (score: number) => Math.round(score * 100)

function ranked(t: Translate, match: ExplainedMatch): Omit<RankedView, 'party' | 'placed' | 'opened'> {
  const { shown, wishes } = parted(match)
  return {
    score: points(match.score),
    demand: points(match.demand),
    supply: points(match.supply),
    rows: rulerRows(t, shown),
    wishes: wishes.length > 0 ? wishesText(t, wishes) : null,
    pros: remarks(t, match.reasons),
    cons: remarks(t, match.risks),
  }
}

/** At first what decides; the wishes once it is opened. Where nothing is a must, they are all there is. */
function parted({ demandRows }: ExplainedMatch): Record<'shown' | 'wishes', readonly MatchRow[]> {
  const musts = demandRows.filter(row => row.necessity === 'must')
  const wishes = demandRows.filter(row => row.necessity === 'should')
  return musts.length > 0 ? { shown: musts, wishes } : { shown: wishes, wishes: [] }
}

function wishesText(t: Translate, wishes: readonly MatchRow[]): string {
  const count = (state: MatchRow['state']) => wishes.filter(each => each.state === state).length
  const counts = { met: count('T'), unknown: count('U'), unmet: count('F') }
  return t('match.wishes', { n: wishes.length, ...counts })
}

function openedOf(t: Translate, { match, outlook }: CandidateView, discount: number): OpenedView | null {
  return outlook
    ? {
        wishes: rulerRows(t, parted(match).wishes),
        change: speakChange(t, match, outlook.change),
        proofs: proofLines(t, match.demandRows, outlook.proofs),
        worked: workedOf(t, match, discount),
      }
    : null
}

function remarks(t: Translate, list: readonly Remark[]): SpokenReason[] {
  return list.map(remark => ({
    key: `${remark.key}-${remark.needField}-${remark.haveField}`,
    text: remarkText(t, remark),
    fields: fieldsText(t, remark),
  }))
}

/** The one must that fails, by how much, and what change would bring the pair in. */
function missed(t: Translate, match: NearMiss, remedy: Settling | null): Omit<NearView, 'party'> {
  const { gap } = match
  const row = { subject: gap.criterion, need: gap.need, have: gap.have }
  const failed = match.demandRows.find(each => each.subject === gap.criterion && each.state === 'F')
  return {
    criterion: subjectText(t, gap.criterion),
    need: (failed && rulerRows(t, [failed])[0]?.need) ?? '',
    track: trackOf(failed ?? { ...row, state: 'F', ratio: 0 }),
    have: t('common.ruler.failed', { have: haveOf(t, row) }),
    gap: gapText(t, match),
    note: [othersText(t, match), speakRemedy(t, match, remedy)]
      .filter(Boolean)
      .join(t.locale === 'zh' ? '' : ' '),
  }
}

function othersText(t: Translate, { demandRows, gap }: NearMiss): string {
  const musts = demandRows.filter(row => row.necessity === 'must' && row.subject !== gap.criterion)
  if (musts.length === 0) return ''
  const count = (state: ExplainedMatch['verdict']) => musts.filter(row => row.state === state).length
  return t('match.rest', { met: count('T'), unknown: count('U') })
}

function formulaOf(match: ExplainedMatch): FormulaView {
  return {
    ...unrounded(match),
    enough: shape.enoughKnown,
    share: shape.unknownShare,
  }
}

function unrounded({
  demand,
  supply,
  score,
}: ExplainedMatch): Pick<WorkedView, 'demand' | 'supply' | 'score'> {
  const exact = (value: number) => exactly(value) * 100
  return { demand: exact(demand), supply: exact(supply), score: exact(score) }
}

function workedOf(t: Translate, match: ExplainedMatch, discount: number): WorkedView {
  const { demandRows, supplyRows } = match
  const known = demandRows.reduce((sum, row) => sum + (row.known ? row.weight : 0), 0)
  return {
    ...unrounded(match),
    known,
    factor: 1 - discount * (1 - known),
    demandLines: demandRows.map(row => ({ ...line(t, row), subject: termsOf(t, row) })),
    supplyLines: supplyRows.map(row => line(t, row)),
  }
}

/** 预算与价格 with both sums, of one unit or of one for a month; what is not stated is 待确认. */
function termsOf(t: Translate, { subject, need, have, haveField }: MatchRow): string {
  if (subject !== 'budget') return subjectText(t, subject)
  const sum = (fen: MatchRow['need']) =>
    typeof fen === 'number' ? t.yuan(shownFen(fen)) : t('common.unknown')
  const key = haveField === 'price' ? 'match.terms.unit' : 'match.terms.month'
  return t(key, { budget: sum(need), price: sum(have) })
}

/** More digits than are shown, fewer than would only make the page heavier. */
const exactly = (value: number) => Math.round(value * 1e5) / 1e5

function line(t: Translate, { subject, needField, known, weight, g }: MatchRow): FormulaLine {
  return {
    key: `${subject}-${needField}`,
    subject: subjectText(t, subject),
    known,
    weight: exactly(weight),
    g: exactly(g),
  }
}
