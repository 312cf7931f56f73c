import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { listHistory } from '#db/queries/history.ts'
import { listNotifications } from '#db/queries/notifications.ts'
import { findScenario } from '#db/queries/scenarios.ts'
import { bid } from '#db/schema/index.ts'
import type { Person } from '#domain/shared/actor.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { yuan } from '#domain/shared/money.ts'
import { submitBid } from '#services/bids/submit.ts'
import { approveScenario } from '#services/scenarios/approve.ts'
import { draftScenario, editScenario } from '#services/scenarios/draft.ts'
import { scenarioSheet } from '#services/scenarios/form.ts'
import { listScenarios } from '#services/scenarios/list.ts'
import { listMyScenarios } from '#services/scenarios/mine.ts'
import { publishScenario, returnScenario } from '#services/scenarios/review.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { draftAndSubmitScenario, editAndSubmitScenario, submitScenario } from '#services/scenarios/submit.ts'
import { withdrawScenario } from '#services/scenarios/withdraw.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import {
  approvedScenario,
  colleagueOf,
  decisionOn,
  draftedScenario,
  hospital,
  officer,
  passDeadline,
  publishedScenario,
  revOf,
  robotFirm,
  scenarioContent,
  submittedScenario,
} from '../support/factories.ts'
import { publishedProduct } from '../support/products.ts'

const { db, queries } = await testDatabase()
const ctx = testContext({ db })

const statusOf = async (id: ScenarioId) => (await findScenario(db, id))?.scenario.status
const deedsOf = async (id: ScenarioId) => (await listHistory(db, 'scenario', id)).map(row => row.deed)
const found = async (text: string) => {
  const { hits } = await ctx.search.search({ index: 'scenarios', q: text, scope: ['public'] })
  return hits.map(hit => hit.id)
}

