import { describe, expect, it } from 'vitest'
import { listQueue } from '#services/queue/list.ts'
import { previewMatter } from '#services/queue/preview.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { assignedExpert, reviewedEntry } from '../support/entries.ts'
import { draftedScenario, hospital, officer, robotFirm, submittedScenario } from '../support/factories.ts'
import { submittedProduct } from '../support/products.ts'
import { castOf } from '../support/trip.ts'

const { db, queries } = await testDatabase()
const ctx = testContext({ db })
const handler = as(ctx, await officer(db, 'handler'))

const all = ({ late, today, later }: Awaited<ReturnType<typeof listQueue>>) => [...late, ...today, ...later]

describe('the desk of the bureau', () => {
  it('is closed to everybody without an office, and to administrators', async () => {
    await expect(listQueue(ctx, {})).rejects.toMatchObject({ code: 'unauthenticated' })
    for (const person of [await hospital(db), await robotFirm(db), await officer(db, 'administrator')])
      await expect(listQueue(as(ctx, person), {})).rejects.toMatchObject({ reason: 'officer.only' })
  })

  it('shows what waits with its clock, whose move it is and the next step; drafts are not there', async () => {
    const { id } = await submittedScenario(ctx)
    const product = await submittedProduct(ctx)
    const draft = await draftedScenario(ctx)
    const matters = all(await listQueue(handler, {}))
    const scenario = matters.find(matter => matter.id === id)
    expect(scenario).toMatchObject({ kind: 'scenario', next: 'review', waits: 'handler', mine: true })
    expect(scenario?.number).toMatch(/^CJ-/)
    expect(matters.find(matter => matter.id === product.id)).toMatchObject({
      kind: 'product',
      next: 'review',
    })
    expect(matters.map(matter => matter.id)).not.toContain(draft.id)
    const auditor = all(await listQueue(as(ctx, await officer(db, 'auditor')), {}))
    expect(auditor.find(matter => matter.id === id)?.mine).toBe(false)
  })

  it('holds for an expert only what was assigned to them', async () => {
    await submittedScenario(ctx)
    await reviewedEntry(ctx, await castOf(ctx))
    const cast = await castOf(ctx)
    const id = await reviewedEntry(ctx, cast)
    const expert = as(ctx, await assignedExpert(ctx, cast, id))
    const queue = await listQueue(expert, {})
    expect(all(queue).map(({ id, kind, mine }) => ({ id, kind, mine }))).toEqual([
      { id, kind: 'entry', mine: true },
    ])
    expect((await previewMatter(expert, queue))?.matter.id).toBe(id)
  })

  it('puts what is overdue first and hides it behind no filter', async () => {
    const then = { ...ctx, now: new Date('2026-10-14T02:00:00Z') }
    const { id } = await submittedScenario(then, { content: { title: '等了很久的场景初审' } })
    const desk = { ...handler, now: new Date('2026-11-24T02:00:00Z') }
    for (const query of [{}, { kind: 'claim' }, { q: '没有这样的事项' }]) {
      const queue = await listQueue(desk, query)
      expect(queue.late.map(matter => matter.id)).toContain(id)
      expect(queue.counts.late).toBe(queue.late.length)
    }
    const filtered = await listQueue(desk, { kind: 'product' })
    expect([...filtered.today, ...filtered.later].every(matter => matter.kind === 'product')).toBe(true)
  })

  it('finds by number, organisation and title, and forgives an unknown kind or item', async () => {
    const { id } = await submittedScenario(ctx, { content: { title: '静脉配置中心自动分拣' } })
    const queue = await listQueue(handler, { q: '静脉配置' })
    expect([...queue.today, ...queue.later].map(matter => matter.id)).toEqual([id])
    expect((await listQueue(handler, { kind: 'x', item: 'y' })).query).toEqual({ q: '', item: 'y' })
  })

  it('previews the matter the address names, with its history and whether this officer may decide', async () => {
    const { id, demand } = await submittedScenario(ctx)
    const queue = await listQueue(handler, { item: `scenario.${id}` })
    const preview = await previewMatter(handler, queue)
    expect(preview?.matter.id).toBe(id)
    expect(preview?.steps.map(step => step.deed)).toEqual(['draft', 'submit'])
    expect(preview?.canReview?.ok).toBe(true)
    const auditor = as(ctx, await officer(db, 'auditor'))
    const read = await previewMatter(auditor, await listQueue(auditor, { item: `scenario.${id}` }))
    expect(read?.canReview).toMatchObject({ ok: false, reason: 'officer.only' })
    const both = as(ctx, { ...demand, offices: [{ role: 'handler', district: null }] })
    const own = await previewMatter(both, await listQueue(both, { item: `scenario.${id}` }))
    expect(own?.canReview).toMatchObject({ ok: false, reason: 'officer.ownOrganization' })
  })

  it('asks the database five times for list and preview, the file of the review with it', async () => {
    await submittedScenario(ctx)
    queries.length = 0
    await previewMatter(handler, await listQueue(handler, {}))
    expect(queries.length).toBeLessThanOrEqual(5)
  })
})
