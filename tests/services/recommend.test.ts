import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { audit, history, notification } from '#db/schema/index.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { loadReader } from '#services/accounts/actor.ts'
import { loadBid } from '#services/bids/load.ts'
import { showSelection } from '#services/bids/show.ts'
import { handleEntry } from '#services/catalog/handle.ts'
import { listCatalog } from '#services/catalog/list.ts'
import { nominateEntry } from '#services/catalog/nominate.ts'
import { showEntry } from '#services/catalog/show.ts'
import type { Context } from '#services/context.ts'
import { listPilots, showPilot } from '#services/pilots/show.ts'
import { listQueue } from '#services/queue/list.ts'
import { previewMatter } from '#services/queue/preview.ts'
import { recommend, recommendationSheet } from '#services/recommendations/recommend.ts'
import { recuse } from '#services/recusals/recuse.ts'
import { approveScenario } from '#services/scenarios/approve.ts'
import { publishScenario } from '#services/scenarios/review.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import {
  decisionOn,
  districtOfficer,
  draftedScenario,
  officer,
  passDeadline,
  publishedScenario,
  revOf,
  secondOfficer,
  submittedScenario,
} from '../support/factories.ts'
import { nomination } from '../support/matrix/world.ts'
import { acceptedPilot, biddenScenario, castOf, submittedClaim } from '../support/trip.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const handlerPerson = await officer(db, 'handler')
const handler = as(ctx, handlerPerson)
/** The district of the factories' scenarios, and another one. */
const own = as(ctx, await districtOfficer(db, '110106'))
const elsewhere = as(ctx, await districtOfficer(db, '110108'))
const opinion = '现场条件成熟，区里同意推荐。'

/** Approved by the handler and published by the second officer. */
async function published(id: ScenarioId) {
  await approveScenario(handler, await decisionOn(ctx, id))
  await publishScenario(as(ctx, await secondOfficer(db)), await decisionOn(ctx, id))
}

async function form(on: Context, id: Parameters<typeof revOf>[1]) {
  const rev = await revOf(on, id)
  return { noun: 'scenario' as const, objectId: id, rev, vote: 'recommend' as const, opinion, formKey: v7() }
}

const recorded = (id: string) =>
  db
    .select()
    .from(history)
    .where(and(eq(history.objectId, id), eq(history.deed, 'recommend')))

const told = (id: string) =>
  db
    .select()
    .from(notification)
    .where(and(eq(notification.objectId, id), eq(notification.event, 'matter.recommended')))

async function nominated() {
  const cast = await castOf(ctx)
  const pilotId = await acceptedPilot(ctx, cast)
  const { id } = await nominateEntry(as(ctx, cast.demand), { ...nomination, pilotId, formKey: v7() })
  return { id, cast, pilotId }
}

