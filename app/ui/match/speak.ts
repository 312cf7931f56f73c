import type { ExplainedMatch, MatchRow, NearMiss, Remark } from '#domain/matching/match.ts'
import { shape, type Weights } from '#domain/matching/weights.ts'
import { formatNeed } from '#domain/ontology/values.ts'
import type { Translate } from '#i18n/translate.ts'
import { gapText, rulerRows, trackOf } from './ruler-rows.ts'
import type {
  FormulaLine,
  FormulaView,
  MatchesView,
  MatchSide,
  NearView,
  RankedView,
  SpokenMatches,
  SpokenReason,
} from './view.ts'
import { fieldsText, haveOf, remarkText, subjectText } from './words.ts'

/** Matches in the reader's words: said where the ontology lies, so that a browser is not sent its tables. */
export function speakMatches<V extends MatchesView>(
  t: Translate,
  side: MatchSide,
  view: V,
): Omit<V, 'main' | 'near'> & SpokenMatches {
  const { main, near, ...rest } = view
  const [first] = main
  return {
    ...rest,
    main: main.map(({ party, match }) => ({ party, ...ranked(t, match) })),
    near: near.map(({ party, match }) => ({ party, ...missed(t, side, match) })),
    formula: first
      ? formulaOf(t, { name: first.party.title, match: first.match, weights: view.weights })
      : null,
  }
}

/** 0 to 1 as the page says it: 0 to 100. */
const points = (score: number) => Math.round(score * 100)

function ranked(t: Translate, match: ExplainedMatch): Omit<RankedView, 'party'> {
  return {
    score: points(match.score),
    demand: points(match.demand),
    supply: points(match.supply),
    rows: rulerRows(t, match.demandRows),
    pros: remarks(t, match.reasons),
    cons: remarks(t, match.risks),
  }
}

function remarks(t: Translate, list: readonly Remark[]): SpokenReason[] {
  return list.map(remark => ({
    key: `${remark.key}-${remark.needField}-${remark.haveField}`,
    text: remarkText(t, remark),
    fields: fieldsText(t, remark),
  }))
}

/** The one must that fails, by how much, and what change would bring the pair in. */
function missed(t: Translate, side: MatchSide, match: NearMiss): Omit<NearView, 'party'> {
  const { gap } = match
  const row = { subject: gap.criterion, need: gap.need, have: gap.have }
  const failed = match.demandRows.find(each => each.subject === gap.criterion && each.state === 'F')
  return {
    criterion: subjectText(t, gap.criterion),
    need: (failed && rulerRows(t, [failed])[0]?.need) ?? '',
    track: trackOf(failed ?? { ...row, state: 'F', ratio: 0 }),
    have: t('common.ruler.failed', { have: haveOf(t, row) }),
    gap: gapText(t, match),
    note: [othersText(t, match), easedText(t, side, match)]
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

/** On the scenario's page what the scenario could ask instead, on the product's what the product would have to reach. */
function easedText(t: Translate, side: MatchSide, { gap }: NearMiss): string {
  if (gap.difference === null) return ''
  const target = side === 'forScenario' ? gap.have : gap.need
  if (typeof target !== 'number') return ''
  return t(`match.${side}.ifEased`, { need: ` ${formatNeed(gap.criterion, target, t.locale)}` })
}

function formulaOf(
  t: Translate,
  { name, match, weights }: { name: string; match: ExplainedMatch; weights: Weights },
): FormulaView {
  const known = match.demandRows.reduce((sum, row) => sum + (row.known ? row.weight : 0), 0)
  return {
    name,
    score: points(match.score),
    demand: points(match.demand),
    supply: points(match.supply),
    known,
    factor: 1 - weights.unknownDiscount * (1 - known),
    enough: shape.enoughKnown,
    share: shape.unknownShare,
    demandLines: match.demandRows.map(row => line(t, row)),
    supplyLines: match.supplyRows.map(row => line(t, row)),
  }
}

function line(t: Translate, row: MatchRow): FormulaLine {
  const { needField, known, weight, g, contribution } = row
  return {
    key: `${row.subject}-${needField}`,
    subject: subjectText(t, row.subject),
    known,
    weight,
    g,
    contribution,
  }
}