describe('drafting', () => {
  it('keeps what was typed, however little it is, and shows it to its own people only', async () => {
    const demand = await hospital(db)
    const own = as(ctx, demand)
    const { id } = await draftScenario(own, { ...blank(), title: '病区送药', formKey: v7() })
    const view = await showScenario(own, id)
    expect(view.content.title).toBe('病区送药')
    expect(view.viewer).toBe('demand')
    expect(view.missing.map(each => each.field)).toContain('metrics')
    expect(view.can.submit.ok).toBe(true)
    await expect(showScenario(ctx, id)).rejects.toMatchObject({ code: 'notFound' })
    await expect(showScenario(as(ctx, await hospital(db)), id)).rejects.toMatchObject({ code: 'notFound' })
    await expect(showScenario(as(ctx, await officer(db, 'handler')), id)).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('makes one draft of the same form, sent twice or at the same moment', async () => {
    const own = as(ctx, await hospital(db))
    const form = { ...scenarioContent(), formKey: v7() }
    const answers = await Promise.all([1, 2, 3].map(() => draftScenario(own, form)))
    await draftScenario(own, form)
    expect(new Set(answers.map(each => each.id)).size).toBe(1)
    expect(await listMyScenarios(own)).toHaveLength(1)
    expect(await deedsOf(brand<ScenarioId>(form.formKey))).toEqual(['draft'])
  })

  it('does not lose what is typed after an answer got lost on its way', async () => {
    const own = as(ctx, await hospital(db))
    const form = { ...scenarioContent({ title: '第一次的标题' }), formKey: v7() }
    const { id } = await draftScenario(own, form)
    await draftScenario(own, { ...form, title: '接着改的标题' })
    expect((await findScenario(db, id))?.scenario.title).toBe('接着改的标题')
  })

  it('refuses visitors, viewers, and people without an organisation', async () => {
    const form = { ...scenarioContent(), formKey: v7() }
    await expect(draftScenario(ctx, form)).rejects.toMatchObject({ code: 'unauthenticated' })
    const viewer = await colleagueOf(db, await hospital(db), 'viewer')
    await expect(draftScenario(as(ctx, viewer), form)).rejects.toMatchObject({
      reason: 'organization.viewerOnly',
    })
    await expect(draftScenario(as(ctx, await officer(db, 'handler')), form)).rejects.toMatchObject({
      reason: 'organization.notMember',
    })
  })

  it('answers 404 to another organisation that brings the same form key', async () => {
    const form = { ...scenarioContent(), formKey: v7() }
    await draftScenario(as(ctx, await hospital(db)), form)
    await expect(draftScenario(as(ctx, await hospital(db)), form)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('refuses absurd numbers, too long texts and unknown words, and changes nothing', async () => {
    const own = as(ctx, await hospital(db))
    const good = scenarioContent()
    const bad = [
      { ...good, units: -1 },
      { ...good, units: 1e9 },
      { ...good, title: '长'.repeat(81) },
      { ...good, title: 'a\u0000b'.repeat(3) },
      {
        ...good,
        requirements: [{ criterion: 'payloadKg' as const, necessity: 'must' as const, value: -50 }],
      },
    ]
    for (const content of bad)
      await expect(draftScenario(own, { ...content, formKey: v7() })).rejects.toThrow()
    expect(await listMyScenarios(own)).toEqual([])
  })
})

describe('editing', () => {
  it('meets a conflict, with all that was typed, when the draft was submitted meanwhile', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const own = as(ctx, demand)
    const rev = await revOf(own, id)
    await submitScenario(own, { id, rev, formKey: v7() })
    const late = editScenario(own, { ...scenarioContent(), id, rev, formKey: v7() })
    await expect(late).rejects.toMatchObject({ code: 'conflict', detail: { status: 'submitted' } })
  })

  it('saves at the revision the page showed and refuses a stale page, saying who changed what', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const own = as(ctx, demand)
    const colleague = as(ctx, await colleagueOf(db, demand))
    const rev = await revOf(own, id)
    await editScenario(colleague, { ...scenarioContent({ title: '同事改的标题' }), id, rev, formKey: v7() })
    const late = editScenario(own, { ...scenarioContent({ title: '我改的标题' }), id, rev, formKey: v7() })
    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      reason: 'page.changed',
      detail: { status: 'draft', by: '示例同事', noun: 'scenario' },
    })
    expect((await findScenario(db, id))?.scenario.title).toBe('同事改的标题')
  })

  it('has one effect when the form is repeated, and a conflict when its words differ', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const own = as(ctx, demand)
    const form = {
      ...scenarioContent({ title: '修改后的标题' }),
      id,
      rev: await revOf(own, id),
      formKey: v7(),
    }
    await Promise.all([editScenario(own, form), editScenario(own, form)])
    await editScenario(own, form)
    expect((await deedsOf(id)).filter(deed => deed === 'edit')).toHaveLength(1)
    const other = editScenario(own, { ...form, title: '又一个标题' })
    await expect(other).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is closed once submitted', async () => {
    const { id, demand } = await submittedScenario(ctx)
    const own = as(ctx, demand)
    const edit = editScenario(own, { ...scenarioContent(), id, rev: await revOf(own, id), formKey: v7() })
    await expect(edit).rejects.toMatchObject({ code: 'forbidden', reason: 'scenario.notEditable' })
    expect((await scenarioSheet(own, id)).canEdit).toMatchObject({ reason: 'scenario.notEditable' })
    const viewer = as(ctx, await colleagueOf(db, demand, 'viewer'))
    await expect(scenarioSheet(viewer, id)).rejects.toMatchObject({ reason: 'organization.viewerOnly' })
  })
})

