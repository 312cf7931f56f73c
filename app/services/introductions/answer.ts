import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { lockIntroduction, patchIntroduction } from '#db/queries/introductions.ts'
import { lockScenario } from '#db/queries/scenarios.ts'
import { DeclineReasonField, Note, reasonGiven } from '#domain/introductions/introduction.ts'
import { introductionLifecycle } from '#domain/introductions/lifecycle.ts'
import { canAnswerIntroduction, canWithdrawIntroduction } from '#domain/introductions/policy.ts'
import { declineReasons } from '#domain/introductions/reasons.ts'
import { choice } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import { both } from '#domain/shared/localized.ts'
import type { Context } from '../context.ts'
import { accountIdOf } from '../record.ts'
import { demand, found, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict, permitFresh, transition } from '../transition.ts'
import { factsOf, isClosed, loadIntroduction } from './load.ts'

export const AnswerIntroduction = z.object({
  id: id.introduction,
  rev,
  formKey,
  answer: choice(['welcomed', 'declined']),
  reason: DeclineReasonField,
  note: Note,
})
export type AnswerIntroduction = z.input<typeof AnswerIntroduction>

const deeds = { welcomed: 'welcome', declined: 'turnDown' } as const

/**
 * 愿接洽 or 婉拒, by the side it went to, while the call is open. A welcome promises nothing: who bids is nobody's to
 * know before the opening, and whoever bids does so by the open call.
 */
export async function answerIntroduction(ctx: Context, input: AnswerIntroduction): Promise<void> {
  const { id: introductionId, rev: shown, formKey: key, answer, ...typed } = AnswerIntroduction.parse(input)
  const loaded = await loadIntroduction(ctx, introductionId)
  const { introduction } = loaded
  if (await alreadyDone(ctx.db, introductionId, key)) return
  const can = canAnswerIntroduction(ctx.actor, factsOf(introduction))
  await permitFresh(ctx.db, 'introduction', { ...introduction, shown }, can)
  if (answer === 'declined') demand(reasonGiven(typed.reason, typed.note))
  const given = answer === 'declined' ? typed : { reason: undefined, note: typed.note }
  await inTransaction(ctx, async tx => {
    const scenario = found(await lockScenario(tx, introduction.scenarioId, 'share'), 'scenario.unknown')
    const locked = found(await lockIntroduction(tx, introductionId), 'introduction.unknown')
    if (await alreadyDone(tx, introductionId, key)) return
    if (locked.rev !== shown) throw await conflict(tx, 'introduction', introductionId)
    const at = await ctx.clock(tx)
    if (isClosed(scenario, at)) throw new Refusal('conflict', 'introduction.closed')
    await patchIntroduction(tx, introductionId, {
      ...given,
      decidedAt: at,
      decidedBy: accountIdOf(ctx.actor),
    })
    const step = { lifecycle: introductionLifecycle, id: introductionId, from: locked.status }
    const told = { formKey: key, reason: given.note, after: { answer, ...given } }
    await transition(tx, ctx, { ...step, deed: deeds[answer], rev: shown, ...told })
    const { demandOrganizationId, supplyOrganizationId } = introduction
    await tell(tx, await membersOf(tx, [demandOrganizationId, supplyOrganizationId]), {
      event: `introduction.${answer}`,
      noun: 'introduction',
      id: introductionId,
      params: {
        ...{ title: loaded.title, product: loaded.product },
        reason: given.reason ? both(declineReasons[given.reason]) : '',
      },
      key: `introduction.${answer}:${introductionId}`,
    })
  })
}

export const WithdrawIntroduction = z.object({ id: id.introduction, rev, formKey })
export type WithdrawIntroduction = z.infer<typeof WithdrawIntroduction>

/** 撤回 by its sender, before an answer. */
export async function withdrawIntroduction(ctx: Context, input: WithdrawIntroduction): Promise<void> {
  const { id: introductionId, rev: shown, formKey: key } = WithdrawIntroduction.parse(input)
  const loaded = await loadIntroduction(ctx, introductionId)
  const { introduction } = loaded
  if (await alreadyDone(ctx.db, introductionId, key)) return
  const can = canWithdrawIntroduction(ctx.actor, factsOf(introduction))
  await permitFresh(ctx.db, 'introduction', { ...introduction, shown }, can)
  await inTransaction(ctx, async tx => {
    const locked = found(await lockIntroduction(tx, introductionId), 'introduction.unknown')
    if (await alreadyDone(tx, introductionId, key)) return
    if (locked.rev !== shown) throw await conflict(tx, 'introduction', introductionId)
    const decision = { decidedAt: await ctx.clock(tx), decidedBy: accountIdOf(ctx.actor) }
    await patchIntroduction(tx, introductionId, decision)
    const step = { lifecycle: introductionLifecycle, id: introductionId, from: locked.status }
    await transition(tx, ctx, { ...step, deed: 'withdraw', rev: shown, formKey: key })
    const { direction, demandOrganizationId, supplyOrganizationId } = introduction
    const receiver = direction === 'invite' ? supplyOrganizationId : demandOrganizationId
    await tell(tx, await membersOf(tx, [receiver]), {
      event: 'introduction.withdrawn',
      noun: 'introduction',
      id: introductionId,
      params: { title: loaded.title, product: loaded.product },
      key: `introduction.withdrawn:${introductionId}`,
    })
  })
}
