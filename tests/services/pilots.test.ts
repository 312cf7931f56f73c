import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { findPilot, listPilotMetrics, listPilotUnits } from '#db/queries/pilots.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import type { PilotId } from '#domain/shared/ids.ts'
import type { Context } from '#services/context.ts'
import { deployPilot } from '#services/pilots/deploy.ts'
import { reportPilot } from '#services/pilots/report.ts'
import { requestAcceptance } from '#services/pilots/request-acceptance.ts'
import { runPilot } from '#services/pilots/run.ts'
import { sendBackPilot } from '#services/pilots/send-back.ts'
import { listPilots, showPilot } from '#services/pilots/show.ts'
import { signAcceptance } from '#services/pilots/sign.ts'
import { loadScenario } from '#services/scenarios/load.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { hospital, officer, robotFirm } from '#tests/support/factories.ts'
import { agreedPilot, type Cast, castOf, runningPilot } from '#tests/support/trip.ts'

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

async function form(id: PilotId) {
  const { rev } = await showPilot(demand, id)
  return { id, rev, formKey: v7() }
}

/** Measured values on their targets, but for the positions given. */
async function measured(id: PilotId, except: Record<number, number | undefined> = {}) {
  const metrics = await listPilotMetrics(db, id)
  return metrics.map(({ position, target }) => ({
    position,
    measured: position in except ? except[position] : target,
  }))
}

const signature = { opinion: '逐项核对，同意验收', affirmed: true, waivers: [] }

async function askedFor(except: Record<number, number | undefined> = {}) {
  const id = await runningPilot(ctx, cast, [v7()])
  await requestAcceptance(supply, { ...(await form(id)), measurements: await measured(id, except) })
  return id
}

