import type { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { countHistory } from '#db/queries/history.ts'
import type { PilotRecord } from '#db/queries/pilots.ts'
import {
  insertSignature,
  listPilotMetrics,
  listSignatures,
  lockPilot,
  patchPilot,
  setPilotMetric,
} from '#db/queries/pilots.ts'
import { canBeAccepted } from '#domain/pilots/acceptance.ts'
import { pilotLifecycle } from '#domain/pilots/lifecycle.ts'
import { Signature } from '#domain/pilots/pilot.ts'
import { canSign, sideOf } from '#domain/pilots/policy.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { accountIdOf, record } from '../record.ts'
import { demand, found, Refusal } from '../refusal.ts'
import { indexScenario } from '../search/sync.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict, permitFresh, transition } from '../transition.ts'
import { pilotContent } from './content.ts'
import { factsOf, loadPilot } from './load.ts'
import { tellBothSides } from './notify.ts'

export const SignAcceptance = Signature.extend({ id: id.pilot, rev, formKey })
export type SignAcceptance = z.infer<typeof SignAcceptance>

/**
 * 验收签字 of the actor's own side. The second signature accepts the pilot, provided that every mandatory metric
 * is met or waived by name; nothing else does, and no lapse of time either.
 */
export async function signAcceptance(ctx: Context, input: SignAcceptance): Promise<{ accepted: boolean }> {
  const signature = SignAcceptance.parse(input)
  const loaded = await loadPilot(ctx, signature.id)
  if (await alreadyDone(ctx.db, signature.id, signature.formKey))
    return { accepted: loaded.pilot.status === 'accepted' }
  const side = sideOf(ctx.actor, factsOf(loaded.pilot))
  await permitFresh(
    ctx.db,
    'pilot',
    { ...loaded.pilot, shown: signature.rev },
    // Who stands on neither side is told so by either side's policy.
    canSign(ctx.actor, factsOf(loaded.pilot), side ?? 'demand'),
  )
  if (!side) throw new Refusal('forbidden', 'organization.notMember')
  return inTransaction(ctx, async tx => {
    const locked = found(await lockPilot(tx, signature.id), 'pilot.unknown')
    if (await alreadyDone(tx, signature.id, signature.formKey))
      return { accepted: locked.status === 'accepted' }
    if (locked.status !== 'acceptanceRequested' || locked.rev !== signature.rev)
      throw await conflict(tx, 'pilot', locked.id)
    const signer = found(accountIdOf(ctx.actor), 'pilot.unknown')
    if (side === 'demand') await waive(tx, signature, signer)
    const round = await countHistory(tx, { noun: 'pilot', objectId: locked.id, deed: 'requestAcceptance' })
    const metrics = await listPilotMetrics(tx, locked.id)
    if (side === 'demand') demand(canBeAccepted(metrics))
    const row = {
      pilotId: locked.id,
      round,
      side,
      accountId: signer,
      opinion: signature.opinion,
      signedAt: ctx.now,
    }
    if (!(await insertSignature(tx, { ...row, contentHash: digest(metrics) })))
      throw new Refusal('conflict', 'pilot.signedAlready')
    const { id: pilotId, formKey: key, opinion } = signature
    const { status } = locked
    await record(tx, ctx, {
      noun: 'pilot',
      id: pilotId,
      deed: `sign.${side}`,
      from: status,
      to: status,
      formKey: key,
      reason: opinion,
      after: await pilotContent(tx, loaded),
    })
    const signatures = (await listSignatures(tx, pilotId)).filter(each => each.round === round)
    if (signatures.length === 2) return accept(tx, ctx, loaded)
    await tellBothSides(tx, loaded, { event: 'pilot.signed', key, params: { side } })
    return { accepted: false }
  })
}

async function waive(tx: Tx, signature: SignAcceptance, signer: AccountId): Promise<void> {
  for (const { position, reason } of signature.waivers) {
    if (reason)
      await setPilotMetric(tx, { pilotId: signature.id, position }, { waiver: reason, waivedBy: signer })
  }
}

async function accept(tx: Tx, ctx: Context, loaded: PilotRecord): Promise<{ accepted: true }> {
  const { pilot, scenario } = loaded
  const metrics = await listPilotMetrics(tx, pilot.id)
  demand(canBeAccepted(metrics))
  await transition(tx, ctx, {
    lifecycle: pilotLifecycle,
    id: pilot.id,
    from: pilot.status,
    deed: 'accept',
    after: await pilotContent(tx, loaded),
  })
  await patchPilot(tx, pilot.id, { acceptedAt: ctx.now })
  await transition(tx, ctx, {
    lifecycle: scenarioLifecycle,
    id: scenario.id,
    from: scenario.status,
    deed: 'accept',
  })
  await indexScenario(tx, ctx, scenario.id)
  await tellBothSides(tx, loaded, { event: 'pilot.accepted', key: pilot.id })
  return { accepted: true }
}
