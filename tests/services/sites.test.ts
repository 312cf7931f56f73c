import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { listHistory } from '#db/queries/history.ts'
import { findScenario } from '#db/queries/scenarios.ts'
import { site, siteVersion } from '#db/schema/index.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { draftScenario, editScenario } from '#services/scenarios/draft.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { submitScenario } from '#services/scenarios/submit.ts'
import { applySite } from '#services/sites/apply.ts'
import { draftSite } from '#services/sites/draft.ts'
import { editSite } from '#services/sites/edit.ts'
import { listMySites } from '#services/sites/mine.ts'
import { siteChoice, takenSiteOf } from '#services/sites/of-scenario.ts'
import { restoreSite, retireSite } from '#services/sites/retire.ts'
import { showSite, siteSheet } from '#services/sites/show.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import {
  colleagueOf,
  draftedScenario,
  hospital,
  officer,
  publishedScenario,
  revOf,
  scenarioContent,
} from '../support/factories.ts'
import { draftedSite, siteProfile } from '../support/sites.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })

const needsOf = async (id: ScenarioId) =>
  (await findScenario(db, id))?.scenario.content.requirements.map(({ criterion, value }) => [
    criterion,
    value,
  ])
const deedsOf = async (id: string, noun = 'site') => (await listHistory(db, noun, id)).map(row => row.deed)

