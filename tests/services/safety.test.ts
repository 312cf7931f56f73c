import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { findPilot } from '#db/queries/pilots.ts'
import { listInsurances, listSafeguards } from '#db/queries/safeguards.ts'
import { addDays, type Day, dayOf } from '#domain/shared/dates.ts'
import type { PilotId } from '#domain/shared/ids.ts'
import type { Context } from '#services/context.ts'
import { deployPilot } from '#services/pilots/deploy.ts'
import { remindOfCovers } from '#services/pilots/remind.ts'
import { runPilot } from '#services/pilots/run.ts'
import { answerSafeguards, insurePilot } from '#services/pilots/safeguard.ts'
import { pilotSafety } from '#services/pilots/safety.ts'
import { showPilot } from '#services/pilots/show.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { hospital } from '#tests/support/factories.ts'
import { agreedPilot, type Cast, castOf } from '#tests/support/trip.ts'

const { db } = await testDatabase()
let ctx: Context
let cast: Cast
let demand: Context
let supply: Context

beforeAll(async () => {
  ctx = testContext({ db })
  cast = await castOf(ctx)
  demand = as(ctx, cast.demand)
  supply = as(ctx, cast.firm)
})

const form = async (id: PilotId) => ({
  id,
  rev: (await findPilot(db, id))?.pilot.rev ?? -1,
  formKey: v7(),
})

async function deployed(space: 'ward' | 'staff'): Promise<PilotId> {
  const id = await agreedPilot(ctx, cast)
  await deployPilot(supply, { ...(await form(id)), serials: [v7()], space })
  return id
}

const today = dayOf(new Date())
const cover = (from: number, until: number) => ({
  ...{ insurer: '示例财产保险公司', policyNumber: 'PZ-2026-0001' },
  ...{ validFrom: addDays(today, from), validUntil: addDays(today, until) },
})

describe('a pilot where untrained people come near', () => {
  it('runs on the days that an insurance covers, and on no other', async () => {
    const id = await deployed('ward')
    const run = async () => runPilot(supply, await form(id))
    await expect(run()).rejects.toMatchObject({ reason: 'pilot.notInsured', detail: { day: today } })
    await insurePilot(supply, { id, formKey: v7(), ...cover(-30, -1) })
    await insurePilot(demand, { id, formKey: v7(), ...cover(1, 90) })
    await expect(run()).rejects.toMatchObject({ reason: 'pilot.notInsured' })
    expect((await showPilot(supply, id)).safety).toMatchObject({ ok: false })
    await insurePilot(demand, { id, formKey: v7(), ...cover(0, 0) })
    await run()
    expect((await findPilot(db, id))?.pilot.status).toBe('running')
  })

  it('is one with trained staff where that is what was said, and unknown where nothing was said', async () => {
    const id = await deployed('staff')
    await runPilot(supply, await form(id))
    const other = await deployed('staff')
    await db.execute(`update pilot set space = null where id = '${other}'`)
    await expect(runPilot(supply, await form(other))).rejects.toMatchObject({
      reason: 'pilot.spaceUndecided',
    })
    const answer = { item: 'insurance.liability' as const, answer: 'done' as const }
    await answerSafeguards(demand, { ...(await form(other)), safeguards: [answer], space: 'home' })
    await expect(runPilot(supply, await form(other))).rejects.toMatchObject({ reason: 'pilot.notInsured' })
    // The firm does not say “staff” afterwards to be rid of the insurance.
    const lax = answerSafeguards(supply, { ...(await form(other)), safeguards: [answer], space: 'staff' })
    await expect(lax).rejects.toMatchObject({ reason: 'pilot.spaceOfDemand' })
    await answerSafeguards(demand, { ...(await form(other)), safeguards: [answer], space: 'staff' })
    expect((await findPilot(db, other))?.pilot.space).toBe('staff')
    await answerSafeguards(supply, { ...(await form(other)), safeguards: [answer], space: 'public' })
    expect((await findPilot(db, other))?.pilot.space).toBe('public')
  })
})

