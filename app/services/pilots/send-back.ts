import { z } from 'zod'
import type { PilotDeed } from '#domain/pilots/lifecycle.ts'
import { pilotLifecycle } from '#domain/pilots/lifecycle.ts'
import { canSendBack, canTerminatePilot } from '#domain/pilots/policy.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import { choice, text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { indexScenario } from '../search/sync.ts'
import { alreadyDone, carryOut, permitFresh, transition } from '../transition.ts'
import { pilotContent } from './content.ts'
import { factsOf, loadPilot } from './load.ts'
import { tellBothSides } from './notify.ts'

/** 整改 sends the pilot back to work, 不通过 ends it, 终止 ends it before an acceptance was asked for. */
export const SendBackPilot = z.object({
  id: id.pilot,
  deed: choice(['sendBack', 'fail', 'terminate']),
  reason: text({ min: 4, max: 1000 }),
  rev,
  formKey,
})
export type SendBackPilot = z.infer<typeof SendBackPilot>

/** The demand side's "not yet" or "no", always with a reason the robot firm reads. */
export async function sendBackPilot(ctx: Context, input: SendBackPilot): Promise<void> {
  const { id: pilotId, rev: shown, formKey: key, deed, reason } = SendBackPilot.parse(input)
  const loaded = await loadPilot(ctx, pilotId)
  const { pilot, scenario } = loaded
  if (await alreadyDone(ctx.db, pilotId, key)) return
  const verdict =
    deed === 'terminate'
      ? canTerminatePilot(ctx.actor, factsOf(pilot))
      : canSendBack(ctx.actor, factsOf(pilot))
  await permitFresh(ctx.db, 'pilot', { ...pilot, shown }, verdict)
  const step = { lifecycle: pilotLifecycle, id: pilotId, from: pilot.status, deed: deed satisfies PilotDeed }
  const after = await pilotContent(ctx.db, loaded)
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, async tx => {
    if (deed !== 'sendBack') {
      const end = {
        lifecycle: scenarioLifecycle,
        id: scenario.id,
        from: scenario.status,
        deed: 'terminate' as const,
      }
      await transition(tx, ctx, { ...end, reason })
      await indexScenario(tx, ctx, scenario.id)
    }
    const event = deed === 'sendBack' ? ('pilot.sentBack' as const) : ('pilot.terminated' as const)
    await tellBothSides(tx, loaded, { event, key, params: { reason } })
  })
}
