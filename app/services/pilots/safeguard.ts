import type { z } from 'zod'
import { lockPilot, patchPilot } from '#db/queries/pilots.ts'
import { insertInsurance, listInsurances, listSafeguards, putSafeguards } from '#db/queries/safeguards.ts'
import { canSafeguard, sideOf } from '#domain/pilots/policy.ts'
import { InsuranceForm, mayRename, SafeguardsForm } from '#domain/pilots/safety.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { record } from '../record.ts'
import { found, permit } from '../refusal.ts'
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
    if (locked.rev !== shown) throw await conflict(tx, 'pilot', pilotId)
    const renamed = space ?? locked.space
    if (renamed) permit(mayRename(locked.space, renamed, side))
    const before = await listSafeguards(tx, pilotId)
    const said = safeguards.map(({ item, answer, note = null }) => ({ item, answer, note }))
    const own = before.filter(each => each.side === side)
    const fresh = said.filter(now => !own.some(each => isSame(each, now)))
    if (fresh.length > 0)
      await putSafeguards(
        tx,
        fresh.map(each => ({ ...each, pilotId, side, at: ctx.now })),
      )
    // The next page of a colleague has to show this first.
    await patchPilot(tx, pilotId, { space: renamed, rev: locked.rev + 1, updatedAt: ctx.now })
    const { status } = locked
    const deed = { noun: 'pilot', id: pilotId, deed: 'safeguard', from: status, to: status, formKey: key }
    await record(tx, ctx, {
      ...deed,
      before: own.map(({ item, answer, note }) => ({ item, answer, note })),
      after: { side, space: renamed, safeguards: said },
    })
  })
}

interface Said {
  item: string
  answer: string
  note: string | null
}

const isSame = (one: Said, other: Said) =>
  one.item === other.item && one.answer === other.answer && one.note === other.note

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
