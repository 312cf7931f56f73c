import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { listHistory } from '#db/queries/history.ts'
import { findScenario } from '#db/queries/scenarios.ts'
import { approval, scenario, searchDocument } from '#db/schema/index.ts'
import { confidentialPartIds } from '#domain/scenarios/confidential-parts.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { scenarioDetail, scenarioList } from '#http/api-views.ts'
import { digest } from '#services/digest.ts'
import { matchesForProduct } from '#services/matching/for-product.ts'
import { matchesForScenario } from '#services/matching/for-scenario.ts'
import { approveScenario } from '#services/scenarios/approve.ts'
import { draftScenario } from '#services/scenarios/draft.ts'
import { scenarioSheet } from '#services/scenarios/form.ts'
import { listScenarios } from '#services/scenarios/list.ts'
import { listMyScenarios } from '#services/scenarios/mine.ts'
import { publishScenario } from '#services/scenarios/review.ts'
import { saveStep } from '#services/scenarios/save-step.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { submitScenario } from '#services/scenarios/submit.ts'
import { find } from '#services/search/find.ts'
import { searchFor } from '#tests/support/searches.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import {
  colleagueOf,
  decisionOn,
  draftedScenario,
  hospital,
  officer,
  publishedScenario,
  revOf,
  robotFirm,
  submittedScenario,
} from '../support/factories.ts'
import { publishedProduct } from '../support/products.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })

const contentOf = async (id: ScenarioId) => (await findScenario(db, id))?.scenario.content
const editsOf = async (id: ScenarioId) =>
  (await listHistory(db, 'scenario', id)).filter(({ deed }) => deed === 'edit')