describe('an opinion of the district', () => {
  it('is a row of history and audit, leaves the object as it was, and is told to the handlers once', async () => {
    const { id } = await submittedScenario(ctx)
    const sent = await form(own, id)
    await recommend(own, sent)
    await recommend(own, sent)
    const rows = await recorded(id)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      fromStatus: 'submitted',
      toStatus: 'submitted',
      reason: `【推荐】${opinion}`,
    })
    const chained = await db.select().from(audit).where(eq(audit.objectId, id))
    expect(chained.filter(row => row.deed === 'recommend').map(row => row.afterHash)).toEqual([
      rows[0]?.contentHash,
    ])
    expect(await revOf(own, id)).toBe(sent.rev)
    const mine = (await told(id)).filter(row => row.accountId === handlerPerson.accountId)
    expect(mine).toHaveLength(1)
    expect(JSON.stringify(mine[0]?.params)).not.toContain(opinion)
  })

  it('is one for each revision; after a change a later one replaces it, and both are on file', async () => {
    const { id } = await submittedScenario(ctx)
    await recommend(own, await form(own, id))
    const second = { ...(await form(own, id)), vote: 'oppose' as const, opinion: '再想一想，理由不够充分。' }
    await expect(recommend(own, second)).rejects.toMatchObject({
      ...{ code: 'conflict', reason: 'recommendation.givenAlready' },
    })
    expect((await recommendationSheet(own, { noun: 'scenario', objectId: id })).can).toMatchObject({
      ok: false,
    })
    await published(id)
    await recommend(own, { ...second, rev: await revOf(own, id), formKey: v7() })
    expect(await recorded(id)).toHaveLength(2)
    expect((await showScenario(own, id)).can.recommend).toMatchObject({
      reason: 'recommendation.givenAlready',
    })
    const { recommendations } = await showScenario(handler, id)
    expect(recommendations).toMatchObject([{ vote: 'oppose', by: '示例员', district: '110106' }])
  })

  it('of two at once leaves one', async () => {
    const { id } = await submittedScenario(ctx)
    const sent = await form(own, id)
    const other = { ...sent, opinion: '同一时刻的另一份意见。', formKey: v7() }
    const results = await Promise.allSettled([recommend(own, sent), recommend(own, other)])
    expect(results.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await recorded(id)).toHaveLength(1)
  })

  it('is refused to whoever is not the officer of the district', async () => {
    const submitted = await submittedScenario(ctx)
    const published = await publishedScenario(ctx)
    await expect(recommend(elsewhere, await form(own, submitted.id))).rejects.toMatchObject({
      code: 'notFound',
    })
    const sent = await form(own, published.id)
    for (const other of [elsewhere, handler, as(ctx, submitted.demand)])
      await expect(recommend(other, sent)).rejects.toMatchObject({ reason: 'officer.districtOnly' })
    await expect(recommend(ctx, sent)).rejects.toMatchObject({ code: 'unauthenticated' })
    const party = as(ctx, { ...published.demand, offices: [{ role: 'district', district: '110106' }] })
    await expect(recommend(party, sent)).rejects.toMatchObject({ reason: 'officer.ownOrganization' })
    expect(await recorded(published.id)).toEqual([])
  })

  it('is refused on a draft, an awarded one, a stale page and with too few words', async () => {
    const draft = await draftedScenario(ctx)
    const bare = { noun: 'scenario' as const, rev: 0, vote: 'remark' as const, opinion, formKey: v7() }
    await expect(recommend(own, { ...bare, objectId: draft.id })).rejects.toMatchObject({ code: 'notFound' })
    const cast = await castOf(ctx)
    const pilot = await showPilot(as(ctx, cast.demand), await acceptedPilot(ctx, cast))
    const late = { ...bare, objectId: pilot.scenarioId, rev: (await showScenario(own, pilot.scenarioId)).rev }
    await expect(recommend(own, late)).rejects.toMatchObject({ reason: 'scenario.notRecommendable' })
    const { id } = await submittedScenario(ctx)
    const sent = await form(own, id)
    await expect(recommend(own, { ...sent, rev: sent.rev - 1 })).rejects.toMatchObject({ code: 'conflict' })
    await expect(recommend(own, { ...sent, opinion: '同意' })).rejects.toThrow()
    expect(await recorded(id)).toEqual([])
  })

  it('is refused to whoever has stood back', async () => {
    const { id } = await submittedScenario(ctx)
    await recuse(own, { noun: 'scenario', objectId: id, reason: '亲属在该单位任职', formKey: v7() })
    if (own.actor.kind !== 'person') throw new Error('no person')
    const { actor } = await loadReader(db, { accountId: own.actor.accountId, provedAt: new Date() })
    const again = as(ctx, actor)
    await expect(recommend(again, await form(own, id))).rejects.toMatchObject({ reason: 'officer.recused' })
    const matter = (await listQueue(again, {})).later.find(each => each.id === id)
    expect(matter).toMatchObject({ next: 'review', mine: false })
  })

  it('is no gate: the handler publishes against it, and without it', async () => {
    const { id } = await submittedScenario(ctx)
    await recommend(own, { ...(await form(own, id)), vote: 'oppose' })
    await published(id)
    expect((await showScenario(ctx, id)).status).toBe('published')
  })

  it('is read where the handler decides; the demand side reads it without a name, the public not at all', async () => {
    const { id, demand } = await submittedScenario(ctx)
    await recommend(own, await form(own, id))
    const preview = await previewMatter(handler, await listQueue(handler, { item: `scenario.${id}` }))
    expect(preview?.recommendations).toMatchObject([{ vote: 'recommend', opinion, by: '示例员' }])
    expect(preview?.steps.map(step => step.deed)).toEqual(['draft', 'submit'])
    const theirs = await showScenario(as(ctx, demand), id)
    expect(theirs.recommendations).toMatchObject([{ opinion, by: null, district: '110106' }])
    expect(theirs.steps.map(step => step.deed)).toEqual(['draft', 'submit'])
    await published(id)
    for (const outside of [ctx, elsewhere])
      expect(JSON.stringify(await showScenario(outside, id))).not.toContain(opinion)
  })

  it('is given on a nomination, on the entry’s own page, until the experts begin', async () => {
    const { id, cast } = await nominated()
    const { rev } = await showEntry(own, id)
    const sent = {
      noun: 'entry' as const,
      objectId: id,
      rev,
      vote: 'remark' as const,
      opinion,
      formKey: v7(),
    }
    await expect(recommend(elsewhere, sent)).rejects.toMatchObject({ code: 'notFound' })
    await recommend(own, sent)
    const page = await showEntry(as(ctx, cast.firm), id)
    expect(page.recommendations).toMatchObject([{ vote: 'remark', opinion, by: null }])
    expect(page.history.map(row => row.deed)).not.toContain('recommend')
    for (const deed of ['accept', 'passFormal'] as const)
      await handleEntry(handler, { id, deed, rev: (await showEntry(handler, id)).rev, formKey: v7() })
    const late = { ...sent, rev: (await showEntry(own, id)).rev, formKey: v7() }
    await expect(recommend(own, late)).rejects.toMatchObject({ reason: 'entry.notRecommendable' })
  })
})

