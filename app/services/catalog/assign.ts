import { z } from 'zod'
import { lockEntry } from '#db/queries/catalog.ts'
import type { ExpertRow } from '#db/queries/experts.ts'
import { assignedTo, deleteAssignments, insertAssignments, listExperts } from '#db/queries/experts.ts'
import type { EntryFacts } from '#domain/catalog/policy.ts'
import { canAssignExperts, canReviewFor } from '#domain/catalog/policy.ts'
import { listOf } from '#domain/shared/fields.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { AccountId, EntryId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { accountIdOf, record } from '../record.ts'
import { demand, found, permit, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict } from '../transition.ts'
import { factsOf, loadEntry } from './load.ts'

export const AssignExperts = z.object({
  id: id.entry,
  experts: listOf(id.account, { min: 1, max: 20 }),
  formKey,
})
export type AssignExperts = z.infer<typeof AssignExperts>

/** 指派专家: at least one, none of either party; who has sent a sheet stays. Only these see the entry and score. */
export async function assignExperts(ctx: Context, input: AssignExperts): Promise<void> {
  const { id: entryId, experts, formKey: key } = AssignExperts.parse(input)
  const loaded = await loadEntry(ctx, entryId)
  if (await alreadyDone(ctx.db, entryId, key)) return
  const facts = factsOf(loaded)
  permit(canAssignExperts(ctx.actor, facts))
  await inTransaction(ctx, async tx => {
    const locked = found(await lockEntry(tx, entryId), 'entry.unknown')
    if (await alreadyDone(tx, entryId, key)) return
    if (locked.status !== 'expertReview') throw await conflict(tx, 'entry', entryId)
    const pool = await listExperts(tx, entryId)
    const before = pool.filter(each => each.assigned)
    const fresh = experts.filter(each => !before.some(one => one.id === each))
    for (const expert of fresh) demandFit(pool, expert, facts)
    // A sheet that was sent stays with its expert, stood back or not.
    const dropped = before.filter(each => !each.scored && !experts.includes(each.id))
    const by = { assignedBy: accountIdOf(ctx.actor), assignedAt: ctx.now }
    await deleteAssignments(
      tx,
      entryId,
      dropped.map(each => each.id),
    )
    await insertAssignments(
      tx,
      experts.map(accountId => ({ entryId, accountId, ...by })),
    )
    const { status } = locked
    await record(tx, ctx, {
      ...{ noun: 'entry', id: entryId, deed: 'assign', from: status, to: status, formKey: key },
      ...{ before: before.map(each => each.id).sort(), after: [...experts].sort() },
    })
    await tell(tx, experts, {
      event: 'entry.assigned',
      noun: 'entry',
      id: entryId,
      params: { title: locked.title },
      key: `entry.assigned:${entryId}`,
    })
  })
}

function demandFit(pool: readonly ExpertRow[], expert: AccountId, { pilot }: EntryFacts): void {
  const known = pool.find(each => each.id === expert)
  if (!known) throw new Refusal('invalid', 'entry.notAnExpert', { path: 'experts' })
  const verdict = canReviewFor(known, pilot)
  demand(verdict.ok ? verdict : { ...verdict, path: 'experts' })
}

export interface ExpertChoice {
  id: EntryId
  number: string | null
  title: string
  experts: { id: AccountId; name: string; assigned: boolean; scored: boolean; fit: Verdict }[]
  can: Verdict
  formKey: string
}

/** What the handler's page of assignment shows: the pool, and why one or the other does not fit. */
export async function expertChoice(ctx: Context, id: unknown): Promise<ExpertChoice> {
  const loaded = await loadEntry(ctx, id)
  const facts = factsOf(loaded)
  const can = canAssignExperts(ctx.actor, facts)
  // The pool's names are the bureau's; a closed page is shown without them.
  if (!can.ok && can.reason !== 'entry.notInReview') permit(can)
  const pool = can.ok ? await listExperts(ctx.db, loaded.entry.id) : []
  return {
    id: loaded.entry.id,
    number: loaded.entry.number,
    title: loaded.entry.title,
    experts: pool.map(({ id: accountId, name, assigned, scored, ...row }) => ({
      ...{ id: accountId, name, assigned, scored },
      fit: canReviewFor(row, facts.pilot),
    })),
    can,
    formKey: newFormKey(),
  }
}

/** Whether all who were asked have answered. */
export async function allHaveScored(ctx: Context, entryId: EntryId, scored: readonly AccountId[]) {
  const asked = await assignedTo(ctx.db, entryId)
  return asked.length > 0 && asked.every(each => scored.includes(each))
}