describe('an insurance', () => {
  it.each([
    ['2026-12-31T15:59:59.999Z', true],
    ['2026-12-31T16:00:00.000Z', false],
  ])('that ends on the last day of 2026 lets it run at %s: %s', async (at, runs) => {
    const id = await deployed('ward')
    const days = { validFrom: '2026-12-01' as Day, validUntil: '2026-12-31' as Day }
    await insurePilot(supply, { id, formKey: v7(), ...cover(0, 0), ...days })
    const then = { ...supply, clock: async () => new Date(at) }
    const run = runPilot(then, await form(id))
    if (runs) await run
    else
      await expect(run).rejects.toMatchObject({ reason: 'pilot.notInsured', detail: { day: '2027-01-01' } })
  })

  it('stays what it was, whoever writes to the table', async () => {
    const id = await deployed('ward')
    await insurePilot(supply, { id, formKey: v7(), ...cover(0, 10) })
    const change = db.execute(
      `update pilot_insurance set valid_until = '2099-01-01' where pilot_id = '${id}'`,
    )
    await expect(change).rejects.toThrow()
    await expect(db.execute(`delete from pilot_insurance where pilot_id = '${id}'`)).rejects.toThrow()
  })

  it('is recorded once by a form sent twice at once, by either side and by nobody else', async () => {
    const id = await deployed('ward')
    const once = { id, formKey: v7(), ...cover(0, 100) }
    await Promise.all([insurePilot(supply, once), insurePilot(supply, once)])
    await insurePilot(supply, once)
    expect(await listInsurances(db, id)).toHaveLength(1)
    const stranger = as(ctx, await hospital(db))
    await expect(insurePilot(stranger, { ...once, formKey: v7() })).rejects.toMatchObject({
      code: 'notFound',
    })
    const bureau = as(ctx, cast.reviewer)
    await expect(insurePilot(bureau, { ...once, formKey: v7() })).rejects.toMatchObject({
      reason: 'pilot.notYours',
    })
    await expect(
      insurePilot(supply, { ...once, formKey: v7(), validUntil: addDays(today, -1) }),
    ).rejects.toThrow()
  })

  it('reminds both sides once, fourteen days ahead, unless a later one follows', async () => {
    const [ending, renewed, far] = [await deployed('ward'), await deployed('ward'), await deployed('ward')]
    const [gap, twins] = [await deployed('ward'), await deployed('ward')]
    await insurePilot(supply, { id: gap, formKey: v7(), ...cover(-10, 3) })
    await insurePilot(supply, { id: gap, formKey: v7(), ...cover(5, 200) })
    await insurePilot(supply, { id: twins, formKey: v7(), ...cover(-10, 7) })
    await insurePilot(demand, { id: twins, formKey: v7(), ...cover(-20, 7) })
    await insurePilot(supply, { id: ending, formKey: v7(), ...cover(-10, 14) })
    await insurePilot(supply, { id: renewed, formKey: v7(), ...cover(-10, 3) })
    await insurePilot(supply, { id: renewed, formKey: v7(), ...cover(4, 200) })
    await insurePilot(supply, { id: far, formKey: v7(), ...cover(-10, 15) })
    const told = async (id: PilotId) => {
      const rows = await db.execute<{ n: number }>(
        `select count(*)::int as n from notification where event = 'pilot.coverEnding' and object_id = '${id}'`,
      )
      return rows[0]?.n
    }
    await remindOfCovers(db, ctx.now)
    expect(await remindOfCovers(db, ctx.now)).toBe(0)
    expect([await told(ending), await told(renewed), await told(far)]).toEqual([2, 0, 0])
    expect([await told(gap), await told(twins)]).toEqual([2, 2])
  })
})

describe('the risk pack of a pilot', () => {
  it('counts an item once both sides have answered it, and keeps what each said', async () => {
    const id = await deployed('ward')
    const before = await pilotSafety(demand, id)
    expect(before.items.map(({ item }) => item)).toContain('site.infection')
    expect(before.settled).toBe(0)
    const done = { item: 'site.infection' as const, answer: 'done' as const, note: '院感科 11 月 3 日会签' }
    await answerSafeguards(demand, { ...(await form(id)), safeguards: [done] })
    expect((await pilotSafety(supply, id)).settled).toBe(0)
    const none = { item: 'site.infection' as const, answer: 'notApplicable' as const, note: '不进隔离区' }
    await answerSafeguards(supply, { ...(await form(id)), safeguards: [none] })
    const after = await pilotSafety(as(ctx, cast.reviewer), id)
    expect(after.settled).toBe(1)
    expect(after.can).toMatchObject({ ok: false })
    const open = { item: 'site.infection' as const, answer: 'open' as const }
    await answerSafeguards(supply, { ...(await form(id)), safeguards: [open] })
    expect((await pilotSafety(supply, id)).settled).toBe(0)
  })

  it('does not lose what a colleague answered meanwhile, and keeps the day of what stays', async () => {
    const id = await deployed('ward')
    const stale = await form(id)
    const done = { item: 'site.fire' as const, answer: 'done' as const }
    await answerSafeguards(demand, { ...(await form(id)), safeguards: [done] })
    const open = { item: 'site.fire' as const, answer: 'open' as const }
    await expect(answerSafeguards(demand, { ...stale, safeguards: [open] })).rejects.toMatchObject({
      reason: 'page.changed',
    })
    const [first] = await listSafeguards(db, id)
    const tomorrow = { ...demand, now: new Date(ctx.now.getTime() + 86_400_000) }
    const more = { item: 'site.stop' as const, answer: 'done' as const }
    await answerSafeguards(tomorrow, { ...(await form(id)), safeguards: [done, more] })
    const after = await listSafeguards(db, id)
    expect(after.find(each => each.item === 'site.fire')?.at).toEqual(first?.at)
  })

  it('wants a reason for what does not apply, and has one answer of a form sent twice', async () => {
    const id = await deployed('ward')
    const bare = { item: 'site.fire' as const, answer: 'notApplicable' as const }
    await expect(answerSafeguards(demand, { ...(await form(id)), safeguards: [bare] })).rejects.toThrow(
      /safeguardReason/,
    )
    const twice = {
      ...(await form(id)),
      safeguards: [{ item: 'site.fire' as const, answer: 'done' as const }],
    }
    await Promise.all([answerSafeguards(demand, twice), answerSafeguards(demand, twice)])
    expect(await listSafeguards(db, id)).toHaveLength(1)
    const deeds = await db.execute<{ n: number }>(
      `select count(*)::int as n from history where object_id = '${id}' and deed = 'safeguard'`,
    )
    expect(deeds[0]?.n).toBe(1)
  })
})