describe('the desk and the sight of a district', () => {
  it('holds the matters of the district, with the opinion as its move until it is given', async () => {
    const { id } = await submittedScenario(ctx)
    const { id: open } = await publishedScenario(ctx)
    const { id: foreign } = await submittedScenario(ctx, { content: { district: '110108' } })
    const { id: entry, cast, pilotId } = await nominated()
    const claim = await submittedClaim(ctx, { cast, pilotId })
    const desk = async () => {
      const { late, today, later } = await listQueue(own, {})
      return [...late, ...today, ...later]
    }
    const matters = await desk()
    for (const each of [id, open, entry])
      expect(matters.find(matter => matter.id === each)).toMatchObject({
        ...{ next: 'recommend', waits: 'district', mine: true, late: false },
      })
    const ids = matters.map(matter => matter.id as string)
    expect(ids).not.toContain(foreign)
    expect(ids).not.toContain(claim)
    expect(matters.every(matter => matter.district === '110106')).toBe(true)
    for (const each of [id, open]) await recommend(own, await form(own, each))
    const after = await desk()
    expect(after.find(matter => matter.id === id)).toMatchObject({ next: 'review', mine: false })
    expect(after.find(matter => matter.id === open)).toBeUndefined()
    const bureau = await listQueue(handler, {})
    expect([...bureau.late, ...bureau.today, ...bureau.later].map(matter => matter.id)).not.toContain(open)
  })

  it('offers no decision of the bureau there', async () => {
    const { id } = await submittedScenario(ctx)
    const preview = await previewMatter(own, await listQueue(own, { item: `scenario.${id}` }))
    expect(preview).toMatchObject({ matter: { id, next: 'recommend' }, canReview: null })
  })

  it('lists the pilots and the entries under way of the district, and hides the claim of a pilot', async () => {
    const { id, cast, pilotId } = await nominated()
    await submittedClaim(ctx, { cast, pilotId })
    const pilots = async (of: Context) => (await listPilots(of)).map(each => each.id)
    const entries = async (of: Context) =>
      (await listCatalog(of, { page: 1, domain: null })).entries.map(each => each.id)
    expect(await pilots(own)).toContain(pilotId)
    expect(await pilots(elsewhere)).toEqual([])
    expect(await entries(own)).toContain(id)
    expect(await entries(elsewhere)).not.toContain(id)
    expect((await showPilot(own, pilotId)).claimId).toBeNull()
    expect((await showPilot(handler, pilotId)).claimId).not.toBeNull()
    await expect(showPilot(elsewhere, pilotId)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('reads no bid, sealed or opened', async () => {
    const cast = await castOf(ctx)
    const { id, bidId } = await biddenScenario(ctx, cast)
    await passDeadline(db, id)
    await expect(loadBid(own, bidId)).rejects.toMatchObject({ code: 'notFound' })
    await expect(showSelection(own, id)).rejects.toMatchObject({ code: 'notFound' })
    const pilot = await showPilot(as(ctx, cast.demand), await acceptedPilot(ctx, cast))
    await expect(showSelection(own, pilot.scenarioId)).rejects.toMatchObject({ code: 'notFound' })
  })
})