describe('saving a step', () => {
  it('writes its own fields and none of the others', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const own = as(ctx, demand)
    const before = await contentOf(id)
    const rev = await revOf(own, id)
    const words = {
      situation: '只改了要做的事，别的步骤一个字也没有动过。',
      confidential: ['situation' as const],
    }
    const saved = await saveStep(own, { id, rev, formKey: v7(), step: 'today', words })
    expect(saved.rev).toBe(rev + 1)
    const { pain: _, ...rest } = before ?? {}
    expect(await contentOf(id)).toEqual({ ...rest, ...words })
    expect((await scenarioSheet(own, id)).draft.open.today).toBe(1)
  })

  it('writes history and audit once for an open page, however often it saves, and the whole at submission', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const own = as(ctx, demand)
    const page = { id, formKey: v7(), step: 'site' as const, auto: true }
    let rev = await revOf(own, id)
    for (const n of [1, 2, 3, 4, 5]) {
      const words = { site: `第 ${n} 次停笔时写到这里的现场条件，门净宽 850 mm。` }
      rev = (await saveStep(own, { ...page, rev, words })).rev
    }
    expect(await editsOf(id)).toHaveLength(1)
    expect((await contentOf(id))?.site).toContain('第 5 次')
    const other = { ...page, formKey: v7(), words: { site: '另一次打开的页面写的现场条件，足够长。' } }
    rev = (await saveStep(own, { ...other, rev })).rev
    expect(await editsOf(id)).toHaveLength(2)
    await submitScenario(own, { id, rev, formKey: v7() })
    const [submission] = (await listHistory(db, 'scenario', id)).filter(({ deed }) => deed === 'submit')
    expect(submission?.contentHash).toBe(digest(await contentOf(id)))
  })

  it('has one effect when the same words come twice or at once, with an old revision too', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const own = as(ctx, demand)
    const rev = await revOf(own, id)
    const form = {
      id,
      rev,
      formKey: v7(),
      step: 'site' as const,
      words: { site: '连按两次保存的现场条件，一字不差。' },
    }
    await Promise.allSettled([saveStep(own, form), saveStep(own, form)])
    expect((await saveStep(own, form)).rev).toBe(rev + 1)
    expect(await editsOf(id)).toHaveLength(1)
  })

  it('never stands in its own way: an answer that was lost leaves the page a revision behind', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const own = as(ctx, demand)
    const rev = await revOf(own, id)
    const page = { id, rev, formKey: v7(), step: 'site' as const, auto: true }
    await saveStep(own, { ...page, words: { site: '这一次保存的回答没有收到。' } })
    const { auto: _, ...sent } = page
    const saved = await saveStep(own, { ...sent, words: { site: '又写了几个字，然后点了保存并继续。' } })
    expect(saved.rev).toBe(rev + 2)
    expect((await contentOf(id))?.site).toContain('保存并继续')
    const other = { ...sent, formKey: v7(), words: { site: '另一个页面，还停在旧的版本上，不能覆盖。' } }
    await expect(saveStep(own, other)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('tells a stale page who wrote meanwhile, and overwrites nothing', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const [own, colleague] = [as(ctx, demand), as(ctx, await colleagueOf(db, demand))]
    const rev = await revOf(own, id)
    const words = { site: '同事在另一台电脑上写的现场条件。' }
    await saveStep(colleague, { id, rev, formKey: v7(), step: 'site', words })
    const late = saveStep(own, {
      id,
      rev,
      formKey: v7(),
      step: 'site',
      auto: true,
      words: { site: '我在旧页面上写的现场条件。' },
    })
    await expect(late).rejects.toMatchObject({ code: 'conflict', detail: { by: '示例同事' } })
    expect((await contentOf(id))?.site).toBe(words.site)
  })

  it('is for those who may draft, while it is a draft', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const form = { id, rev: 0, formKey: v7(), step: 'site' as const, words: {} }
    await expect(saveStep(ctx, form)).rejects.toMatchObject({ code: 'notFound' })
    await expect(saveStep(as(ctx, await hospital(db)), form)).rejects.toMatchObject({ code: 'notFound' })
    const viewer = as(ctx, await colleagueOf(db, demand, 'viewer'))
    await expect(saveStep(viewer, form)).rejects.toMatchObject({ reason: 'organization.viewerOnly' })
    const sent = await submittedScenario(ctx)
    const own = as(ctx, sent.demand)
    const late = saveStep(own, { ...form, id: sent.id, rev: await revOf(own, sent.id) })
    await expect(late).rejects.toMatchObject({ reason: 'scenario.notEditable' })
  })

  it('adopts a template when its author goes on, into blank fields only', async () => {
    const own = as(ctx, await hospital(db))
    const { id } = await draftScenario(own, {
      formKey: v7(),
      title: '内科楼送药',
      domain: 'healthcare',
      tasks: [],
      requirements: [],
      metrics: [],
    })
    const form = { id, formKey: v7(), step: 'task' as const }
    const words = {
      title: '内科楼送药',
      domain: 'healthcare' as const,
      tasks: [],
      template: 'hospitalDelivery' as const,
    }
    const { rev } = await saveStep(own, { ...form, rev: await revOf(own, id), words, auto: true })
    expect((await contentOf(id))?.metrics).toEqual([])
    await saveStep(own, { ...form, rev, words, language: 'en' })
    const content = await contentOf(id)
    expect(content?.title).toBe('内科楼送药')
    expect(content?.tasks).toEqual(['hospitalDelivery'])
    expect(content?.metrics[0]).toMatchObject({ name: 'On-time delivery', unit: '%' })
    expect(content?.metrics.every(({ target }) => target === undefined)).toBe(true)
    const [row] = await listMyScenarios(own)
    expect(row?.draft).toMatchObject({ next: 'task', place: 1 })
  })
})

describe('publication', () => {
  it('asks again whether anything is missing, however the content came in', async () => {
    const { id } = await draftedScenario(ctx)
    const content = await contentOf(id)
    if (!content) throw new Error('it is there')
    const [first, ...rest] = content.metrics
    const { unit: _, ...unitless } = first ?? {}
    await db
      .update(scenario)
      .set({ status: 'submitted', content: { ...content, metrics: [unitless, ...rest] } })
      .where(eq(scenario.id, id))
    const incomplete = { code: 'invalid', reason: 'scenario.incomplete' }
    const handler = await officer(db, 'handler')
    const approve = approveScenario(as(ctx, handler), await decisionOn(ctx, id))
    await expect(approve).rejects.toMatchObject(incomplete)
    // Approved all the same, by a version that did not ask.
    const { rev, hash: contentHash } = await decisionOn(ctx, id)
    const consent = { noun: 'scenario' as const, objectId: id, rev, step: 'initial' as const, contentHash }
    await db.insert(approval).values({ ...consent, accountId: handler.accountId, at: ctx.now })
    const approver = as(ctx, await officer(db, 'approver'))
    const publish = publishScenario(approver, await decisionOn(ctx, id))
    await expect(publish).rejects.toMatchObject(incomplete)
  })
})

