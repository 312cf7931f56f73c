import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { findScenario } from '#db/queries/scenarios.ts'
import { approval, contentReturn, scenario } from '#db/schema/index.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { productDeed } from '#services/products/deed.ts'
import { productSheet } from '#services/products/form.ts'
import { publishProduct, returnProduct } from '#services/products/review.ts'
import { listQueue } from '#services/queue/list.ts'
import { previewMatter } from '#services/queue/preview.ts'
import { approveScenario } from '#services/scenarios/approve.ts'
import { scenarioReview, scenarioSheet } from '#services/scenarios/form.ts'
import { publishScenario, returnScenario } from '#services/scenarios/review.ts'
import { editAndSubmitScenario } from '#services/scenarios/submit.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import {
  approvedScenario,
  colleagueOf,
  decisionOn,
  officer,
  scenarioContent,
  submittedScenario,
} from '../support/factories.ts'
import { productDecision, submittedProduct } from '../support/products.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const handler = await officer(db, 'handler')
const approver = await officer(db, 'approver')
const both = await officer(db, 'handler', 'approver')
const [desk, second, all] = [as(ctx, handler), as(ctx, approver), as(ctx, both)]

const statusOf = async (id: ScenarioId) => (await findScenario(db, id))?.scenario.status
const reason = '现场条件还要补充'
const notes = [
  { field: 'site', reason: '请写门的净宽' },
  { field: 'metrics[1]', reason: '请写样本量' },
  { field: 'pain' },
]

/** Returned with the notes above, the site mended and the rest left, submitted again. */
async function comeBack() {
  const { id, demand } = await approvedScenario(ctx, { reviewer: handler })
  await returnScenario(second, { ...(await decisionOn(ctx, id)), reason, notes })
  const own = as(ctx, demand)
  const { draft } = await scenarioSheet(own, id)
  const content = scenarioContent({ site: '门净宽 860 mm，其余同前，另有坡道一处。' })
  await editAndSubmitScenario(own, { ...content, id, rev: draft.rev, formKey: v7() })
  return { id, demand }
}

describe('two approvals', () => {
  it('publish exactly what both saw, by two people', async () => {
    const { id } = await submittedScenario(ctx)
    await expect(publishScenario(second, await decisionOn(ctx, id))).rejects.toMatchObject({
      reason: 'scenario.notApproved',
    })
    await expect(approveScenario(second, await decisionOn(ctx, id))).rejects.toMatchObject({
      reason: 'officer.handlerOnly',
    })
    await approveScenario(desk, { ...(await decisionOn(ctx, id)), opinion: '齐全' })
    await expect(publishScenario(desk, await decisionOn(ctx, id))).rejects.toMatchObject({
      reason: 'officer.approverOnly',
    })
    await publishScenario(second, await decisionOn(ctx, id))
    expect(await statusOf(id)).toBe('published')
    const rows = await db.select().from(approval).where(eq(approval.objectId, id)).orderBy(approval.id)
    expect(rows.map(row => [row.step, row.accountId])).toEqual([
      ['initial', handler.accountId],
      ['final', approver.accountId],
    ])
    expect(new Set(rows.map(row => row.contentHash)).size).toBe(1)
  })

  it('are never the same person twice, whatever offices they hold', async () => {
    const { id } = await submittedScenario(ctx)
    await approveScenario(all, await decisionOn(ctx, id))
    await expect(publishScenario(all, await decisionOn(ctx, id))).rejects.toMatchObject({
      reason: 'officer.fourEyes',
    })
    await publishScenario(second, await decisionOn(ctx, id))
  })

  it('are not for members of the organisation, nor for who has stood back', async () => {
    const { id, demand } = await submittedScenario(ctx)
    const colleague = await colleagueOf(db, demand)
    const inside = { ...colleague, offices: handler.offices }
    const aside = { ...handler, recused: [id] }
    const form = await decisionOn(ctx, id)
    await expect(approveScenario(as(ctx, inside), form)).rejects.toMatchObject({
      reason: 'officer.ownOrganization',
    })
    await expect(approveScenario(as(ctx, aside), form)).rejects.toMatchObject({ reason: 'officer.recused' })
  })

  it('of two handlers at once, one stands and the other is told; the same form twice is one', async () => {
    const { id } = await submittedScenario(ctx)
    const form = await decisionOn(ctx, id)
    await Promise.all([approveScenario(desk, form), approveScenario(desk, form)])
    const { id: other } = await submittedScenario(ctx)
    const outcomes = await Promise.allSettled([
      approveScenario(desk, await decisionOn(ctx, other)),
      approveScenario(all, await decisionOn(ctx, other)),
    ])
    const refused = outcomes.flatMap(each => (each.status === 'rejected' ? [each.reason] : []))
    expect(refused).toHaveLength(1)
    expect(['page.changed', 'scenario.approvedAlready']).toContain(refused[0].reason)
  })

  it('are void after a return, even where the words come back unchanged', async () => {
    const { id, demand } = await approvedScenario(ctx, { reviewer: handler })
    await returnScenario(second, { ...(await decisionOn(ctx, id)), reason })
    const { draft } = await scenarioSheet(as(ctx, demand), id)
    const { questionsUntil, bidDeadline } = draft
    const same = { ...draft.content, questionsUntil, bidDeadline, id, rev: draft.rev, formKey: v7() }
    await editAndSubmitScenario(as(ctx, demand), same as never)
    await expect(publishScenario(second, await decisionOn(ctx, id))).rejects.toMatchObject({
      reason: 'scenario.notApproved',
    })
    const { approval: state } = await scenarioReview(desk, id, 'approval')
    expect(state.initial).toBeNull()
    expect(state.lapsed).toMatchObject({ changes: [] })
  })

  it('refuse another content than the page showed', async () => {
    const { id } = await submittedScenario(ctx)
    const form = { ...(await decisionOn(ctx, id)), hash: 'a'.repeat(64) }
    await expect(approveScenario(desk, form)).rejects.toMatchObject({ reason: 'review.otherContent' })
    await approveScenario(desk, await decisionOn(ctx, id))
    await expect(publishScenario(second, form)).rejects.toMatchObject({ reason: 'review.otherContent' })
  })

  it('are demanded by the database, which keeps them as they are', async () => {
    const { id } = await approvedScenario(ctx)
    const publish = db.update(scenario).set({ status: 'published' }).where(eq(scenario.id, id))
    await expect(publish).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/not been approved/) },
    })
    for (const table of ['approval', 'content_return', 'scenario_addendum', 'bid_confirmation']) {
      const [row] = await db.execute<{ n: string }>(
        sql`select count(*) as n from pg_trigger where tgrelid = ${table}::regclass and tgname like '%append_only'`,
      )
      expect(Number(row?.n), table).toBe(1)
    }
    const forged = db.update(approval).set({ opinion: '改过' }).where(eq(approval.objectId, id))
    await expect(forged).rejects.toMatchObject({ cause: { message: expect.stringMatching(/append-only/) } })
  })
})

