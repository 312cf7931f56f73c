import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Db, Tx } from '#db/client.ts'
import { rewardBreaches } from '#db/queries/invariants.ts'
import { listNotifications } from '#db/queries/notifications.ts'
import { findClaim, firmGranted, listLedger } from '#db/queries/rewards.ts'
import { membership, organization, pilotUnit, rewardLedger } from '#db/schema/index.ts'
import { visitor } from '#domain/shared/actor.ts'
import { dayOf, yearOf } from '#domain/shared/dates.ts'
import type { ClaimId, PilotId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Fen } from '#domain/shared/money.ts'
import { fen, yuan } from '#domain/shared/money.ts'
import { showPilot } from '#services/pilots/show.ts'
import { DraftClaim, draftClaim, editClaim, submitClaim } from '#services/rewards/apply.ts'
import { ApproveClaim, approveClaim } from '#services/rewards/approve.ts'
import { handleClaim } from '#services/rewards/handle.ts'
import { recordPayment } from '#services/rewards/record-payment.ts'
import { reserve } from '#services/rewards/reserve.ts'
import { reverseClaim } from '#services/rewards/reverse.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { colleagueOf, membershipOf, officer, robotFirm } from '../support/factories.ts'
import type { Cast } from '../support/trip.ts'
import {
  acceptedPilot,
  announcedClaim,
  approve,
  castOf,
  claimForm,
  draftedClaim,
  eligibleForm,
  handledClaim,
  passNotice,
  runningPilot,
  submittedClaim,
} from '../support/trip.ts'

const { db } = await testDatabase({ max: 20 })
/** A second database, in which the ledger is written without the verbs. */
const arena = await testDatabase({ max: 20 })
const ctx = testContext({ db })
const now = new Date()
const capYear = yearOf(now)

const statusOf = async (id: ClaimId) => (await findClaim(db, id))?.claim.status
const uscc = async ({ firm }: Cast): Promise<string> => {
  const { organizationId } = membershipOf(firm)
  const [row] = await db.select().from(organization).where(eq(organization.id, organizationId))
  return row?.uscc ?? ''
}
const grantedTo = async (cast: Cast) => firmGranted(db, await uscc(cast), capYear)
const nothingBroken = async () => expect(await rewardBreaches(db)).toEqual([])

/** One cast and accepted pilots of it, made once for several tests. */
let cast: Cast
const pilots: PilotId[] = []
beforeAll(async () => {
  cast = await castOf(ctx)
  for (const serials of [['SL-1', 'SL-2'], ['SL-3'], ['SL-4'], ['SL-5'], ['SL-6'], ['SL-7']])
    pilots.push(await acceptedPilot(ctx, cast, serials))
})
const nextPilot = (): PilotId => {
  const id = pilots.shift()
  if (!id) throw new Error('no pilot is left')
  return id
}

describe('from draft to payment', () => {
  it('takes every step once, reserves at approval and only records the payment', async () => {
    const pilotId = nextPilot()
    const id = await draftedClaim(ctx, { cast, pilotId })
    expect((await findClaim(db, id))?.claim).toMatchObject({
      status: 'draft',
      number: null,
      ruleVersion: 'm09@2023-08-16',
    })
    const own = as(ctx, cast.firm)
    await submitClaim(own, { id, ...(await claimForm(ctx, id)) })
    expect((await findClaim(db, id))?.claim.number).toMatch(/^JL-\d{4}-\d{4}$/)
    for (const [deed, status] of [
      ['precheck', 'precheck'],
      ['forward', 'review'],
      ['announce', 'notice'],
    ] as const) {
      await handleClaim(as(ctx, cast.handler), { id, deed, ...(await claimForm(ctx, id)) })
      expect(await statusOf(id)).toBe(status)
    }
    await passNotice(db, id)
    const before = await grantedTo(cast)
    await approve(ctx, {
      cast,
      id,
      units: [
        { serial: 'sl—1', fen: yuan(180_000) },
        { serial: 'SL-2', fen: yuan(90_000) },
      ],
    })
    expect((await findClaim(db, id))?.claim).toMatchObject({
      status: 'approved',
      capYear,
      approvedFen: yuan(270_000),
    })
    expect((await listLedger(db, id)).map(row => [row.serial, row.fen, row.kind])).toEqual([
      ['SL-1', yuan(180_000), 'grant'],
      ['SL-2', yuan(90_000), 'grant'],
    ])
    expect(await grantedTo(cast)).toBe(before + yuan(270_000))
    const payment = { id, voucher: 'BJ-2026-000123', paidOn: dayOf(now) }
    await recordPayment(as(ctx, cast.approver), { ...payment, ...(await claimForm(ctx, id)) })
    expect(await statusOf(id)).toBe('paid')
    const told = (await listNotifications(db, cast.firm.accountId, 50)).map(row => row.event)
    expect(told.filter(event => event.startsWith('claim.')).sort()).toEqual([
      ...['claim.approved', 'claim.moved', 'claim.moved', 'claim.moved', 'claim.paid'],
    ])
    await nothingBroken()
  })

  it('keeps the facts of its last step, from which the same result is computed again', async () => {
    const { storedFacts, assessClaim } = await import('#services/rewards/facts.ts')
    const id = await handledClaim(ctx, { cast, pilotId: nextPilot(), deeds: ['precheck'] })
    const record = await findClaim(db, id)
    if (!record) throw new Error('no claim')
    const again = assessClaim(storedFacts(record).facts)
    expect(JSON.parse(JSON.stringify(again))).toEqual(record.claim.assessment)
    expect(again.assessed).toBeNull()
  })
})

