import { span } from '#domain/matching/constraint.ts'
import type { MatchRow, NearMiss } from '#domain/matching/match.ts'
import { type CriterionId, criterionOf, isCriterionId } from '#domain/ontology/criteria.ts'
import { formatValue } from '#domain/ontology/values.ts'
import { evidenceGrades } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Track } from '../chart/track.tsx'
import type { OutlookView, SpokenProof, SpokenRow } from './view.ts'
import { haveOf, needOf, subjectText } from './words.ts'

/** The typed requirements of a match as lines of the ruler, in the scenario's own order. */
export function rulerRows(t: Translate, rows: readonly MatchRow[]): SpokenRow[] {
  return rows.filter(row => row.necessity !== null).map(row => rulerRow(t, row))
}

function rulerRow(t: Translate, row: MatchRow): SpokenRow {
  const should = row.necessity === 'should' ? ` · ${t('common.ruler.should')}` : ''
  const have = haveOf(t, row)
  return {
    key: row.needField,
    name: subjectText(t, row.subject),
    need: `${needOf(t, row)}${should}`,
    track: trackOf(row),
    verdict: row.state,
    have: row.state === 'F' ? t('common.ruler.failed', { have }) : have,
    note: row.grade ? `${row.grade} ${t.pick(evidenceGrades[row.grade])}` : t('match.undisclosed'),
  }
}

/** Where the facts that the scenario asks for can be checked, those that say so. */
export function proofLines(
  t: Translate,
  rows: readonly MatchRow[],
  proofs: OutlookView['proofs'],
): SpokenProof[] {
  return rows.flatMap(({ subject, needField, grade }) => {
    const proof = isCriterionId(subject) ? proofOf(t, proofs[subject]) : null
    if (!proof || !grade) return []
    const words = `${subjectText(t, subject)}  ${grade} ${t.pick(evidenceGrades[grade])}`
    return [{ key: needField, fact: words, ...proof }]
  })
}

/** 示例检测中心，2026-05-12，检测报告 31 号; an address is a link with its host for a name. */
function proofOf(
  t: Translate,
  proof: OutlookView['proofs'][CriterionId],
): Pick<SpokenProof, 'text' | 'href'> | null {
  if (!proof) return null
  const { body, sourceDay, source } = proof
  const href = source && /^https?:\/\/\S+$/.test(source) && URL.canParse(source) ? source : null
  const words = [body, sourceDay, href ? new URL(href).host : source].filter(Boolean)
  return words.length === 0 ? null : { text: words.join(t.locale === 'zh' ? '，' : ', '), href }
}

/** Met beyond the line, short of it with the gap, a span across it, or unknown, which is never a bar of length 0. */
export function trackOf(row: Pick<MatchRow, 'subject' | 'state' | 'ratio' | 'need' | 'have'>): Track {
  if (row.state === 'U') return straddle(row) ?? { kind: 'unknown' }
  if (row.state === 'F') return { kind: 'short', ratio: Math.min(row.ratio ?? 0, 1) }
  return row.ratio === null ? { kind: 'yes' } : { kind: 'num', ratio: row.ratio }
}

/** A stated span on the scale of the need: "at most" turned round, so that longer is better. */
function straddle({ subject, need, have }: Pick<MatchRow, 'subject' | 'need' | 'have'>): Track | null {
  const [needed, stated] = [span(need), span(have)]
  if (!isCriterionId(subject) || !needed || !stated || needed.max <= 0 || stated.min <= 0) return null
  const { direction } = criterionOf(subject)
  if (direction === 'atLeast')
    return { kind: 'range', from: stated.min / needed.max, to: stated.max / needed.max }
  return direction === 'atMost'
    ? { kind: 'range', from: needed.min / stated.max, to: needed.min / stated.min }
    : null
}

/** 差 10 kg（20%）. */
export function gapText(t: Translate, { gap }: NearMiss): string {
  if (gap.difference === null) return t('match.noGap')
  const missing = formatValue(gap.criterion, gap.difference, t.locale)
  return t('match.gap', { gap: missing, percent: t.percent(gap.relative, 0) })
}
