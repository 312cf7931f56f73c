import { isCriterionId } from '../ontology/criteria.ts'
import type { Spec, Specs } from '../ontology/requirement.ts'
import type { Day } from '../shared/dates.ts'
import type { Reason } from '../shared/verdict.ts'

/** A metric of an accepted pilot of the product, that was really measured there. */
export interface MeasuredMetric {
  pilot: string
  metric: string
}

/** What a stated fact still lacks for its grade: the control by its form name, and the key of a message. */
export interface ProofGap {
  field: string
  error: Reason
}

const isLinked = (spec: Spec): spec is Spec & { pilot: string; metric: string } =>
  spec.pilot !== undefined && spec.metric !== undefined

/**
 * The specs as they may be believed: a bare 试点实测 of older versions, which names no pilot, is what the firm declares.
 * Which pilot it was stays between the firm and the bureau; `links` keeps it.
 */
export function believedSpecs(specs: Specs, { links = false }: { links?: boolean } = {}): Specs {
  return mapSpecs(specs, spec => {
    const grade = spec.grade === 'A' && !isLinked(spec) ? 'C' : spec.grade
    if (links) return { ...spec, grade }
    const { pilot: _, metric: __, ...said } = spec
    return { ...said, grade }
  })
}

function mapSpecs(specs: Specs, change: (spec: Spec) => Spec): Specs {
  return Object.fromEntries(
    Object.entries(specs).flatMap(([criterion, spec]) => (spec ? [[criterion, change(spec)]] : [])),
  )
}

/** The pilots in which the product was measured, once each. */
export function measuredIn(specs: Specs): string[] {
  const linked = Object.values(specs).filter(spec => spec?.grade === 'A' && isLinked(spec))
  return [...new Set(linked.flatMap(spec => spec?.pilot ?? []))]
}

/**
 * What keeps the facts from being submitted: 第三方检测 says who tested, when and where it can be read; 试点实测 names an
 * accepted pilot of this product and a metric measured there; no day lies ahead. 企业自报 and 公开报道 owe nothing.
 */
export function proofGaps(
  specs: Specs,
  { today, measured }: { today: Day; measured: readonly MeasuredMetric[] },
): ProofGap[] {
  return Object.entries(specs).flatMap(([criterion, spec]) =>
    spec && isCriterionId(criterion)
      ? gapsOf(spec, { today, measured }).map(({ field, error }) => ({
          field: `specs.${criterion}.${field}`,
          error,
        }))
      : [],
  )
}

function gapsOf(
  spec: Spec,
  { today, measured }: { today: Day; measured: readonly MeasuredMetric[] },
): ProofGap[] {
  const gaps: ProofGap[] = []
  if (spec.sourceDay !== undefined && spec.sourceDay > today)
    gaps.push({ field: 'sourceDay', error: 'product.dayAhead' })
  if (spec.grade === 'B')
    for (const field of ['source', 'sourceDay', 'body'] as const)
      if (spec[field] === undefined) gaps.push({ field, error: 'product.proofMissing' })
  if (spec.grade === 'A') {
    const known = measured.filter(each => each.pilot === spec.pilot)
    if (known.length === 0) gaps.push({ field: 'pilot', error: 'product.pilotUnproven' })
    else if (!known.some(each => each.metric === spec.metric))
      gaps.push({ field: 'metric', error: 'product.metricUnproven' })
  }
  return gaps
}

/** 证据 as a list filters by it. */
export const evidenceFilters = ['tested', 'measured'] as const
export type EvidenceFilter = (typeof evidenceFilters)[number]