describe('submitting', () => {
  it('numbers the scenario, tells the officers once and writes history', async () => {
    const handler = await officer(db, 'handler')
    const { id, demand } = await draftedScenario(ctx)
    const own = as(ctx, demand)
    const form = { id, rev: await revOf(own, id), formKey: v7() }
    await Promise.all([submitScenario(own, form), submitScenario(own, form)])
    await submitScenario(own, form)
    const record = await findScenario(db, id)
    expect(record?.scenario.number).toMatch(/^CJ-\d{4}-\d{4}$/)
    expect(await deedsOf(id)).toEqual(['draft', 'submit'])
    const told = await listNotifications(db, handler.accountId, 100)
    expect(told.filter(each => each.objectId === id)).toHaveLength(1)
  })

  it('refuses what is incomplete, late or not verified', async () => {
    const demand = await hospital(db)
    const own = as(ctx, demand)
    const { id } = await draftScenario(own, { ...blank(), title: '只有标题', formKey: v7() })
    const early = submitScenario(own, { id, rev: await revOf(own, id), formKey: v7() })
    await expect(early).rejects.toMatchObject({ code: 'invalid', reason: 'scenario.incomplete' })
    const past = await draftedScenario(ctx, { demand, content: { days: -1 } })
    const tooLate = submitScenario(own, { id: past.id, rev: await revOf(own, past.id), formKey: v7() })
    await expect(tooLate).rejects.toMatchObject({ reason: 'scenario.deadlinePassed', path: 'bidDeadline' })
    const newcomer = await hospital(db, { status: 'registered' })
    const unverified = await draftedScenario(ctx, { demand: newcomer })
    const alien = as(ctx, newcomer)
    const refused = submitScenario(alien, {
      id: unverified.id,
      rev: await revOf(alien, unverified.id),
      formKey: v7(),
    })
    await expect(refused).rejects.toMatchObject({ code: 'forbidden', reason: 'organization.notVerified' })
  })

  it('saves and submits in one: both halves or neither, however often the form comes', async () => {
    const own = as(ctx, await hospital(db))
    const form = { ...scenarioContent(), formKey: v7() }
    const [first] = await Promise.all([draftAndSubmitScenario(own, form), draftAndSubmitScenario(own, form)])
    await draftAndSubmitScenario(own, form)
    expect(await deedsOf(first.id)).toEqual(['draft', 'submit'])
    const late = { ...scenarioContent({ days: -1 }), formKey: v7() }
    await expect(draftAndSubmitScenario(own, late)).rejects.toMatchObject({ path: 'bidDeadline' })
    expect(await findScenario(db, brand<ScenarioId>(late.formKey))).toBeNull()
  })

  it('edits and submits in one, after a return too', async () => {
    const { id, demand } = await submittedScenario(ctx)
    const own = as(ctx, demand)
    const desk = as(ctx, await officer(db, 'approver'))
    await returnScenario(desk, {
      id,
      rev: await revOf(desk, id),
      formKey: v7(),
      reason: '请补充电梯轿厢尺寸',
    })
    const sheet = await scenarioSheet(own, id)
    expect(sheet.draft.returned?.reason).toBe('请补充电梯轿厢尺寸')
    const content = scenarioContent({ title: '补充轿厢尺寸后的标题' })
    const form = { ...content, id, rev: sheet.draft.rev, formKey: v7() }
    await editAndSubmitScenario(own, form)
    await editAndSubmitScenario(own, form)
    expect(await statusOf(id)).toBe('submitted')
    expect(await deedsOf(id)).toEqual(['draft', 'submit', 'return', 'edit', 'submit'])
  })
})