describe('a return', () => {
  it('keeps a reason for each field, shows them to the author and what became of them to the officer', async () => {
    const { id, demand } = await approvedScenario(ctx, { reviewer: handler })
    await returnScenario(second, { ...(await decisionOn(ctx, id)), reason, notes })
    const { draft } = await scenarioSheet(as(ctx, demand), id)
    expect(draft.returned).toMatchObject({ reason, notes: notes.slice(0, 2) })
    const unknown = await submittedScenario(ctx)
    const strange = {
      ...(await decisionOn(ctx, unknown.id)),
      reason,
      notes: [{ field: 'metrics[9]', reason: '错' }],
    }
    await expect(returnScenario(second, strange)).rejects.toThrow()
    const wrong = { ...strange, notes: [{ field: 'metrics[9]', reason: '没有这一条' }] }
    await expect(returnScenario(second, wrong)).rejects.toMatchObject({ reason: 'review.unknownField' })
  })

  it('is compared place by place when it comes back, in the page and in the queue', async () => {
    const { id } = await comeBack()
    const view = await scenarioReview(desk, id, 'approval')
    expect(view.comeBack?.notes.map(each => [each.field, each.changed])).toEqual([
      ['site', true],
      ['metrics[1]', false],
    ])
    expect(view.comeBack?.changes.map(each => each.field)).toContain('site')
    expect(view.approval.lapsed?.changes.map(each => each.field)).toContain('site')
    const queue = await listQueue(desk, { item: `scenario.${id}` })
    const matter = [...queue.late, ...queue.today, ...queue.later].find(each => each.id === id)
    expect(matter).toMatchObject({ next: 'reviewAgain', waits: 'handler', lapsed: true })
    expect((await previewMatter(desk, queue))?.comeBack?.notes).toHaveLength(2)
  })

  it('tells who waits for whom: the approver after the handler, with a clock of its own', async () => {
    const { id } = await approvedScenario(ctx, { reviewer: both })
    const matterFor = async (reader: typeof desk) => {
      const queue = await listQueue(reader, {})
      return [...queue.late, ...queue.today, ...queue.later].find(each => each.id === id)
    }
    expect(await matterFor(second)).toMatchObject({ next: 'publishScenario', waits: 'approver', mine: true })
    expect((await matterFor(desk))?.mine).toBe(false)
    expect((await matterFor(all))?.mine).toBe(false)
  })

  it('of a product does the same', async () => {
    const { id, firm } = await submittedProduct(ctx)
    const said = [{ field: 'specs.payloadKg', reason: '报告编号没有写' }]
    await returnProduct(desk, { ...(await productDecision(desk, id)), reason, notes: said })
    expect((await productSheet(as(ctx, firm), id)).draft?.returned?.notes).toEqual(said)
    expect(await db.select().from(contentReturn).where(eq(contentReturn.objectId, id))).toHaveLength(1)
  })

  it('leaves a product to be published only as it was seen', async () => {
    const { id } = await submittedProduct(ctx)
    const form = await productDecision(desk, id)
    await expect(publishProduct(desk, { ...form, hash: 'b'.repeat(64) })).rejects.toMatchObject({
      reason: 'review.otherContent',
    })
    expect((await productDeed(desk, id, 'publication')).hash).toBe(form.hash)
    await publishProduct(desk, form)
  })
})
