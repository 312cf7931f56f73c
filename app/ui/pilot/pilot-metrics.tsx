import type { Tri as Value } from '#domain/shared/tri.ts'
import type { TargetDirection } from '#domain/vocabulary.ts'
import { MetricTable } from '../pattern/metric-table.tsx'
import { useT } from '../shell/dictionary.tsx'

export interface PilotMetric {
  position: number
  name: string
  method: string
  unit: string
  direction: TargetDirection
  baseline: number | null
  target: number
  mandatory: boolean
  measured: number | null
  sample: string | null
  waiver: string | null
  state: Value
}

/** The metrics as the scenario set them and as the pilot measured them; a waiver stands under its metric. */
export function PilotMetrics({ metrics }: { metrics: readonly PilotMetric[] }) {
  const t = useT()
  const sign = { atLeast: '≥', atMost: '≤' } as const
  const measured = metrics.some(metric => metric.measured !== null)
  return (
    <MetricTable
      rows={metrics.map(metric => ({
        key: String(metric.position),
        name: metric.name,
        method: (
          <>
            {metric.method}
            {metric.sample && <> · {t('pilot.sampleOf', { sample: metric.sample })}</>}
            {metric.waiver && <> · {t('pilot.waivedBecause', { reason: metric.waiver })}</>}
          </>
        ),
        must: metric.mandatory,
        baseline: metric.baseline === null ? undefined : t.number(metric.baseline),
        target: `${sign[metric.direction]} ${t.number(metric.target)}`,
        unit: metric.unit,
        ...(measured && {
          actual: metric.measured === null ? t('common.unknown') : t.number(metric.measured),
          verdict: metric.state,
        }),
      }))}
    />
  )
}