describe('review', () => {
  it('publishes once, into the index, and tells the demand side', async () => {
    const title = '住院楼夜间标本配送试验甲'
    const { id, demand } = await submittedScenario(ctx, { content: { title } })
    expect(await found(title)).not.toContain(id)
    await approveScenario(as(ctx, await officer(db, 'handler')), await decisionOn(ctx, id))
    const desk = as(ctx, await officer(db, 'approver'))
    const form = await decisionOn(ctx, id)
    await Promise.all([publishScenario(desk, form), publishScenario(desk, form)])
    expect(await statusOf(id)).toBe('published')
    expect(await found(title)).toContain(id)
    const told = await listNotifications(db, demand.accountId, 100)
    expect(told.filter(each => each.event === 'scenario.published' && each.objectId === id)).toHaveLength(1)
  })

  it('lets one of two officers win and tells the other what happened', async () => {
    const { id } = await approvedScenario(ctx)
    const [a, b] = [as(ctx, await officer(db, 'approver')), as(ctx, await officer(db, 'handler'))]
    const rev = await revOf(a, id)
    const outcomes = await Promise.allSettled([
      publishScenario(a, await decisionOn(ctx, id)),
      returnScenario(b, { id, rev, formKey: v7(), reason: '指标没有写测法' }),
    ])
    const refused = outcomes.filter(each => each.status === 'rejected')
    expect(refused).toHaveLength(1)
    expect(refused[0]?.reason).toMatchObject({ code: 'conflict', reason: 'page.changed' })
  })

  it('tells a stale page what changed, not that its deed is forbidden', async () => {
    const { id } = await approvedScenario(ctx)
    const [a, b] = [as(ctx, await officer(db, 'approver')), as(ctx, await officer(db, 'handler'))]
    const rev = await revOf(a, id)
    await publishScenario(a, await decisionOn(ctx, id))
    const late = returnScenario(b, { id, rev, formKey: v7(), reason: '指标没有写测法' })
    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      reason: 'page.changed',
      detail: { status: 'published' },
    })
  })

  it('is not for the public, the demand side, auditors, or an officer of the same organisation', async () => {
    const { id, demand } = await submittedScenario(ctx)
    const form = await decisionOn(ctx, id)
    const review = (who: Parameters<typeof as>[1]) => approveScenario(as(ctx, who), form)
    await expect(review({ kind: 'visitor' })).rejects.toMatchObject({ code: 'notFound' })
    await expect(review(demand)).rejects.toMatchObject({ reason: 'officer.only' })
    await expect(review(await officer(db, 'auditor'))).rejects.toMatchObject({ reason: 'officer.only' })
    const both = { ...demand, offices: [{ role: 'handler' as const, district: null }] }
    await expect(review(both)).rejects.toMatchObject({ reason: 'officer.ownOrganization' })
    expect(await statusOf(id)).toBe('submitted')
  })

  it('does not publish a scenario whose deadline has passed meanwhile', async () => {
    const { id } = await approvedScenario(ctx)
    await passDeadline(db, id)
    const desk = as(ctx, await officer(db, 'approver'))
    const late = publishScenario(desk, await decisionOn(ctx, id))
    await expect(late).rejects.toMatchObject({ code: 'invalid', reason: 'scenario.deadlinePassed' })
  })

  it('returns with a reason of at least four characters', async () => {
    const { id } = await submittedScenario(ctx)
    const desk = as(ctx, await officer(db, 'handler'))
    const form = { id, rev: await revOf(desk, id), formKey: v7() }
    await expect(returnScenario(desk, { ...form, reason: '不行' })).rejects.toThrow()
    expect(await statusOf(id)).toBe('submitted')
  })
})

describe('withdrawing', () => {
  it('takes a published scenario out of the index and the list, with a reason', async () => {
    const title = '门诊楼耗材配送试验乙'
    const { id, demand } = await publishedScenario(ctx, { content: { title } })
    const own = as(ctx, demand)
    const form = { id, rev: await revOf(own, id), formKey: v7() }
    await expect(withdrawScenario(own, form)).rejects.toMatchObject({ reason: 'scenario.reasonMissing' })
    await withdrawScenario(own, { ...form, reason: '院区改造，试点推迟' })
    expect(await statusOf(id)).toBe('withdrawn')
    expect(await found(title)).not.toContain(id)
    // Whoever has its address reads that it was withdrawn, and why.
    expect((await showScenario(ctx, id)).steps.at(-1)).toMatchObject({
      ...{ deed: 'withdraw', reason: '院区改造，试点推迟', by: null },
    })
    expect((await showScenario(own, id)).status).toBe('withdrawn')
  })

  it('ends the sealed bids unread and tells each firm why, in the same transaction', async () => {
    const { id, demand } = await publishedScenario(ctx)
    const firm = await robotFirm(db)
    await sealedBid(id, firm)
    const own = as(ctx, demand)
    const form = { id, rev: await revOf(own, id), formKey: v7(), reason: '经费没有落实' }
    await withdrawScenario(own, form)
    await withdrawScenario(own, form)
    const told = await listNotifications(db, firm.accountId, 10)
    const why = told.filter(each => each.event === 'scenario.withdrawn').map(each => each.params.reason)
    expect(why).toEqual(['经费没有落实'])
    const [row] = await db.select().from(bid)
    expect(row?.status).toBe('withdrawn')
  })

  it('is for the demand side only and ends with the opening', async () => {
    const { id } = await publishedScenario(ctx)
    const desk = as(ctx, await officer(db, 'handler'))
    const refused = withdrawScenario(desk, { id, rev: 2, formKey: v7(), reason: '不合适的理由' })
    await expect(refused).rejects.toMatchObject({ code: 'forbidden', reason: 'organization.notMember' })
  })
})