describe('sight', () => {
  it('is for the two sides and the bureau', async () => {
    const id = await agreedPilot(ctx, cast)
    await expect(showPilot(demand, id)).resolves.toMatchObject({ side: 'demand', status: 'agreed' })
    await expect(showPilot(supply, id)).resolves.toMatchObject({ side: 'supply' })
    await expect(showPilot(as(ctx, await officer(db, 'auditor')), id)).resolves.toMatchObject({ side: null })
    for (const stranger of [await hospital(db), await robotFirm(db), await officer(db, 'expert')]) {
      await expect(showPilot(as(ctx, stranger), id)).rejects.toMatchObject({ code: 'notFound' })
      expect((await listPilots(as(ctx, stranger))).map(each => each.id)).not.toContain(id)
    }
    await expect(showPilot(ctx, id)).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('deploying and running', () => {
  it('registers each unit once, in one spelling, and moves the scenario along', async () => {
    const id = await agreedPilot(ctx, cast)
    const twice = { ...(await form(id)), serials: ['yxd-y3 0001', 'ＹＸＤ-Y3-0002'], space: 'staff' as const }
    await expect(deployPilot(demand, twice)).rejects.toMatchObject({ code: 'forbidden' })
    await Promise.all([deployPilot(supply, twice), deployPilot(supply, twice)])
    expect(await listPilotUnits(db, id)).toEqual(['YXD-Y3-0002', 'YXD-Y30001'])
    const pilot = await findPilot(db, id)
    expect(pilot?.scenario.status).toBe('piloting')
    await expect(
      deployPilot(supply, { ...(await form(id)), serials: ['A-1'], space: 'staff' }),
    ).rejects.toMatchObject({
      reason: 'pilot.notAgreed',
    })
    await expect(deployPilot(supply, { ...twice, serials: ['A-1', 'a-1'], formKey: v7() })).rejects.toThrow()
  })

  it('reports a period once, never one to come, never more available than scheduled hours', async () => {
    const id = await agreedPilot(ctx, cast)
    await deployPilot(supply, { ...(await form(id)), serials: [v7()], space: 'staff' })
    await runPilot(supply, await form(id))
    const today = dayOf(ctx.now)
    const report = {
      periodStart: addDays(today, -6),
      periodEnd: today,
      scheduledHours: 100,
      availableHours: 97,
      tasks: 900,
      interventions: 3,
    }
    const sent = { id, formKey: v7(), report }
    await Promise.all([reportPilot(supply, sent), reportPilot(supply, sent)])
    expect((await showPilot(demand, id)).reports).toHaveLength(1)
    await expect(reportPilot(supply, { ...sent, formKey: v7() })).rejects.toMatchObject({
      reason: 'pilot.periodReported',
    })
    const ahead = { ...report, periodStart: addDays(today, -1), periodEnd: addDays(today, 2) }
    await expect(reportPilot(supply, { id, formKey: v7(), report: ahead })).rejects.toMatchObject({
      reason: 'pilot.periodAhead',
    })
    const absurd = {
      ...report,
      periodStart: addDays(today, -20),
      periodEnd: addDays(today, -14),
      availableHours: 101,
    }
    await expect(reportPilot(supply, { id, formKey: v7(), report: absurd })).rejects.toThrow(
      /pilot\.hoursOrder/,
    )
    await expect(reportPilot(demand, { id, formKey: v7(), report })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('acceptance', () => {
  it('needs a report first, and both signatures', async () => {
    const bare = await agreedPilot(ctx, cast)
    await deployPilot(supply, { ...(await form(bare)), serials: [v7()], space: 'staff' })
    await runPilot(supply, await form(bare))
    await expect(
      requestAcceptance(supply, { ...(await form(bare)), measurements: await measured(bare) }),
    ).rejects.toMatchObject({ reason: 'pilot.noReport' })

    const id = await askedFor()
    expect(await signAcceptance(supply, { ...(await form(id)), ...signature })).toEqual({ accepted: false })
    expect((await showPilot(demand, id)).status).toBe('acceptanceRequested')
    await expect(signAcceptance(supply, { ...(await form(id)), ...signature })).rejects.toMatchObject({
      reason: 'pilot.signedAlready',
    })
    expect(await signAcceptance(demand, { ...(await form(id)), ...signature })).toEqual({ accepted: true })
    const { scenarioId, status } = await showPilot(demand, id)
    expect(status).toBe('accepted')
    expect((await loadScenario(demand, scenarioId)).scenario.status).toBe('accepted')
  })

  it('takes both signatures at once as one acceptance', async () => {
    const id = await askedFor()
    const shown = await form(id)
    const answers = await Promise.all([
      signAcceptance(supply, { ...shown, ...signature, formKey: v7() }),
      signAcceptance(demand, { ...shown, ...signature, formKey: v7() }),
    ])
    expect(answers.filter(answer => answer.accepted)).toHaveLength(1)
    expect((await showPilot(demand, id)).history.filter(step => step.deed === 'accept')).toHaveLength(1)
  })

  it('is impossible with a mandatory metric unmet or unmeasured, but for a named waiver of the demand side', async () => {
    const id = await askedFor({ 0: 91.2, 2: undefined })
    await expect(signAcceptance(demand, { ...(await form(id)), ...signature })).rejects.toMatchObject({
      reason: 'pilot.metricNotMet',
    })
    const one = [{ position: 0, reason: '电梯改造期间停用两周，双方认可' }]
    await expect(
      signAcceptance(demand, { ...(await form(id)), ...signature, waivers: one }),
    ).rejects.toMatchObject({ reason: 'pilot.metricNotMeasured' })
    const both = [...one, { position: 2, reason: '后台事件缺失，改由值班登记佐证' }]
    await signAcceptance(supply, {
      ...(await form(id)),
      ...signature,
      waivers: [{ position: 0, reason: '供给方不得豁免' }],
    })
    expect((await listPilotMetrics(db, id)).every(metric => metric.waiver === null)).toBe(true)
    expect(await signAcceptance(demand, { ...(await form(id)), ...signature, waivers: both })).toEqual({
      accepted: true,
    })
    const [waived] = await listPilotMetrics(db, id)
    expect(waived).toMatchObject({ waiver: both[0]?.reason, waivedBy: cast.demand.accountId })
  })

  it('goes back for rework with a reason, and the old signature does not count in the new round', async () => {
    const id = await askedFor()
    await signAcceptance(supply, { ...(await form(id)), ...signature })
    await sendBackPilot(demand, { ...(await form(id)), deed: 'sendBack', reason: '准时率口径需要统一' })
    expect((await showPilot(supply, id)).status).toBe('rework')
    await runPilot(supply, await form(id))
    await requestAcceptance(supply, { ...(await form(id)), measurements: await measured(id) })
    expect(await signAcceptance(demand, { ...(await form(id)), ...signature })).toEqual({ accepted: false })
    expect(await signAcceptance(supply, { ...(await form(id)), ...signature })).toEqual({ accepted: true })
  })

  it('ends the scenario when it fails', async () => {
    const id = await askedFor({ 0: 50 })
    await sendBackPilot(demand, { ...(await form(id)), deed: 'fail', reason: '两次整改仍未达标' })
    const { status, scenarioId } = await showPilot(demand, id)
    expect(status).toBe('failed')
    expect((await loadScenario(demand, scenarioId)).scenario.status).toBe('terminated')
    const [indexed] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from search_document where id = ${scenarioId}`,
    )
    expect(indexed?.n).toBe(0)
  })

  it('keeps targets and signatures against the database itself', async () => {
    const id = await askedFor()
    await signAcceptance(supply, { ...(await form(id)), ...signature })
    await expect(db.execute(sql`update pilot_metric set target = 1 where pilot_id = ${id}`)).rejects.toThrow()
    await expect(db.execute(sql`delete from pilot_signature where pilot_id = ${id}`)).rejects.toThrow()
  })
})
