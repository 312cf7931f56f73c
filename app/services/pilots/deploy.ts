import type { z } from 'zod'
import { insertPilotUnits, patchPilot } from '#db/queries/pilots.ts'
import { pilotLifecycle } from '#domain/pilots/lifecycle.ts'
import { Deployment } from '#domain/pilots/pilot.ts'
import { canDeploy } from '#domain/pilots/policy.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { indexScenario } from '../search/sync.ts'
import { alreadyDone, carryOut, permitFresh, transition } from '../transition.ts'
import { pilotContent } from './content.ts'
import { factsOf, loadPilot } from './load.ts'
import { tellBothSides } from './notify.ts'

export const DeployPilot = Deployment.extend({ id: id.pilot, rev, formKey })
export type DeployPilot = z.infer<typeof DeployPilot>

/** 部署: the units by serial number; with them the scenario's pilot begins. */
export async function deployPilot(ctx: Context, input: DeployPilot): Promise<void> {
  const { id: pilotId, rev: shown, formKey: key, serials, space } = DeployPilot.parse(input)
  const found = await loadPilot(ctx, pilotId)
  const { pilot, scenario } = found
  if (await alreadyDone(ctx.db, pilotId, key)) return
  await permitFresh(ctx.db, 'pilot', { ...pilot, shown }, canDeploy(ctx.actor, factsOf(pilot)))
  const step = { lifecycle: pilotLifecycle, id: pilotId, from: pilot.status, deed: 'deploy' as const }
  const after = { ...(await pilotContent(ctx.db, found)), units: serials, space }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, after }, async tx => {
    await insertPilotUnits(tx, pilotId, serials)
    await patchPilot(tx, pilotId, { space })
    const begin = {
      lifecycle: scenarioLifecycle,
      id: scenario.id,
      from: scenario.status,
      deed: 'startPilot' as const,
    }
    await transition(tx, ctx, begin)
    await indexScenario(tx, ctx, scenario.id)
    await tellBothSides(tx, found, { event: 'pilot.deployed', key, params: { count: serials.length } })
  })
}
