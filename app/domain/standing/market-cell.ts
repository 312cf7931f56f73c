import { span } from '../matching/constraint.ts'
import type { Stated } from '../matching/stated.ts'
import { type CriterionId, criterionIds, criterionOf } from '../ontology/criteria.ts'

/** What other firms' products of one kind state of one criterion. */
export interface MarketCell {
  criterion: CriterionId
  /** Firms that state it, in whole steps: "at least this many". */
  firms: number
  /** Of their best values, in round figures; `null` for what is no number. */
  quartiles: readonly [low: number, middle: number, high: number] | null
}

/** Fewer firms than this, the reader's own apart, and a cell says nothing. */
export const leastFirms = 5
/** Firms are counted in these steps, so that nobody sees one of them come or go. */
const firmSteps = [5, 10, 20, 50, 100, 200, 500, 1000]
/** Round figures: within each power of ten these and no others. */
const roundFigures = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/**
 * The cells of one kind of robot that may be shown to a reader, from what its products state. Whatever is asked, a cell is the same: it is cut by kind
 * alone, without the firm whose page it is (`own`), one value for each firm however many products it has, in round
 * figures and counted in steps. So no two questions differ by one firm, and a what-if changes nothing in it.
 * `readers` are the other firms the reader belongs to: they count as known, so they do not help to reach five.
 */
export function marketCells(
  stated: ReadonlyMap<CriterionId, readonly Stated[]>,
  { own, readers }: { own: string; readers: readonly string[] },
): Map<CriterionId, MarketCell> {
  const cells = new Map<CriterionId, MarketCell>()
  for (const criterion of criterionIds) {
    const others = (stated.get(criterion) ?? []).filter(each => each.firm !== own)
    const firms = new Set(others.map(each => each.firm))
    const strangers = [...firms].filter(firm => !readers.includes(firm)).length
    if (strangers >= leastFirms)
      cells.set(criterion, {
        criterion,
        firms: firmSteps.findLast(step => step <= firms.size) ?? leastFirms,
        quartiles: quartilesOf(criterion, others),
      })
  }
  return cells
}

function quartilesOf(criterion: CriterionId, stated: readonly Stated[]): MarketCell['quartiles'] {
  const { kind, direction } = criterionOf(criterion)
  if (kind !== 'number') return null
  const best = new Map<string, number>()
  for (const { firm, value: said } of stated) {
    const value = span(said)
    if (!value) continue
    // Of a span its cautious end, as the matcher takes it.
    const sure = direction === 'atMost' ? value.max : value.min
    const known = best.get(firm)
    const better = known === undefined || (direction === 'atMost' ? sure < known : sure > known)
    if (better) best.set(firm, sure)
  }
  const values = [...best.values()].sort((a, b) => a - b)
  if (values.length < leastFirms) return null
  return [quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75)]
}

function quantile(values: readonly number[], share: number): number {
  const at = share * (values.length - 1)
  const low = values[Math.floor(at)] ?? 0
  const high = values[Math.ceil(at)] ?? low
  return rounded(low + (high - low) * (at - Math.floor(at)))
}

/** The nearest round figure. */
export function rounded(value: number): number {
  if (value === 0) return 0
  const power = 10 ** Math.floor(Math.log10(Math.abs(value)))
  const part = Math.abs(value) / power
  const nearest = roundFigures.reduce((best, each) =>
    Math.abs(each - part) < Math.abs(best - part) ? each : best,
  )
  // 15 and not 15.000000000000002.
  return Math.sign(value) * Number((nearest * power).toPrecision(2))
}
