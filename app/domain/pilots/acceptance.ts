import type { Tri } from '../shared/tri.ts'
import { and } from '../shared/tri.ts'
import type { Verdict } from '../shared/verdict.ts'
import { no, ok } from '../shared/verdict.ts'
import type { TargetDirection } from '../vocabulary.ts'

export interface MeasuredMetric {
  position: number
  name: string
  direction: TargetDirection
  target: number
  mandatory: boolean
  measured: number | null
  waiver: string | null
}

/** Met, unmet or not measured: a value that was not measured never passes as met. */
export function metricState(metric: Pick<MeasuredMetric, 'direction' | 'target' | 'measured'>): Tri {
  if (metric.measured === null) return 'U'
  const met =
    metric.direction === 'atLeast' ? metric.measured >= metric.target : metric.measured <= metric.target
  return met ? 'T' : 'F'
}

/** The state of all mandatory metrics together; a named waiver stands in for a metric. */
export function acceptanceState(metrics: readonly MeasuredMetric[]): Tri {
  return and(...metrics.filter(metric => metric.mandatory && metric.waiver === null).map(metricState))
}

/** 验收: every mandatory metric is met or waived by name; the first that is neither is named. */
export function canBeAccepted(metrics: readonly MeasuredMetric[]): Verdict {
  const open = metrics.find(
    metric => metric.mandatory && metric.waiver === null && metricState(metric) !== 'T',
  )
  if (!open) return ok
  const reason = open.measured === null ? 'pilot.metricNotMeasured' : 'pilot.metricNotMet'
  return no(reason, { metric: open.name, target: open.target, measured: open.measured ?? '' })
}