describe('what each reader sees', () => {
  it('tells the public neither names nor reasons, the demand side its own people, the bureau all', async () => {
    const { id, demand, reviewer } = await publishedScenario(ctx)
    const open = await showScenario(ctx, id)
    expect(open.steps.map(step => [step.deed, step.by, step.reason])).toEqual([['publish', null, null]])
    expect(open.viewer).toBe('visitor')
    expect(open.can.bid).toMatchObject({ ok: false, reason: 'account.signInFirst' })
    const inside = await showScenario(as(ctx, demand), id)
    expect(inside.steps.map(step => [step.deed, step.by])).toEqual([
      ['draft', demand.name],
      ['submit', demand.name],
      ['approve', null],
      ['publish', null],
    ])
    const desk = await showScenario(as(ctx, reviewer), id)
    expect(desk.steps.at(-1)?.by).toBe(reviewer.name)
  })

  it('lets a verified firm bid until the deadline and shows it its own bid', async () => {
    const { id } = await publishedScenario(ctx)
    const firm = await robotFirm(db)
    expect((await showScenario(as(ctx, firm), id)).can.bid.ok).toBe(true)
    const bidId = await sealedBid(id, firm)
    expect((await showScenario(as(ctx, firm), id)).ownBid).toBe(bidId)
    expect((await showScenario(as(ctx, await robotFirm(db)), id)).ownBid).toBeNull()
    await passDeadline(db, id)
    const closed = await showScenario(as(ctx, firm), id)
    expect(closed.closed).toBe(true)
    expect(closed.can.bid).toMatchObject({ reason: 'bid.deadlinePassed' })
  })

  it('asks the database at most four times for a page', async () => {
    const { id } = await publishedScenario(ctx)
    const firm = as(ctx, await robotFirm(db))
    queries.length = 0
    await showScenario(firm, id)
    expect(queries.length).toBeLessThanOrEqual(4)
    queries.length = 0
    await listScenarios(firm, {})
    expect(queries.length).toBeLessThanOrEqual(2)
  })
})

describe('the public list', () => {
  it('filters, counts each filter given the others, and ignores what is no value', async () => {
    await publishedScenario(ctx, {
      content: { domain: 'education', district: '110119', tasks: ['teaching'] },
    })
    await publishedScenario(ctx, {
      content: { domain: 'education', district: '110118', tasks: ['teaching'] },
    })
    await submittedScenario(ctx, {
      content: { domain: 'education', district: '110117', tasks: ['teaching'] },
    })
    const all = await listScenarios(ctx, { domain: 'education' })
    expect(all.total).toBe(2)
    expect(all.items).toHaveLength(2)
    expect(all.facets.district.map(each => each.value).sort()).toEqual(['110118', '110119'])
    const one = await listScenarios(ctx, { domain: 'education', district: '110119', kind: 'open' })
    expect(one.total).toBe(1)
    expect(one.facets.district).toHaveLength(2)
    const wrong = await listScenarios(ctx, { domain: 'nothing', page: '-3', kind: 'x' })
    expect(wrong.query).toEqual({ page: 1 })
    expect((await listScenarios(ctx, { domain: 'education', page: '9' })).items).toEqual([])
  })

  it('never shows what is not public', async () => {
    const { id } = await submittedScenario(ctx)
    const draft = await draftedScenario(ctx)
    const pages = await Promise.all([1, 2, 3].map(page => listScenarios(ctx, { page: String(page) })))
    const ids = pages.flatMap(page => page.items.map(item => item.id))
    expect(ids).not.toContain(id)
    expect(ids).not.toContain(draft.id)
  })
})

function blank() {
  return { tasks: [], requirements: [], metrics: [] }
}

async function sealedBid(scenarioId: ScenarioId, firm: Person) {
  const { id: productId } = await publishedProduct(ctx, { firm })
  const { id } = await submitBid(as(ctx, firm), {
    ...{ scenarioId, productId, formKey: v7(), affirmed: true },
    priceFen: yuan(480_000),
    commercialForm: 'trialThenBuy',
    deliveryWeeks: 6,
    approach: '三台药小递分三班往返，两周测图，六周运行，逐周核对指标。',
    support: '驻场一人，四小时到场',
  })
  return id
}
