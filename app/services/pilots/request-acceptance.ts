import type { z } from 'zod'
import { listPilotMetrics, listPilotReports, setPilotMetric } from '#db/queries/pilots.ts'
import { pilotLifecycle } from '#domain/pilots/lifecycle.ts'
import { Measurements } from '#domain/pilots/pilot.ts'
import { canRequestAcceptance } from '#domain/pilots/policy.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { metricContent, pilotContent } from './content.ts'
import { factsOf, loadPilot } from './load.ts'
import { tellBothSides } from './notify.ts'

export const RequestAcceptance = Measurements.extend({ id: id.pilot, rev, formKey })
export type RequestAcceptance = z.infer<typeof RequestAcceptance>

/** 申请验收: with the measured value of each metric and its sample; targets are not touched. */
export async function requestAcceptance(ctx: Context, input: RequestAcceptance): Promise<void> {
  const { id: pilotId, rev: shown, formKey: key, measurements } = RequestAcceptance.parse(input)
  const found = await loadPilot(ctx, pilotId)
  const { pilot } = found
  if (await alreadyDone(ctx.db, pilotId, key)) return
  await permitFresh(ctx.db, 'pilot', { ...pilot, shown }, canRequestAcceptance(ctx.actor, factsOf(pilot)))
  const [reports, metrics] = await Promise.all([
    listPilotReports(ctx.db, pilotId),
    listPilotMetrics(ctx.db, pilotId),
  ])
  if (reports.length === 0) throw new Refusal('invalid', 'pilot.noReport')
  const step = {
    lifecycle: pilotLifecycle,
    id: pilotId,
    from: pilot.status,
    deed: 'requestAcceptance' as const,
  }
  const measured = metrics.map(each => ({ ...each, ...measuredIn(measurements, each.position) }))
  const after = { ...(await pilotContent(ctx.db, found)), metrics: measured.map(metricContent) }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, after }, async tx => {
    for (const { position } of measurements)
      await setPilotMetric(tx, { pilotId, position }, measuredIn(measurements, position) ?? {})
    await tellBothSides(tx, found, { event: 'pilot.acceptanceRequested', key })
  })
}

/** The columns of a metric that was measured anew; a waiver of the round before does not count any more. */
function measuredIn(measurements: RequestAcceptance['measurements'], position: number) {
  const found = measurements.find(each => each.position === position)
  if (!found) return null
  return { measured: found.measured ?? null, sample: found.sample ?? null, waiver: null, waivedBy: null }
}
