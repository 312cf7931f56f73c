import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '#domain/shared/actor.ts'
import type { EntryId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { loadReader } from '#services/accounts/actor.ts'
import { assignExperts, expertChoice } from '#services/catalog/assign.ts'
import { handleEntry } from '#services/catalog/handle.ts'
import { showEntry } from '#services/catalog/show.ts'
import type { Context } from '#services/context.ts'
import { listQueue } from '#services/queue/list.ts'
import { recusalSheet, recuse } from '#services/recusals/recuse.ts'
import { approveClaim } from '#services/rewards/approve.ts'
import { approveScenario } from '#services/scenarios/approve.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { assignedExpert, reviewedEntry } from '#tests/support/entries.ts'
import { decisionOn, officer, submittedScenario } from '#tests/support/factories.ts'
import { acceptedPilot, announcedClaim, type Cast, castOf, claimForm } from '#tests/support/trip.ts'

const { db } = await testDatabase()
let ctx: Context
let cast: Cast

beforeAll(async () => {
  ctx = testContext({ db })
  cast = await castOf(ctx)
})

const reload = async (person: Person) =>
  as(ctx, (await loadReader(db, { accountId: person.accountId, provedAt: new Date() })).actor)
const assign = (id: EntryId, ...experts: Person[]) =>
  assignExperts(as(ctx, cast.handler), {
    id,
    experts: experts.map(each => each.accountId),
    formKey: v7(),
  })

describe('experts', () => {
  it('shows an entry under review to the assigned expert and to no other', async () => {
    const id = await reviewedEntry(ctx, cast)
    const [asked, other] = [await officer(db, 'expert'), await officer(db, 'expert')]
    await assign(id, asked)
    expect((await showEntry(await reload(asked), id)).can.score).toEqual({ ok: true })
    await expect(showEntry(await reload(other), id)).rejects.toMatchObject({ reason: 'entry.unknown' })
    const desk = async (person: Person) => {
      const queue = await listQueue(await reload(person), {})
      return [...queue.late, ...queue.today, ...queue.later].map(matter => matter.id)
    }
    expect(await desk(asked)).toEqual([id])
    expect(await desk(other)).toEqual([])
  })

  it('assigns nobody of a party, nobody who stood back, nobody outside the pool', async () => {
    const id = await reviewedEntry(ctx, cast)
    const insider = await officer(db, 'expert')
    const { membership, office } = await import('#db/schema/index.ts')
    const [own] = cast.firm.memberships
    if (!own) throw new Error('the firm has no organisation')
    await db
      .insert(membership)
      .values({ accountId: insider.accountId, organizationId: own.organizationId, role: 'viewer' })
    await expect(assign(id, insider)).rejects.toMatchObject({
      code: 'invalid',
      reason: 'officer.ownOrganization',
    })
    await db.insert(office).values({ accountId: cast.reviewer.accountId, role: 'auditor' })
    await expect(assign(id, cast.reviewer)).rejects.toMatchObject({ reason: 'entry.notAnExpert' })
    await expect(
      assignExperts(as(ctx, cast.handler), { id, experts: [brand(v7())], formKey: v7() }),
    ).rejects.toMatchObject({ reason: 'entry.notAnExpert' })
    const asked = await assignedExpert(ctx, cast, id)
    await recuse(await reload(asked), {
      noun: 'entry',
      objectId: id,
      reason: '曾任该单位顾问',
      formKey: v7(),
    })
    const { experts } = await expertChoice(as(ctx, cast.handler), id)
    expect(experts.find(each => each.id === asked.accountId)?.fit).toMatchObject({
      reason: 'officer.recused',
    })
    // Who stood back is taken off by the next assignment and cannot be asked again.
    const other = await officer(db, 'expert')
    await assign(id, other)
    await expect(assign(id, other, asked)).rejects.toMatchObject({ reason: 'officer.recused' })
    await expect(expertChoice(as(ctx, cast.firm), id)).rejects.toMatchObject({
      reason: 'officer.handlerOnly',
    })
  })

  it('lists an entry only when everybody who was asked has answered', async () => {
    const id = await reviewedEntry(ctx, cast)
    const desk = as(ctx, cast.handler)
    const { rev } = await showEntry(desk, id)
    await expect(handleEntry(desk, { id, rev, deed: 'list', formKey: v7() })).rejects.toMatchObject({
      reason: 'entry.reviewIncomplete',
    })
  })
})

describe('recusal', () => {
  it('is recorded once and closes every decision on the object to this officer', async () => {
    const { id } = await submittedScenario(ctx)
    const leaving = await officer(db, 'handler')
    const form = { noun: 'scenario' as const, objectId: id, reason: '本人配偶在该院任职', formKey: v7() }
    await recuse(await reload(leaving), form)
    await recuse(await reload(leaving), form)
    const again = await reload(leaving)
    expect((await recusalSheet(again, { noun: 'scenario', objectId: id })).can).toMatchObject({
      reason: 'officer.recusedAlready',
    })
    const sent = await decisionOn(again, id)
    await expect(approveScenario(again, sent)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'officer.recused',
    })
    const { listHistory } = await import('#db/queries/history.ts')
    const steps = (await listHistory(db, 'scenario', id)).filter(step => step.deed === 'recuse')
    expect(steps).toMatchObject([{ actorId: leaving.accountId, reason: form.reason, toStatus: 'submitted' }])
    await approveScenario(as(ctx, cast.reviewer), sent)
  })

  it('holds for the second officer of a claim as well', async () => {
    const id = await announcedClaim(ctx, { cast, pilotId: await acceptedPilot(ctx, cast) })
    const leaving = await officer(db, 'approver')
    await recuse(await reload(leaving), {
      noun: 'claim',
      objectId: id,
      reason: '与申报单位有业务往来',
      formKey: v7(),
    })
    const form = {
      id,
      units: [{ serial: 'A1', fen: undefined }],
      basis: '按审计成本评定',
      ...(await claimForm(ctx, id)),
    }
    await expect(approveClaim(await reload(leaving), form)).rejects.toMatchObject({
      reason: 'officer.recused',
    })
  })

  it('is for those who decide, on what they may see', async () => {
    const { id } = await submittedScenario(ctx)
    const form = { noun: 'scenario' as const, objectId: id, reason: '没有理由', formKey: v7() }
    await expect(recuse(as(ctx, cast.firm), form)).rejects.toMatchObject({ reason: 'scenario.unknown' })
    const auditor = as(ctx, await officer(db, 'auditor'))
    await expect(recuse(auditor, form)).rejects.toMatchObject({ reason: 'officer.only' })
  })
})

describe('four eyes', () => {
  it('counts every handler of an entry, not only the last', async () => {
    const both = await officer(db, 'handler', 'approver')
    const first = { ...cast, handler: both }
    const id = await reviewedEntry(ctx, first)
    const { scoreEntry } = await import('#services/catalog/score.ts')
    const { announceEntry } = await import('#services/catalog/announce.ts')
    const expert = await assignedExpert(ctx, cast, id)
    const sheet = { conflictFree: true, recused: false, advancement: 80, fit: 90, maturity: 70, benefit: 80 }
    await scoreEntry(as(ctx, expert), { id, ...sheet, formKey: v7() })
    const { rev } = await showEntry(as(ctx, cast.handler), id)
    await handleEntry(as(ctx, cast.handler), { id, rev, deed: 'list', formKey: v7() })
    const now = await showEntry(as(ctx, both), id)
    await expect(announceEntry(as(ctx, both), { id, rev: now.rev, formKey: v7() })).rejects.toMatchObject({
      reason: 'officer.fourEyes',
    })
  })
})
