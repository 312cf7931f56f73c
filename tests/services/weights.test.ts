import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { listHistory } from '#db/queries/history.ts'
import { auditSeq } from '#db/queries/matched.ts'
import { nextProducts } from '#db/queries/shelf.ts'
import { audit, auditContent, notification, weightsProposal, weightsVersion } from '#db/schema/index.ts'
import { matchProducts } from '#domain/matching/rank.ts'
import { builtInWeights, type Weights } from '#domain/matching/weights.ts'
import { robotCategoryIds, taskIds } from '#domain/ontology/tasks.ts'
import { ProductDraft } from '#domain/products/product.ts'
import { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type { Person } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import { contentOf, perMille, weightRefs } from '#domain/weights/content.ts'
import { typedWeights } from '#domain/weights/form.ts'
import { matchAll } from '#services/matches/refresh-all.ts'
import { stockOf } from '#services/matching/finder.ts'
import { matchesForScenario } from '#services/matching/for-scenario.ts'
import { toMatchProduct } from '#services/matching/inputs.ts'
import { currentWeights } from '#services/matching/weights.ts'
import { enrolOrganization } from '#services/organizations/enrol.ts'
import { reportProduct } from '#services/products/report.ts'
import { reportScenario } from '#services/scenarios/report.ts'
import { showFormula } from '#services/weights/formula.ts'
import { proposeLearned, showLearning } from '#services/weights/learn.ts'
import { listWeights } from '#services/weights/list.ts'
import { previewWeights } from '#services/weights/preview.ts'
import { type ProposeWeights, proposeWeights } from '#services/weights/propose.ts'
import {
  type PublishWeights,
  publishWeights,
  returnWeights,
  withdrawWeights,
} from '#services/weights/review.ts'
import {
  listProposals,
  showProposal,
  type WeightsProposalView,
  weightsSheet,
} from '#services/weights/show.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { hospital, officer } from '../support/factories.ts'
import { shownLists } from '../support/weights.ts'

const { db, queries } = await testDatabase()
const ctx = testContext({ db })
const [handler, approver, third] = [
  await officer(db, 'handler'),
  await officer(db, 'approver'),
  await officer(db, 'handler', 'approver'),
]
const system = { ...ctx, actor: { kind: 'system' as const, name: '测试' } }

/** The weights in force with the text weighing more, differently each time. */
let counted = 0
async function form(more: object = {}): Promise<ProposeWeights> {
  const inForce = await currentWeights(db)
  counted += 1
  const demand = { ...inForce.demand, text: 0.12 + counted / 1000, specs: 0.16 - counted / 1000 }
  return {
    ...typedWeights({ ...contentOf(inForce), demand }),
    ...{ formKey: v7(), basedOn: inForce.version, grounds: '测试里提出的修改理由，人人可读' },
    ...more,
  }
}
const propose = async (by: Person = handler, more: object = {}) =>
  proposeWeights(as(ctx, by), await form(more))
type Id = Awaited<ReturnType<typeof propose>>['id']
/** What this officer's page of the proposal would send along; whoever may not publish has none. */
const seenBy = async (id: Id, by: Person) =>
  (await showProposal(as(ctx, by), id).catch(() => null))?.seen ?? 'nothing seen'
const publish = async (id: Id, by: Person = approver, rev = 0, formKey = v7()) =>
  publishWeights(as(ctx, by), { id, rev, formKey, seen: await seenBy(id, by) })
/** Pages that are open already, each with its button: pressed at the same time. */
async function pressAtOnce(pages: readonly { id: Id; by: Person; formKey?: string }[]) {
  const forms: [Person, PublishWeights][] = []
  for (const { id, by, formKey = v7() } of pages)
    forms.push([by, { id, rev: 0, formKey, seen: await seenBy(id, by) }])
  return Promise.allSettled(forms.map(([by, sent]) => publishWeights(as(ctx, by), sent)))
}
const rowOf = async (id: Id) => (await db.select().from(weightsProposal).where(eq(weightsProposal.id, id)))[0]
const changedParts = ({ weights }: WeightsProposalView) =>
  weights.filter(each => perMille(each.before) !== perMille(each.after)).map(each => each.part)
const deedsOf = async (id: Id) => (await listHistory(db, 'weights', id)).map(row => row.deed)

let scenarioId = ''
/** A dozen needs and two dozen robots, each unlike the others. */
beforeAll(async () => {
  const named = { uscc: null, district: null, region: '北京海淀', source: 'report' as const }
  const enrol = (name: string): Promise<OrganizationId> =>
    enrolOrganization(system, { name, ...named, status: 'registered', capabilities: [] })
  const [user, ...firms] = [
    await enrol('甲用户'),
    await enrol('甲企业'),
    await enrol('乙企业'),
    await enrol('丙企业'),
  ]
  const pick = <T>(list: readonly T[], nth: number) => list[nth % list.length] as T
  for (let nth = 0; nth < 12; nth++) {
    const content = ScenarioDraft.parse({
      ...{ title: `第${nth}号车间的搬运与巡检`, domain: pick(['manufacturing', 'healthcare'], nth) },
      ...{ tasks: [pick(taskIds, nth % 4), pick(taskIds, (nth + 1) % 4)], requirements: [], metrics: [] },
      ...{
        situation: '每天要在车间里搬运零件、巡检设备，人手不足。',
        budgetFen: String(10 + nth * 5),
        units: 1,
      },
    })
    const made = await reportScenario(system, {
      ...{ organizationId: user, content, sourceUrl: null, sourceYear: 2025 },
    })
    scenarioId ||= String(made)
  }
  for (let nth = 0; nth < 24; nth++) {
    const content = ProductDraft.parse({
      ...{
        name: `第${nth}型机器人`,
        category: pick(robotCategoryIds, nth % 7),
        specs: {},
        commercialForms: [],
      },
      ...{
        domains: [pick(['manufacturing', 'healthcare', 'logistics'], nth)],
        tasks: [pick(taskIds, nth % 5)],
      },
      summary: nth % 2 === 0 ? '车间搬运零件、巡检设备的机器人' : '展厅导览讲解和迎宾的机器人',
      ...{ priceFromFen: String(5 + nth), priceToFen: String(8 + nth) },
      maturity: pick(['unfinalised', 'finalised', 'series'], nth),
    })
    await reportProduct(system, { organizationId: pick(firms, nth), content, sourceUrl: null })
  }
}, 60_000)

describe('weights', () => {
  it('are proposed by one officer and published by another, as a version of their own', async () => {
    expect(await currentWeights(db)).toEqual(builtInWeights)
    expect(await listWeights(ctx, { page: 1 })).toMatchObject({ all: 1, inForce: 1, waiting: null })
    const { id } = await propose()
    expect((await currentWeights(db)).version).toBe(1)
    await publish(id)
    const after = await currentWeights(db)
    expect(after).toMatchObject({ version: 2, demand: { text: 0.121, specs: 0.159, task: 0.24 } })
    expect(await rowOf(id)).toMatchObject({ status: 'published', version: 2, rev: 1, office: 'handler' })
    expect(await deedsOf(id)).toEqual(['propose', 'publish'])
    const rows = await db.select().from(audit).where(eq(audit.objectId, id))
    expect(rows.map(row => [row.noun, row.deed, row.toStatus])).toEqual([
      ['weights', 'propose', 'proposed'],
      ['weights', 'publish', 'published'],
    ])
    // Both contents stay readable beside the chain.
    for (const { afterHash } of rows)
      expect(
        await db
          .select()
          .from(auditContent)
          .where(eq(auditContent.hash, afterHash ?? '')),
      ).toHaveLength(1)
    const told = await db.select().from(notification).where(eq(notification.objectId, id))
    expect(told.map(row => [row.event, row.accountId]).sort()).toEqual(
      [
        ['weights.proposed', approver.accountId],
        ['weights.proposed', third.accountId],
        ['weights.published', handler.accountId],
      ].sort(),
    )
    // What the platform began with is kept as version 1.
    const [first] = await db.select().from(weightsVersion).where(eq(weightsVersion.version, 1))
    expect(first).toMatchObject({ content: contentOf(builtInWeights), proposalId: null, office: null })
  })

  it('rank at once in every process', async () => {
    vi.resetModules()
    // Copies of the modules are what another process has.
    const other: typeof import('#services/matching/for-scenario.ts') = await import(
      '#services/matching/for-scenario.ts'
    )
    const versions = async () => [
      (await matchesForScenario(ctx, { id: scenarioId })).weights,
      (await other.matchesForScenario(ctx, { id: scenarioId })).weights,
    ]
    const [before] = await versions()
    const { id } = await propose()
    await publish(id)
    const next = await currentWeights(db)
    expect(next.version).toBe((before?.version ?? 0) + 1)
    expect(await versions()).toEqual([next, next])
    const asked = queries.length
    await currentWeights(db)
    expect(queries.length - asked).toBe(1)
  })

  it('have one effect however often a form is sent', async () => {
    const sent = await form()
    const own = as(ctx, handler)
    const made = await Promise.all([1, 2, 3].map(() => proposeWeights(own, sent)))
    expect(new Set(made.map(each => each.id))).toEqual(new Set([sent.formKey]))
    const [{ id }] = made as [{ id: Id }]
    expect(await deedsOf(id)).toEqual(['propose'])
    await expect(proposeWeights(as(ctx, third), sent)).rejects.toMatchObject({ code: 'notFound' })
    const { version } = await currentWeights(db)
    const key = v7()
    const pressed = await pressAtOnce([1, 2, 3].map(() => ({ id, by: approver, formKey: key })))
    expect(pressed.map(each => each.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
    expect((await currentWeights(db)).version).toBe(version + 1)
    expect(await deedsOf(id)).toEqual(['propose', 'publish'])
    // The form once more, after its version came: still what it made.
    expect(await proposeWeights(own, sent)).toEqual({ id })
  })

  it('are decided once, whoever of two officers comes first', async () => {
    const { version } = await currentWeights(db)
    const { id } = await propose()
    const decided = await pressAtOnce([
      { id, by: approver },
      { id, by: third },
    ])
    expect(decided.filter(each => each.status === 'fulfilled')).toHaveLength(1)
    expect(decided.find(each => each.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
    expect((await currentWeights(db)).version).toBe(version + 1)
    await expect(
      returnWeights(as(ctx, third), { id, rev: 0, formKey: v7(), reason: '已经晚了' }),
    ).rejects.toMatchObject({ code: 'conflict', reason: 'page.changed' })
  })

  it('never undo each other silently: of two at once the second was made from an older version', async () => {
    const { version } = await currentWeights(db)
    const [one, two] = [await propose(), await propose(approver)]
    const decided = await pressAtOnce([
      { id: one.id, by: approver },
      { id: two.id, by: handler },
    ])
    expect(decided.map(each => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(decided.find(each => each.status === 'rejected')).toMatchObject({
      reason: {
        code: 'conflict',
        reason: 'weights.otherBase',
        detail: { basedOn: version, inForce: version + 1 },
      },
    })
    expect((await currentWeights(db)).version).toBe(version + 1)
    const left = decided[0]?.status === 'rejected' ? one : two
    expect(await rowOf(left.id)).toMatchObject({ status: 'proposed', version: null, rev: 0 })
    const shown = await showProposal(as(ctx, third), left.id)
    expect(shown.problem).toMatchObject({ reason: 'weights.otherBase' })
    expect(shown.preview).toBeNull()
    // What was typed on a page of the older version is refused as stale.
    await expect(propose(handler, { basedOn: version })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'weights.otherBase',
    })
  })

  it('take four eyes and an office', async () => {
    const { id } = await propose(third)
    await expect(publish(id, third)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'weights.ownProposal',
    })
    await expect(withdrawWeights(as(ctx, handler), { id, rev: 0, formKey: v7() })).rejects.toMatchObject({
      reason: 'weights.othersProposal',
    })
    const strangers = [await hospital(db), await officer(db, 'expert'), await officer(db, 'administrator')]
    for (const other of strangers) {
      const own = as(ctx, other)
      await expect(propose(other)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(publish(id, other)).rejects.toMatchObject({ code: 'notFound' })
      await expect(showProposal(own, id)).rejects.toMatchObject({ code: 'notFound' })
      await expect(listProposals(own, 1)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(weightsSheet(own)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(showLearning(own)).rejects.toMatchObject({ code: 'forbidden' })
    }
    const auditor = await officer(db, 'auditor')
    expect((await showProposal(as(ctx, auditor), id)).can).toMatchObject({
      review: { ok: false },
      withdraw: { ok: false },
    })
    await expect(publish(id, auditor)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(showProposal(as(ctx, visitor), id)).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(showProposal(as(ctx, handler), v7())).rejects.toMatchObject({ code: 'notFound' })
    await expect(publish(id, handler, 7)).rejects.toMatchObject({ code: 'conflict' })
    await withdrawWeights(as(ctx, third), { id, rev: 0, formKey: v7() })
    expect(await deedsOf(id)).toEqual(['propose', 'withdraw'])
    const returned = await propose()
    await returnWeights(as(ctx, approver), { id: returned.id, rev: 0, formKey: v7(), reason: '理由不够' })
    expect(await showProposal(as(ctx, handler), returned.id)).toMatchObject({
      ...{ status: 'returned', decision: { reason: '理由不够' }, preview: null, problem: null },
    })
  })

  it('are refused when nothing changes', async () => {
    const inForce = await currentWeights(db)
    await expect(propose(handler, typedWeights(contentOf(inForce)))).rejects.toMatchObject({
      code: 'invalid',
      reason: 'weights.nothingChanged',
    })
  })

  it('stay as they were published and as they were proposed', async () => {
    const { id } = await propose()
    const at = eq(weightsProposal.id, id)
    await expect(db.update(weightsProposal).set({ grounds: '别的理由' }).where(at)).rejects.toThrow()
    await expect(db.update(weightsProposal).set({ basedOn: 99 }).where(at)).rejects.toThrow()
    await expect(db.update(weightsVersion).set({ publishedAt: new Date() })).rejects.toThrow()
    await expect(db.delete(weightsVersion)).rejects.toThrow()
    await expect(db.execute(sql`truncate weights_version`)).rejects.toThrow()
  })

  it('are read by everybody: when, by which office, why and what changed, and no name', async () => {
    const { versions, inForce } = await listWeights(ctx, { page: 1 })
    expect(versions.map(each => each.version)).toEqual(
      Array.from({ length: inForce }, (_, nth) => inForce - nth),
    )
    expect(versions[0]).toMatchObject({ publishedAt: expect.any(Date), grounds: expect.any(String) })
    expect(versions.at(-2)).toMatchObject({
      ...{ version: 2, proposedBy: 'handler', publishedBy: 'approver', origin: 'officer' },
      changes: [
        { side: 'demand', part: 'specs', before: 0.16, after: 0.159 },
        { side: 'demand', part: 'text', before: 0.12, after: 0.121 },
      ],
    })
    expect(versions.at(-1)).toMatchObject({ version: 1, publishedAt: null, grounds: null, changes: [] })
    expect(JSON.stringify(versions)).not.toContain(handler.name)
    expect(await showFormula(ctx, {})).toMatchObject({ weights: { version: inForce }, until: null, inForce })
    expect(await showFormula(ctx, { version: 1 })).toMatchObject({
      ...{ weights: builtInWeights, since: null, until: expect.any(Date), inForce },
    })
    await expect(showFormula(ctx, { version: inForce + 1 })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('the preview', () => {
  const published = async () =>
    [...(await stockOf(ctx)).calls.all()].map(each => each.scenario).sort((a, b) => (a.id < b.id ? -1 : 1))

  /** The ten that the judge himself puts first under these weights. */
  async function judged(weights: Weights) {
    const { world } = await stockOf(ctx)
    const products = (await nextProducts(db, { after: null, limit: 1000 })).map(toMatchProduct)
    const lists = (await published()).map(scenario =>
      matchProducts({ ...world, weights }, scenario, products, 50).main.map(each => each.productId),
    )
    return lists
  }

  it('says what the judge would say under the other weights', async () => {
    const inForce = await currentWeights(db)
    const none = { domain: 0, specs: 0, timeline: 0, certification: 0, region: 0, budget: 0 }
    const demand = { ...none, task: 0.01, category: 0.01, text: 0.49, maturity: 0.49 }
    const supply = { ...inForce.supply, budget: 0, focus: 0, region: 0.45, timeline: 0.35 }
    const other = { ...inForce, demand, supply, unknownDiscount: 0 }
    const [before, after] = [await judged(inForce), await judged(other)]
    await matchAll(ctx)
    const { preview, names } = await previewWeights(ctx, inForce, contentOf(other))
    const changed = (differs: (old: string[], fresh: string[]) => boolean) =>
      before.filter((old, nth) => old.length > 0 && differs(old, after[nth] ?? [])).length
    const tens = before.map((old, nth) => [old.slice(0, 10), (after[nth] ?? []).slice(0, 10)] as const)
    const came = tens.flatMap(([old, fresh]) => fresh.filter(id => !old.includes(id)))
    expect(preview.scenarios).toEqual({
      looked: 12,
      listed: before.filter(list => list.length > 0).length,
      compared: before.filter(list => list.length > 1).length,
      firstChanges: changed((old, fresh) => old[0] !== fresh[0]),
      tenChanges: tens.filter(([old, fresh]) => fresh.some(id => !old.includes(id))).length,
    })
    expect(preview.pairs).toBe(before.flat().length)
    expect(preview.places).toEqual({ all: tens.flatMap(([old]) => old).length, changed: came.length })
    // It would be no proof if nothing moved.
    expect(preview.scenarios.firstChanges).toBeGreaterThan(0)
    expect(preview.moves.length).toBeGreaterThan(0)
    const scenarios = await published()
    for (const { scenarioId: id, productId, from, to } of preview.moves) {
      const nth = scenarios.findIndex(each => each.id === id)
      expect([before[nth]?.indexOf(productId), after[nth]?.indexOf(productId)]).toEqual([from - 1, to - 1])
      expect(names[id]).toMatch(/^第/)
      expect(names[productId]).toMatch(/^第/)
    }
    const won = new Map<string, number>()
    for (const [old, fresh] of tens) {
      for (const id of fresh) if (!old.includes(id)) won.set(id, (won.get(id) ?? 0) + 1)
      for (const id of old) if (!fresh.includes(id)) won.set(id, (won.get(id) ?? 0) - 1)
    }
    expect(preview.products.gain).toBe([...won.values()].filter(by => by > 0).length)
    for (const { id, by } of [...preview.products.gains, ...preview.products.losses])
      expect(won.get(id)).toBe(by)
  })

  it('writes nothing, and stands on the page of a proposal that waits', async () => {
    const { id } = await propose()
    const shown = await showProposal(as(ctx, approver), id)
    expect(shown).toMatchObject({
      ...{ preview: { preview: { published: 12, depth: 50 } }, problem: null, learned: null, kept: null },
    })
    expect(shown.weights).toHaveLength(weightRefs.length)
    expect(changedParts(shown)).toEqual(['specs', 'text'])
    expect(await rowOf(id)).toMatchObject({ rev: 0, status: 'proposed' })
  })

  it('is kept with the publication as the publishing officer saw it, and no other page’s will do', async () => {
    const { id } = await propose()
    const page = await showProposal(as(ctx, approver), id)
    const seen = page.seen ?? ''
    // Who may not publish it has no such note, and neither has the page of the one who proposed it.
    expect((await showProposal(as(ctx, handler), id)).seen).toBeNull()
    const other = await propose()
    const press = (by: Person, sent: Partial<PublishWeights>) =>
      publishWeights(as(ctx, by), { id, rev: 0, formKey: v7(), seen, ...sent })
    const foreign = [
      ...['nothing', ctx.vault.seal('{}'), ctx.vault.seal('no json')].map(text =>
        press(approver, { seen: text }),
      ),
      press(third, {}),
      press(approver, { id: other.id }),
    ]
    for (const each of await Promise.allSettled(foreign))
      expect(each).toMatchObject({ reason: { code: 'conflict', reason: 'weights.notSeen' } })
    // What happens on the market after the page was opened is not what was seen.
    const before = await auditSeq(db)
    await withdrawWeights(as(ctx, handler), { id: other.id, rev: 0, formKey: v7() })
    await press(approver, {})
    const { preview, seq, at } = page.preview ?? {}
    expect(seq).toBeLessThanOrEqual(before)
    const auditor = as(ctx, await officer(db, 'auditor'))
    expect((await showProposal(auditor, id)).kept).toEqual(page.preview)
    const [newest] = (await listWeights(ctx, { page: 1 })).versions
    expect(newest?.seen).toEqual({
      ...{ seq, at, scenarios: preview?.scenarios, places: preview?.places, pairs: preview?.pairs },
    })
    const [row] = await db
      .select({ content: auditContent.content })
      .from(audit)
      .innerJoin(auditContent, eq(auditContent.hash, audit.afterHash))
      .where(and(eq(audit.objectId, id), eq(audit.deed, 'publish')))
    expect(JSON.parse(row?.content ?? '{}')).toMatchObject({ seen: { seq, at, preview } })
  })
})

describe('learning from use', () => {
  const byBudget = shownLists({ scenarios: 120, worth: ({ demand }) => demand.budget?.g ?? 0 })
  const read = () => Promise.resolve(byBudget)
  const wish = async () => ({
    ...{
      formKey: v7(),
      basedOn: (await currentWeights(db)).version,
      grounds: '按已有的展示记录学得，请复核',
    },
  })

  it('says what is missing while little is recorded, and proposes nothing', async () => {
    const shown = await showLearning(as(ctx, handler))
    expect(shown).toMatchObject({
      evidence: { lists: 0, from: null },
      missing: shown.needed,
      may: { ok: true },
    })
    const sent = await wish()
    await expect(proposeLearned(as(ctx, handler), sent)).rejects.toMatchObject({
      ...{ code: 'invalid', reason: 'weights.tooLittle', detail: { ...shown.needed } },
    })
    await expect(
      proposeLearned(as(ctx, handler), sent, async () => byBudget.slice(0, 9)),
    ).rejects.toMatchObject({ reason: 'weights.tooLittle' })
    expect(await rowOf(sent.formKey as Id)).toBeUndefined()
  })

  it('files a proposal with what it gained on later time, which another officer decides', async () => {
    const { version, demand } = await currentWeights(db)
    expect(await showLearning(as(ctx, handler), read)).toMatchObject({
      ...{ evidence: { lists: 120, outcomes: { accepted: 120 } }, missing: { pairs: 0, later: 0 } },
    })
    const sent = await wish()
    const [{ id }, again] = (await Promise.all(
      [1, 2].map(() => proposeLearned(as(ctx, handler), sent, read)),
    )) as [{ id: Id }, { id: Id }]
    expect(again.id).toBe(id)
    const shown = await showProposal(as(ctx, handler), id)
    expect(shown).toMatchObject({ origin: 'learned', basedOn: version, can: { review: { ok: false } } })
    expect(shown.learned?.lesson).toMatchObject({ scenarios: 84, gain: { scenarios: 36 } })
    expect(
      shown.weights.find(each => each.part === 'budget' && each.side === 'demand')?.after,
    ).toBeGreaterThan(demand.budget)
    expect((await currentWeights(db)).version).toBe(version)
    await expect(publish(id, handler)).rejects.toMatchObject({ reason: 'weights.ownProposal' })
    await publish(id)
    expect((await listWeights(ctx, { page: 1 })).versions[0]).toMatchObject({ origin: 'learned' })
    const auditor = await officer(db, 'auditor')
    expect((await showLearning(as(ctx, auditor), read)).may).toMatchObject({ reason: 'officer.only' })
    await expect(proposeLearned(as(ctx, auditor), await wish(), read)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