describe('what may be claimed', () => {
  it('is an accepted pilot of the own firm, once at a time', async () => {
    const running = await runningPilot(ctx, cast, ['SL-RUN'])
    await expect(draftedClaim(ctx, { cast, pilotId: running })).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'claim.pilotNotAccepted',
    })
    const pilotId = nextPilot()
    const stranger = await robotFirm(db)
    await expect(draftedClaim(ctx, { cast: { ...cast, firm: stranger }, pilotId })).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(draftedClaim(ctx, { cast: { ...cast, firm: cast.demand }, pilotId })).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'organization.notMember',
    })
    const viewer = await colleagueOf(db, cast.firm, 'viewer')
    await expect(draftedClaim(ctx, { cast: { ...cast, firm: viewer }, pilotId })).rejects.toMatchObject({
      reason: 'organization.viewerOnly',
    })
    await expect(
      draftClaim(as(ctx, visitor), { ...eligibleForm, pilotId, formKey: v7() }),
    ).rejects.toMatchObject({ code: 'unauthenticated' })
    const id = await draftedClaim(ctx, { cast, pilotId })
    await expect(draftedClaim(ctx, { cast, pilotId })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'claim.alreadyClaimed',
    })
    for (const reader of [stranger, cast.handler])
      await expect(submitClaim(as(ctx, reader), { id, ...(await claimForm(ctx, id)) })).rejects.toMatchObject(
        { code: 'notFound' },
      )
    expect((await showPilot(as(ctx, cast.firm), pilotId)).claimId).toBe(id)
  })

  it('is one claim for one form, however often and however fast it is sent', async () => {
    const pilotId = nextPilot()
    const form = { ...eligibleForm, pilotId, formKey: v7() }
    const ids = await Promise.all([1, 2, 3].map(() => draftClaim(as(ctx, cast.firm), form)))
    expect(new Set(ids.map(each => each.id)).size).toBe(1)
    const id = ids[0]?.id
    if (!id) throw new Error('no claim')
    const edit = {
      ...eligibleForm,
      statement: '补充说明首台样机的经费来源',
      id,
      ...(await claimForm(ctx, id)),
    }
    await Promise.all([editClaim(as(ctx, cast.firm), edit), editClaim(as(ctx, cast.firm), edit)])
    expect((await findClaim(db, id))?.claim.rev).toBe(edit.rev + 1)
    await expect(editClaim(as(ctx, cast.firm), { ...edit, formKey: v7() })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'page.changed',
    })
    const sent = { id, ...(await claimForm(ctx, id)) }
    await Promise.all([submitClaim(as(ctx, cast.firm), sent), submitClaim(as(ctx, cast.firm), sent)])
    await submitClaim(as(ctx, cast.firm), sent)
    expect(await statusOf(id)).toBe('submitted')
    await expect(
      editClaim(as(ctx, cast.firm), { ...edit, ...(await claimForm(ctx, id)) }),
    ).rejects.toMatchObject({ reason: 'claim.notEditable' })
  })

  it('needs answers that can be read: bad ones are refused at their field', () => {
    const wrong = {
      ...eligibleForm,
      pilotId: v7(),
      formKey: v7(),
      funding: 'none',
      fundingLevels: ['national'],
      affirmed: false,
      statement: ' ',
      costs: [{ serial: 'A', costFen: '一百' }],
    }
    const { error } = DraftClaim.safeParse(wrong)
    expect(
      Object.fromEntries((error?.issues ?? []).map(issue => [issue.path.join('.'), issue.message])),
    ).toMatchObject({
      statement: 'field.required',
      affirmed: 'field.affirm',
      'costs.0.costFen': 'field.money',
    })
    const levels = DraftClaim.safeParse({ ...wrong, statement: '四个字的说明', affirmed: true, costs: [] })
    expect(levels.error?.issues.map(issue => issue.message)).toEqual(['reward.levelsWithoutFunding'])
    for (const amount of ['0', '-1', '500000.01', '50.001', 'x'])
      expect(
        ApproveClaim.safeParse({
          id: v7(),
          rev: 0,
          formKey: v7(),
          basis: '按审计',
          units: [{ serial: 'A', fen: amount }],
        }).success,
      ).toBe(false)
  })
})

