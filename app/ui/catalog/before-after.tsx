import { Dumbbell } from '../chart/dumbbell.tsx'
import type { PilotMetric } from '../pilot/pilot-metrics.tsx'
import { useT } from '../shell/dictionary.tsx'

const round = (value: number) => Math.round(value * 1e6) / 1e6

/** Each measured metric against its baseline; a metric without one of the two is named below, not drawn. */
export function BeforeAfter({
  metrics,
  source,
  href,
}: {
  metrics: readonly PilotMetric[]
  source: string
  href?: string
}) {
  const t = useT()
  const drawn = metrics.flatMap(metric =>
    metric.baseline === null || metric.measured === null
      ? []
      : [{ metric, before: metric.baseline, after: metric.measured }],
  )
  const rest = metrics.filter(metric => metric.baseline === null || metric.measured === null)
  return (
    <>
      <Dumbbell
        rows={drawn.map(({ metric, before, after }) => ({
          key: String(metric.position),
          name: metric.name,
          method: metric.method,
          before,
          after,
          beforeText: `${t.number(before)} ${metric.unit}`,
          afterText: `${t.number(after)} ${metric.unit}`,
          delta: `${after >= before ? '＋' : '−'}${t.number(round(Math.abs(after - before)))} ${metric.unit === '%' ? t('catalog.points') : metric.unit}`,
          href,
          evidence: metric.sample ?? source,
        }))}
      />
      <p className="t13 ink3 mt4">{t('catalog.dumbbellNote')}</p>
      {rest.length > 0 && (
        <p className="t13 ink3">
          {t('catalog.notDrawn', {
            names: rest.map(metric => metric.name).join(t.locale === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
    </>
  )
}
