import type { z } from 'zod'
import { lockPilot, patchPilot } from '#db/queries/pilots.ts'
import { insertInsurance, listInsurances, listSafeguards, putSafeguards } from '#db/queries/safeguards.ts'
import { canSafeguard, sideOf } from '#domain/pilots/policy.ts'
import { InsuranceForm, SafeguardsForm } from '#domain/pilots/safety.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { record } from '../record.ts'
import { found } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict, permitFresh } from '../transition.ts'
import { factsOf, loadPilot } from './load.ts'

export const AnswerSafeguards = SafeguardsForm.extend({ id: id.pilot, rev, formKey })
export type AnswerSafeguards = z.infer<typeof AnswerSafeguards>

/** 试点风险包: what one side says of each item. The space may be named here where the deployment did not. */
export async function answerSafeguards(ctx: Context, input: AnswerSafeguards): Promise<void> {
  const { id: pilotId, rev: shown, formKey: key, safeguards, space } = AnswerSafeguards.parse(input)
  const { pilot } = await loadPilot(ctx, pilotId)
  if (await alreadyDone(ctx.db, pilotId, key)) return
  const facts = factsOf(pilot)
  await permitFresh(ctx.db, 'pilot', { ...pilot, shown }, canSafeguard(ctx.actor, facts))
  const side = found(sideOf(ctx.actor, facts), 'pilot.unknown')
  await inTransaction(ctx, async tx => {
    const locked = found(await lockPilot(tx, pilotId), 'pilot.unknown')
    if (await alreadyDone(tx, pilotId, key)) return
    if (locked.status !== pilot.status) throw await conflict(tx, 'pilot', pilotId)
    const before = await listSafeguards(tx, pilotId)
    await putSafeguards(
      tx,
      safeguards.map(({ item, answer, note = null }) => ({ pilotId, item, side, answer, note, at: ctx.now })),
    )
    if (space && locked.space === null) await patchPilot(tx, pilotId, { space })
    const { status } = locked
    const deed = { noun: 'pilot', id: pilotId, deed: 'safeguard', from: status, to: status, formKey: key }
    const own = before
      .filter(each => each.side === side)
      .map(({ item, answer, note }) => ({ item, answer, note }))
    await record(tx, ctx, { ...deed, before: own, after: { side, space: space ?? locked.space, safeguards } })
  })
}

export const InsurePilot = InsuranceForm.safeExtend({ id: id.pilot, formKey })
export type InsurePilot = z.infer<typeof InsurePilot>

/** 登记保险: one more policy for the pilot; none is ever changed. */
export async function insurePilot(ctx: Context, input: InsurePilot): Promise<void> {
  const { id: pilotId, formKey: key, ...cover } = InsurePilot.parse(input)
  const { pilot } = await loadPilot(ctx, pilotId)
  if (await alreadyDone(ctx.db, pilotId, key)) return
  await permitFresh(ctx.db, 'pilot', { ...pilot, shown: pilot.rev }, canSafeguard(ctx.actor, factsOf(pilot)))
  await inTransaction(ctx, async tx => {
    const locked = found(await lockPilot(tx, pilotId), 'pilot.unknown')
    if (!(await insertInsurance(tx, { id: key, pilotId, ...cover, recordedAt: ctx.now }))) return
    if (locked.status !== pilot.status) throw await conflict(tx, 'pilot', pilotId)
    const { status } = locked
    const deed = { noun: 'pilot', id: pilotId, deed: 'insure', from: status, to: status, formKey: key }
    await record(tx, ctx, { ...deed, after: { covers: await listInsurances(tx, pilotId) } })
  })
}