describe('the verdict decides how far a claim goes', () => {
  it('not eligible: it is not even submitted', async () => {
    const other = await castOf(ctx, { demand: cast.demand, reviewer: cast.reviewer })
    const id = await draftedClaim(ctx, {
      cast: other,
      pilotId: await acceptedPilot(ctx, other),
      form: { funding: 'received', fundingLevels: ['municipal'] },
    })
    await expect(
      submitClaim(as(ctx, other.firm), { id, ...(await claimForm(ctx, id)) }),
    ).rejects.toMatchObject({ code: 'invalid', reason: 'claim.notEligible' })
    expect(await statusOf(id)).toBe('draft')
  })

  it('unknown: it is submitted and examined, but never announced, and goes back with a reason', async () => {
    const pilotId = nextPilot()
    const id = await submittedClaim(ctx, { cast, pilotId, form: { funding: 'unknown' } })
    const desk = as(ctx, cast.handler)
    for (const deed of ['precheck', 'forward'] as const)
      await handleClaim(desk, { id, deed, ...(await claimForm(ctx, id)) })
    await expect(
      handleClaim(desk, { id, deed: 'announce', ...(await claimForm(ctx, id)) }),
    ).rejects.toMatchObject({ code: 'conflict', reason: 'claim.notDecided' })
    expect(await statusOf(id)).toBe('review')
    await handleClaim(desk, { id, deed: 'reject', reason: '逾期未补经费来源', ...(await claimForm(ctx, id)) })
    expect(await statusOf(id)).toBe('rejected')
    const again = await submittedClaim(ctx, { cast, pilotId, form: { funding: 'unknown' } })
    await expect(
      handleClaim(desk, { id: again, deed: 'return', ...(await claimForm(ctx, again)) }),
    ).rejects.toThrow()
    await handleClaim(desk, {
      id: again,
      deed: 'return',
      reason: '请补经费来源声明',
      ...(await claimForm(ctx, again)),
    })
    expect(await statusOf(again)).toBe('draft')
  })

  it('a unit that stood in an earlier pilot, however it is spelled, is no first trial in the later one', async () => {
    const other = await castOf(ctx, { demand: cast.demand, reviewer: cast.reviewer })
    const first = await acceptedPilot(ctx, other, ['H2-001'])
    const second = await acceptedPilot(ctx, other, ['ｈ2—001 '])
    const later = await draftedClaim(ctx, { cast: other, pilotId: second })
    await expect(
      submitClaim(as(ctx, other.firm), { id: later, ...(await claimForm(ctx, later)) }),
    ).rejects.toMatchObject({ reason: 'claim.notEligible' })
    expect(await statusOf(await submittedClaim(ctx, { cast: other, pilotId: first }))).toBe('submitted')
  })
})

