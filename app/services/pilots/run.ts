import { z } from 'zod'
import { listInsurances } from '#db/queries/safeguards.ts'
import { pilotLifecycle } from '#domain/pilots/lifecycle.ts'
import { canResume, canRun } from '#domain/pilots/policy.ts'
import { maySafelyRun } from '#domain/pilots/safety.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { pilotContent } from './content.ts'
import { factsOf, loadPilot } from './load.ts'
import { tellBothSides } from './notify.ts'

export const RunPilot = z.object({ id: id.pilot, rev, formKey })
export type RunPilot = z.infer<typeof RunPilot>

/** 开始试运行, or 整改后恢复运行: from here on periods are reported. */
export async function runPilot(ctx: Context, input: RunPilot): Promise<void> {
  const { id: pilotId, rev: shown, formKey: key } = RunPilot.parse(input)
  const found = await loadPilot(ctx, pilotId)
  const { pilot } = found
  if (await alreadyDone(ctx.db, pilotId, key)) return
  const resuming = pilot.status === 'rework'
  const verdict = resuming ? canResume(ctx.actor, factsOf(pilot)) : canRun(ctx.actor, factsOf(pilot))
  await permitFresh(ctx.db, 'pilot', { ...pilot, shown }, verdict)
  const today = dayOf(await ctx.clock(ctx.db))
  permit(maySafelyRun(pilot.space, await listInsurances(ctx.db, pilotId), today))
  const deed = resuming ? ('resume' as const) : ('run' as const)
  const step = { lifecycle: pilotLifecycle, id: pilotId, from: pilot.status, deed }
  const after = await pilotContent(ctx.db, found)
  await carryOut(ctx, { ...step, rev: shown, formKey: key, after }, async tx => {
    await tellBothSides(tx, found, { event: 'pilot.running', key })
  })
}