describe('a profile', () => {
  it('is its organisation’s own: nobody else knows of it, the bureau included', async () => {
    const { id, demand } = await draftedSite(ctx)
    expect((await showSite(as(ctx, demand), { id })).content.facts.passageWidthMm).toBe(900)
    const others = [await hospital(db), await officer(db, 'handler'), await officer(db, 'auditor')]
    for (const other of others) {
      const inner = as(ctx, other)
      await expect(showSite(inner, { id })).rejects.toMatchObject({ code: 'notFound' })
      await expect(siteSheet(inner, id)).rejects.toMatchObject({ code: 'notFound' })
      const form = { ...siteProfile(), id, rev: 0, formKey: v7() }
      await expect(editSite(inner, form)).rejects.toMatchObject({ code: 'notFound' })
      await expect(retireSite(inner, form)).rejects.toMatchObject({ code: 'notFound' })
      expect((await listMySites(inner)).sites).toEqual([])
    }
    await expect(showSite(ctx, { id })).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(showSite(as(ctx, demand), { id: 'x' })).rejects.toMatchObject({ code: 'notFound' })
    await expect(showSite(as(ctx, demand), { id, version: 2 })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is read by a viewer and written by an editor', async () => {
    const { id, demand } = await draftedSite(ctx)
    const viewer = as(ctx, await colleagueOf(db, demand, 'viewer'))
    const view = await showSite(viewer, { id })
    expect([view.can.edit.ok, view.can.retire.ok, view.can.restore.ok]).toEqual([false, false, false])
    const form = { ...siteProfile(), id, rev: 0, formKey: v7() }
    await expect(editSite(viewer, form)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(retireSite(viewer, form)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(draftSite(viewer, form)).rejects.toMatchObject({ code: 'forbidden' })
    const editor = as(ctx, await colleagueOf(db, demand, 'editor'))
    const next = siteProfile({ passageWidthMm: '850' })
    expect(await editSite(editor, { ...next, id, rev: 0, formKey: v7() })).toEqual({ id, version: 2 })
  })

  it('is made once by the same form, sent twice or at the same moment', async () => {
    const own = as(ctx, await hospital(db))
    const form = { ...siteProfile(), formKey: v7() }
    await Promise.all([1, 2, 3].map(() => draftSite(own, form)))
    expect((await listMySites(own)).sites).toHaveLength(1)
    await expect(draftSite(as(ctx, await hospital(db)), form)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('keeps every saved state, which nobody can change', async () => {
    const { id, demand } = await draftedSite(ctx)
    const own = as(ctx, demand)
    const form = { ...siteProfile({ passageWidthMm: '850' }), id, rev: 0, formKey: v7() }
    const answers = await Promise.all([1, 2].map(() => editSite(own, form)))
    answers.push(await editSite(own, form))
    expect(answers.map(each => each.version)).toEqual([2, 2, 2])
    const same = { ...siteProfile({ passageWidthMm: '85 cm' }), id, rev: 1, formKey: v7() }
    expect((await editSite(own, same)).version).toBe(2)
    const first = await showSite(own, { id, version: 1 })
    expect(first).toMatchObject({ version: 1, latest: 2, content: { facts: { passageWidthMm: 900 } } })
    expect((await showSite(own, { id })).before?.facts.passageWidthMm).toBe(900)
    expect(await deedsOf(id)).toEqual(['draft', 'edit'])
    const change = db
      .update(siteVersion)
      .set({ content: siteProfile({}) })
      .where(eq(siteVersion.siteId, id))
    await expect(change).rejects.toMatchObject({ cause: { code: '23001' } })
    const removal = db.delete(siteVersion).where(eq(siteVersion.siteId, id))
    await expect(removal).rejects.toMatchObject({ cause: { code: '23001' } })
  })

  it('refuses a stale page and says who was faster', async () => {
    const { id, demand } = await draftedSite(ctx)
    const own = as(ctx, demand)
    await editSite(own, { ...siteProfile({}), id, rev: 0, formKey: v7() })
    const late = { ...siteProfile({ slopeDeg: '9' }), id, rev: 0, formKey: v7() }
    await expect(editSite(own, late)).rejects.toMatchObject({
      code: 'conflict',
      detail: { by: demand.name, status: 'current' },
    })
    await expect(retireSite(own, { id, rev: 0, formKey: v7() })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('was not measured tomorrow', async () => {
    const { id, demand } = await draftedSite(ctx)
    const measuredOn = addDays(dayOf(ctx.now), 1)
    const form = { ...siteProfile({}, { measuredOn }), id, rev: 0, formKey: v7() }
    await expect(editSite(as(ctx, demand), form)).rejects.toMatchObject({
      code: 'invalid',
      reason: 'site.measuredLater',
      path: 'measuredOn',
    })
  })

  it('is retired and restored, and fills nothing meanwhile', async () => {
    const { id, demand } = await draftedSite(ctx)
    const own = as(ctx, demand)
    const form = { id, rev: 0, formKey: v7() }
    await retireSite(own, form)
    await retireSite(own, form)
    await expect(siteSheet(own, id)).rejects.toMatchObject({ code: 'forbidden', reason: 'site.retired' })
    const { id: scenarioId } = await draftedScenario(ctx, { demand })
    expect((await siteChoice(own, scenarioId)).sites).toEqual([])
    const take = { id: scenarioId, siteId: id, rev: await revOf(own, scenarioId), formKey: v7() }
    await expect(applySite(own, take)).rejects.toMatchObject({ code: 'forbidden', reason: 'site.retired' })
    await restoreSite(own, { id, rev: 1, formKey: v7() })
    expect((await siteChoice(own, scenarioId)).sites).toHaveLength(1)
    expect(await deedsOf(id)).toEqual(['draft', 'retire', 'restore'])
    const [row] = await db.select().from(site).where(eq(site.id, id))
    expect(row).toMatchObject({ status: 'current', version: 1, rev: 2 })
  })
})

describe('filling a scenario from a profile', () => {
  it('adds what is missing, keeps what is typed, remembers the version, and twice is once', async () => {
    const { id: siteId, demand } = await draftedSite(ctx)
    const own = as(ctx, demand)
    const { id } = await draftedScenario(ctx, { demand })
    const before = await needsOf(id)
    const form = { id, siteId, rev: await revOf(own, id), formKey: v7() }
    expect(await applySite(own, form)).toEqual({ added: 1, differing: 1, left: 0 })
    await applySite(own, form)
    expect(await applySite(own, { ...form, rev: form.rev + 1, formKey: v7() })).toMatchObject({ added: 0 })
    expect(await needsOf(id)).toEqual([...(before ?? []), ['slopeDeg', 4]])
    expect((await findScenario(db, id))?.scenario.content).toMatchObject({
      site: scenarioContent().site,
      siteId,
      siteVersion: 1,
    })
    expect(await deedsOf(id, 'scenario')).toEqual(['draft', 'applySite'])
  })

  it('keeps where it came from through the form, which cannot say it', async () => {
    const { id: siteId, demand } = await draftedSite(ctx)
    const own = as(ctx, demand)
    const formKey = v7()
    const { id } = await draftScenario(own, {
      tasks: [],
      requirements: [],
      metrics: [],
      siteId,
      siteVersion: 1,
      formKey,
    })
    expect(await takenSiteOf(own, id)).toBeNull()
    await applySite(own, { id, siteId, rev: 0, formKey: v7() })
    const other = await draftedSite(ctx, { demand })
    const edit = { ...scenarioContent(), siteId: other.id, siteVersion: 1, id, rev: 1, formKey: v7() }
    await editScenario(own, edit)
    expect(await takenSiteOf(own, id)).toMatchObject({ id: siteId, version: 1, latest: 1, newer: null })
  })

  it('tells its own people of a newer version, and others nothing', async () => {
    const { id: siteId, demand } = await draftedSite(ctx)
    const own = as(ctx, demand)
    const { id } = await draftedScenario(ctx, { demand })
    await applySite(own, { id, siteId, rev: await revOf(own, id), formKey: v7() })
    await editSite(own, { ...siteProfile({ passageWidthMm: '800' }), id: siteId, rev: 0, formKey: v7() })
    expect(await takenSiteOf(own, id)).toMatchObject({
      version: 1,
      latest: 2,
      newer: { facts: { passageWidthMm: 800 } },
      deviations: [{ criterion: 'passageWidthMm', typed: 850, site: 900 }],
    })
    await submitScenario(own, { id, rev: await revOf(own, id), formKey: v7() })
    const asked = await showScenario(as(ctx, await officer(db, 'handler')), id)
    expect((await findScenario(db, id))?.scenario.content.siteId).toBe(siteId)
    expect(asked.content).not.toHaveProperty('siteId')
  })

  it('takes no foreign profile, on no foreign scenario, at no stale page and not once submitted', async () => {
    const { id: siteId, demand } = await draftedSite(ctx)
    const own = as(ctx, demand)
    const foreign = await draftedSite(ctx)
    const { id } = await draftedScenario(ctx, { demand })
    const form = { id, siteId, rev: await revOf(own, id), formKey: v7() }
    const take = (inner: typeof ctx, change: object) =>
      applySite(inner, { ...form, formKey: v7(), ...change })
    await expect(take(own, { siteId: foreign.id })).rejects.toMatchObject({ code: 'notFound' })
    await expect(take(as(ctx, foreign.demand), { siteId: foreign.id })).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(take(own, { rev: form.rev + 7 })).rejects.toMatchObject({ code: 'conflict' })
    const viewer = as(ctx, await colleagueOf(db, demand, 'viewer'))
    await expect(take(viewer, {})).rejects.toMatchObject({ code: 'forbidden' })
    // Somebody of both organisations mixes neither.
    const both = { ...demand, memberships: [...demand.memberships, ...foreign.demand.memberships] }
    await expect(take(as(ctx, both), { siteId: foreign.id })).rejects.toMatchObject({
      reason: 'site.otherOrganization',
    })
    const published = await publishedScenario(ctx, { demand })
    const rev = await revOf(own, published.id)
    await expect(take(own, { id: published.id, rev })).rejects.toMatchObject({
      reason: 'scenario.notEditable',
    })
    await expect(take(own, { id: brand<ScenarioId>(v7()) })).rejects.toMatchObject({ code: 'notFound' })
  })
})