describe('the second officer', () => {
  let id: ClaimId
  let serial: string
  let other: Cast
  const ask = async (over: object = {}) => ({
    id,
    basis: '按专项审计评定',
    units: [{ serial, fen: yuan(100_000) }],
    ...(await claimForm(ctx, id)),
    ...over,
  })
  beforeAll(async () => {
    const both = await officer(db, 'handler', 'approver')
    other = await castOf(ctx, { demand: cast.demand, reviewer: cast.reviewer, handler: both })
    serial = 'FE-1'
    id = await handledClaim(ctx, {
      cast: other,
      pilotId: await acceptedPilot(ctx, other, [serial]),
      deeds: ['precheck', 'forward'],
    })
    await handleClaim(as(ctx, cast.handler), { id, deed: 'announce', ...(await claimForm(ctx, id)) })
  })

  it('waits for the end of the notice', async () => {
    await expect(approveClaim(as(ctx, other.approver), await ask())).rejects.toMatchObject({
      code: 'conflict',
      reason: 'claim.noticeRunning',
      detail: { until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    })
    await passNotice(db, id)
  })

  it('is never one who took a step before, even if another took the last one', async () => {
    for (const [actor, reason] of [
      [other.handler, 'officer.fourEyes'],
      [cast.handler, 'officer.approverOnly'],
      [await officer(db, 'auditor'), 'officer.approverOnly'],
      [other.firm, 'officer.approverOnly'],
    ] as const)
      await expect(approveClaim(as(ctx, actor), await ask())).rejects.toMatchObject({
        code: 'forbidden',
        reason,
      })
    await db.insert(membership).values({
      accountId: other.approver.accountId,
      organizationId: membershipOf(other.firm).organizationId,
      role: 'viewer',
    })
    const insider = { ...other.approver, memberships: other.firm.memberships }
    await expect(approveClaim(as(ctx, insider), await ask())).rejects.toMatchObject({
      reason: 'officer.ownOrganization',
    })
  })

  it('names amounts for the claim’s own units, within every ceiling, with the field that is wrong', async () => {
    const desk = as(ctx, other.approver)
    for (const [units, reason, path] of [
      [[{ serial: 'OTHER', fen: yuan(1) }], 'reward.foreignUnit', 'units[0].fen'],
      [
        [
          { serial, fen: yuan(1) },
          { serial: 'fe-1', fen: yuan(1) },
        ],
        'reward.foreignUnit',
        'units[0].fen',
      ],
      [[{ serial }], 'reward.noAmount', 'units'],
    ] as const)
      await expect(approveClaim(desk, await ask({ units }))).rejects.toMatchObject({
        code: 'invalid',
        reason,
        path,
      })
    await expect(approveClaim(desk, await ask({ rev: 0 }))).rejects.toMatchObject({
      code: 'conflict',
      reason: 'page.changed',
    })
    expect(await listLedger(db, id)).toEqual([])
  })

  it('approves once for one form and once for many at the same moment', async () => {
    const desk = as(ctx, other.approver)
    const form = await ask()
    await Promise.all([approveClaim(desk, form), approveClaim(desk, form)])
    await approveClaim(desk, form)
    await expect(approveClaim(desk, await ask())).rejects.toMatchObject({ code: 'conflict' })
    expect((await listLedger(db, id)).map(row => row.fen)).toEqual([yuan(100_000)])
    await nothingBroken()
  })

  it('records a payment after the notice and not ahead of today', async () => {
    const desk = as(ctx, other.approver)
    const form = async (paidOn: string) => ({
      id,
      voucher: 'BJ-77',
      paidOn: dayOf(new Date(paidOn)),
      ...(await claimForm(ctx, id)),
    })
    await expect(recordPayment(desk, await form('2020-01-01T00:00:00Z'))).rejects.toMatchObject({
      reason: 'claim.paidEarly',
      path: 'paidOn',
    })
    await expect(
      recordPayment(desk, await form(new Date(Date.now() + 3 * 86_400_000).toISOString())),
    ).rejects.toMatchObject({ reason: 'claim.paidAhead' })
    await expect(recordPayment(as(ctx, other.handler), await form(now.toISOString()))).rejects.toMatchObject({
      reason: 'officer.fourEyes',
    })
    const paid = await form(now.toISOString())
    await recordPayment(desk, paid)
    await recordPayment(desk, paid)
    expect(await statusOf(id)).toBe('paid')
    await expect(
      reverseClaim(as(ctx, other.handler), { id, reason: '审计追回', ...(await claimForm(ctx, id)) }),
    ).rejects.toMatchObject({ reason: 'officer.fourEyes' })
    await reverseClaim(desk, { id, reason: '审计追回', ...(await claimForm(ctx, id)) })
    expect((await listLedger(db, id)).map(row => [row.fen, row.kind])).toEqual([
      [yuan(100_000), 'grant'],
      [-yuan(100_000), 'reversal'],
    ])
    expect(await grantedTo(other)).toBe(0)
    await nothingBroken()
  })
})

/** Setup data: copies of an announced claim with all it stands on, each with one unit of its own. */
async function copiesOf(
  connection: Db,
  original: ClaimId,
  serials: string[],
): Promise<{ id: ClaimId; serial: string }[]> {
  const record = await findClaim(connection, original)
  if (!record) throw new Error('no claim to copy')
  const { claim, pilot, scenario } = record
  const copy = (table: string, from: string, over: Record<string, string | null>) =>
    connection.execute(sql`insert into ${sql.identifier(table)}
      select (jsonb_populate_record(t, ${JSON.stringify({ number: null, ...over })}::jsonb)).*
      from ${sql.identifier(table)} t where id = ${from}`)
  return Promise.all(
    serials.map(async serial => {
      const [scenarioId, bidId, pilotId, id] = [v7(), v7(), v7(), v7()]
      await copy('scenario', scenario.id, { id: scenarioId })
      await copy('bid', pilot.bidId, { id: bidId, scenario_id: scenarioId })
      await copy('pilot', pilot.id, { id: pilotId, scenario_id: scenarioId, bid_id: bidId })
      await copy('reward_claim', claim.id, { id, pilot_id: pilotId })
      await connection.insert(pilotUnit).values({ pilotId: brand<PilotId>(pilotId), serial })
      return { id: brand<ClaimId>(id), serial }
    }),
  )
}

const serials = Array.from({ length: 32 }, (_, index) => `CR-${String(index).padStart(2, '0')}`)

describe('32 approvals at once', () => {
  let claims: { id: ClaimId; serial: string }[]
  let crowd: Cast
  const approval = ({ id, serial }: { id: ClaimId; serial: string }) =>
    approve(ctx, { cast: crowd, id, units: [{ serial, fen: yuan(180_000) }] })

  beforeAll(async () => {
    crowd = await castOf(ctx, { demand: cast.demand, reviewer: cast.reviewer, handler: cast.handler })
    const original = await announcedClaim(ctx, { cast: crowd, pilotId: await acceptedPilot(ctx, crowd) })
    claims = await copiesOf(db, original, serials)
  })

  it('approve eleven of 180,000 yuan, tell the others what is left, and leave counters that equal the ledger', async () => {
    const outcomes = await Promise.allSettled(claims.map(approval))
    const refused = outcomes.filter(each => each.status === 'rejected').map(each => each.reason)
    expect(refused).toHaveLength(21)
    for (const reason of refused)
      expect(reason).toMatchObject({
        reason: expect.stringMatching(/^(reward\.overHeadroom|claim\.firmCapReached)$/),
        detail: { headroom: yuan(20_000) },
      })
    expect(await grantedTo(crowd)).toBe(yuan(1_980_000))
    await nothingBroken()
  })

  it('then a reversal, sent twice, frees room for exactly one more', async () => {
    const standing = await Promise.all(
      claims.map(async each => ({ ...each, status: await statusOf(each.id) })),
    )
    const [approved] = standing.filter(each => each.status === 'approved')
    const waiting = standing.filter(each => each.status === 'notice')
    if (!approved) throw new Error('none was approved')
    const form = { id: approved.id, reason: '企业放弃，释放额度', ...(await claimForm(ctx, approved.id)) }
    await Promise.all([
      reverseClaim(as(ctx, crowd.approver), form),
      reverseClaim(as(ctx, crowd.approver), form),
    ])
    expect(await grantedTo(crowd)).toBe(yuan(1_800_000))
    const outcomes = await Promise.allSettled(waiting.map(approval))
    expect(outcomes.filter(each => each.status === 'fulfilled')).toHaveLength(1)
    expect(await grantedTo(crowd)).toBe(yuan(1_980_000))
    await nothingBroken()
  })
})

/** A way to grant one unit an amount for one claim, if it still fits. */
type Grant = (tx: Tx, of: { claimId: ClaimId; uscc: string; serial: string; fen: Fen }) => Promise<void>

const guarded: Grant = (tx, { claimId: id, uscc, serial, fen: amount }) =>
  reserve(tx, { id, uscc, ruleVersion: 'm09@2023-08-16' }, { at: now, units: [{ serial, fen: amount }] })

/** What not to do: add up, compare, insert. */
const naive: Grant = async (tx, { claimId, uscc, serial, fen: amount }) => {
  const [sum] = await tx.execute<{ year: string; unit: string }>(sql`
    select coalesce(sum(fen), 0)::text as year,
      coalesce(sum(fen) filter (where serial = ${serial}), 0)::text as unit
    from reward_ledger where uscc = ${uscc} and cap_year = ${capYear}`)
  await tx.execute(sql`select pg_sleep(0.02)`)
  if (Number(sum?.year) + amount > yuan(2_000_000)) throw new Error('year full')
  if (Number(sum?.unit) + amount > yuan(500_000)) throw new Error('unit full')
  await tx.insert(rewardLedger).values({ claimId, uscc, capYear, serial, fen: amount, kind: 'grant' })
}

describe('the guard of the ceilings, without the verb around it', () => {
  let claims: { id: ClaimId; serial: string }[]
  const laws = async () =>
    (await rewardBreaches(arena.db)).filter(breach => !breach.invariant.startsWith('a claim'))

  beforeAll(async () => {
    const inside = testContext({ db: arena.db })
    const walkers = await castOf(inside)
    const original = await announcedClaim(inside, {
      cast: walkers,
      pilotId: await acceptedPilot(inside, walkers),
    })
    claims = await copiesOf(arena.db, original, serials)
  })

  /** A grant for each claim at the same moment: what the ledger then holds, and why the others were refused. */
  async function race(grant: Grant, serialOf: (index: number) => string) {
    const uscc = `RACE-${v7()}`
    const outcomes = await Promise.allSettled(
      claims.map(({ id: claimId }, index) =>
        arena.db.transaction(tx => grant(tx, { claimId, uscc, serial: serialOf(index), fen: yuan(180_000) })),
      ),
    )
    const rows = await arena.db.select().from(rewardLedger).where(eq(rewardLedger.uscc, uscc))
    const refused = outcomes.flatMap(each => (each.status === 'rejected' ? [each.reason?.reason] : []))
    return { sum: rows.reduce((total, row) => total + row.fen, 0), refused }
  }

  it('holds a firm to 2,000,000 yuan a year', async () => {
    const { sum, refused } = await race(guarded, index => `A-${index}`)
    expect(sum).toBe(yuan(1_980_000))
    expect(refused).toEqual(Array(21).fill('claim.firmCapReached'))
    expect(await laws()).toEqual([])
  })

  it('holds a unit to 500,000 yuan, whichever of its pilots asks', async () => {
    const { sum, refused } = await race(guarded, index => `B-${index % 2}`)
    expect(sum).toBe(yuan(720_000))
    expect(refused).toEqual(Array(28).fill('claim.unitCapReached'))
    expect(await laws()).toEqual([])
  })

  it('takes the last fen and not one more', async () => {
    const uscc = `EDGE-${v7()}`
    const grant = (index: number, serial: string, amount: number) => {
      const claimId = claims[index]?.id
      if (!claimId) throw new Error('no claim')
      return arena.db.transaction(tx => guarded(tx, { claimId, uscc, serial, fen: fen(amount) }))
    }
    for (const index of [0, 1, 2]) await grant(index, `E-${index}`, 50_000_000)
    await grant(3, 'E-3', 49_999_999)
    await expect(grant(4, 'E-4', 2)).rejects.toMatchObject({
      reason: 'claim.firmCapReached',
      detail: { headroom: 1 },
    })
    await expect(grant(4, 'E-0', 1)).rejects.toMatchObject({ reason: 'claim.unitCapReached' })
    await grant(4, 'E-4', 1)
    expect(await firmGranted(arena.db, uscc, capYear)).toBe(yuan(2_000_000))
    expect(await laws()).toEqual([])
  })

  it('is needed: adding up first over-grants in this very harness', async () => {
    expect((await race(naive, index => `N-${index}`)).sum).toBeGreaterThan(yuan(2_000_000))
    expect((await race(naive, () => 'M-0')).sum).toBeGreaterThan(yuan(500_000))
    expect((await laws()).map(breach => breach.invariant)).toContain(
      'no firm passes 2,000,000 yuan in a year',
    )
  })
})

describe('the database itself', () => {
  it('refuses to change, delete or empty the ledger', async () => {
    const rows = await db.select().from(rewardLedger)
    expect(rows.length).toBeGreaterThan(0)
    for (const change of [
      sql`update reward_ledger set fen = fen + 1`,
      sql`delete from reward_ledger`,
      sql`truncate reward_ledger`,
    ])
      await expect(db.execute(change)).rejects.toMatchObject({
        cause: { message: expect.stringContaining('append-only') },
      })
    expect(await db.select().from(rewardLedger)).toEqual(rows)
  })

  it('refuses a counter above its ceiling or below nothing', async () => {
    for (const change of [
      sql`insert into reward_firm_counter values ('X', 2026, 200000001)`,
      sql`insert into reward_unit_counter values ('X', 'U', 50000001)`,
      sql`insert into reward_firm_counter values ('X', 2026, -1)`,
    ])
      await expect(db.execute(change)).rejects.toMatchObject({
        cause: { message: expect.stringContaining('violates check constraint') },
      })
  })
})