describe('仅向已核验企业公开', () => {
  const canary = {
    situation: '金丝雀甲：这一段要做的事只给已核验的企业看到。',
    pain: '金丝雀乙：这一段痛点只给已核验的企业看到。',
    site: '金丝雀丙：这一段现场条件只给已核验的企业看到。',
    exclusions: '金丝雀丁：不在范围内的内容。',
    processUnit: '金丝雀戊',
    processVolume: 7654321,
    budgetNote: '金丝雀己',
    budgetFen: '7654.321',
  }
  const note = '金丝雀庚'
  const secrets = /金丝雀|7654|76543/

  it('is nowhere but before those who may read it', async () => {
    const made = await publishedScenario(ctx, {
      content: {
        ...canary,
        budgetFen: canary.budgetFen as never,
        requirements: [{ criterion: 'payloadKg', necessity: 'must', value: 50, note }],
        confidential: [...confidentialPartIds],
      },
    })
    const { id } = made
    const { id: productId, firm } = await publishedProduct(ctx)
    const registered = await robotFirm(db, { status: 'registered' })
    for (const reader of [ctx, as(ctx, await hospital(db)), as(ctx, registered)]) {
      const view = await showScenario(reader, id)
      expect(view.hidden).toEqual([...confidentialPartIds])
      expect(JSON.stringify(view)).not.toMatch(secrets)
      expect(JSON.stringify(scenarioDetail(view, 'http://localhost'))).not.toMatch(secrets)
      expect(JSON.stringify(await matchesForScenario(reader, { id, all: true }))).not.toMatch(secrets)
    }
    const list = scenarioList(await listScenarios(ctx, { page: 1 }), 'http://localhost')
    expect(list.items.map(each => each.id)).toContain(id)
    expect(JSON.stringify(list)).not.toMatch(secrets)
    expect(JSON.stringify(await matchesForProduct(as(ctx, firm), { id: productId, all: true }))).not.toMatch(
      secrets,
    )
    for (const q of ['金丝雀', '配送']) {
      const page = await find(ctx, searchFor(q, { index: 'scenarios' }))
      expect(JSON.stringify({ ...page, query: null })).not.toMatch(secrets)
    }
    const documents = await db.select().from(searchDocument).where(eq(searchDocument.id, id))
    expect(documents).toHaveLength(1)
    expect(JSON.stringify(documents)).not.toMatch(secrets)

    const insiders = [made.demand, await officer(db, 'handler'), await robotFirm(db)]
    for (const person of insiders) {
      const view = await showScenario(as(ctx, person), id)
      expect(view.hidden).toEqual([])
      expect(view.content).toMatchObject({ situation: canary.situation, processVolume: 7654321 })
      expect(view.content.requirements[0]?.note).toBe(note)
    }
  })

  it('rows from before read as they are', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const content = await contentOf(id)
    const {
      evaluation: _,
      questionsUntil: __,
      budgetEvidence: ___,
      unknowns: ____,
      confidential: _____,
      unneeded: ______,
      ...old
    } = content ?? { tasks: [], requirements: [], metrics: [] }
    await db
      .update(scenario)
      .set({ status: 'published', content: old })
      .where(eq(scenario.id, brand<ScenarioId>(id)))
    const view = await showScenario(ctx, id)
    expect(view).toMatchObject({ hidden: [], questionsUntil: null })
    expect(scenarioDetail(view, 'http://localhost')).toMatchObject({
      evaluation: [],
      questionsUntil: null,
      unknowns: [],
    })
    expect((await showScenario(as(ctx, demand), id)).content.title).toBe(old.title)
  })
})
