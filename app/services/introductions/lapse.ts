import type { Tx } from '#db/client.ts'
import { membersOf } from '#db/queries/accounts.ts'
import { findInquiry, listOverInquiries, lockInquiry, patchInquiry } from '#db/queries/inquiries.ts'
import {
  findIntroduction,
  listOverIntroductions,
  lockIntroduction,
  patchIntroduction,
} from '#db/queries/introductions.ts'
import { inquiryLifecycle } from '#domain/inquiries/lifecycle.ts'
import { introductionLifecycle } from '#domain/introductions/lifecycle.ts'
import type { InquiryId, IntroductionId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { transition } from '../transition.ts'

export type LapseDesk = Omit<Context, 'actor' | 'now' | 'requestId'>

const batch = 100

/**
 * 失效: what nobody answered ends with its call, or when its product is public no more. Each in a transaction of its
 * own, so that a run which dies is taken up by the next one. Answers how many.
 */
// public: a job of the platform; it ends what its own deadline has ended
export async function lapseTalks(desk: LapseDesk): Promise<number> {
  const actor = { kind: 'system', name: '平台' } as const
  const ctx: Context = { ...desk, actor, now: await desk.clock(desk.db), requestId: 'lapseTalks' }
  const introductions = await inBatches(
    () => listOverIntroductions(ctx.db, { limit: batch }),
    id => inTransaction(ctx, tx => lapseIntroduction(tx, ctx, id)),
  )
  const inquiries = await inBatches(
    () => listOverInquiries(ctx.db, { limit: batch }),
    id => inTransaction(ctx, tx => lapseInquiry(tx, ctx, id)),
  )
  return introductions + inquiries
}

/** Until nothing is over any more; a round that ends nothing leaves the rest to whoever has it in hand. */
async function inBatches<I>(next: () => Promise<I[]>, end: (id: I) => Promise<boolean>): Promise<number> {
  let ended = 0
  for (;;) {
    const ids = await next()
    let now = 0
    for (const id of ids) if (await end(id)) now += 1
    ended += now
    if (now === 0 || ids.length < batch) return ended
  }
}

async function lapseIntroduction(tx: Tx, ctx: Context, id: IntroductionId): Promise<boolean> {
  const locked = await lockIntroduction(tx, id)
  // Answered by now, or the deadline was put off: the row is asked again under its lock.
  const [over] = await listOverIntroductions(tx, { limit: 1, id })
  const found = over && locked && (await findIntroduction(tx, id))
  if (!locked || !found) return false
  await patchIntroduction(tx, id, { decidedAt: ctx.now })
  await transition(tx, ctx, { lifecycle: introductionLifecycle, id, from: locked.status, deed: 'lapse' })
  await tell(tx, await membersOf(tx, [locked.demandOrganizationId, locked.supplyOrganizationId]), {
    event: 'introduction.lapsed',
    noun: 'introduction',
    id,
    params: { title: found.title, product: found.product },
    key: `introduction.lapsed:${id}`,
  })
  return true
}

async function lapseInquiry(tx: Tx, ctx: Context, id: InquiryId): Promise<boolean> {
  const locked = await lockInquiry(tx, id)
  const [over] = await listOverInquiries(tx, { limit: 1, id })
  const found = over && locked && (await findInquiry(tx, id))
  if (!locked || !found) return false
  await patchInquiry(tx, id, { decidedAt: ctx.now })
  await transition(tx, ctx, { lifecycle: inquiryLifecycle, id, from: locked.status, deed: 'lapse' })
  const { scenarioId, productId, demandOrganizationId, supplyOrganizationId } = locked
  await tell(tx, await membersOf(tx, [demandOrganizationId, supplyOrganizationId]), {
    event: 'inquiry.lapsed',
    noun: 'inquiry',
    id,
    params: { title: found.scenario.title, product: found.product },
    // Several questions about one product end together, and are told once.
    key: `inquiry.lapsed:${scenarioId}:${productId}`,
  })
  return true
}
