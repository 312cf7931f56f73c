import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { listAttachments } from '#db/queries/files.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import { type Person, visitor } from '#domain/shared/actor.ts'
import type { FileId, ScenarioId, SiteId } from '#domain/shared/ids.ts'
import type { Context } from '#services/context.ts'
import { addFiles } from '#services/files/add.ts'
import { fetchFile } from '#services/files/fetch.ts'
import { showFiles } from '#services/files/list.ts'
import { removeFile } from '#services/files/remove.ts'
import { approveScenario } from '#services/scenarios/approve.ts'
import { editScenario } from '#services/scenarios/draft.ts'
import { publishScenario } from '#services/scenarios/review.ts'
import { submitScenario } from '#services/scenarios/submit.ts'
import { withdrawScenario } from '#services/scenarios/withdraw.ts'
import { applySite } from '#services/sites/apply.ts'
import { editSite } from '#services/sites/edit.ts'
import { showSite } from '#services/sites/show.ts'
import { shownSiteOf } from '#services/sites/shown.ts'
import { as, later, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import {
  colleagueOf,
  decisionOn,
  draftedScenario,
  hospital,
  officer,
  revOf,
  robotFirm,
  scenarioContent,
  secondOfficer,
} from '../support/factories.ts'
import { photoWithPlace, uploadOf } from '../support/files/make.ts'
import { draftedSite, siteProfile } from '../support/sites.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const handler = await officer(db, 'handler')
const lists = { doors: [{ name: '病区入口', widthMm: '900' }, { name: '药房' }], lifts: [{ name: '三号' }] }

async function addPhoto(reader: Context, siteId: SiteId, name = '入口.jpg'): Promise<FileId> {
  const upload = uploadOf(name, await photoWithPlace())
  await addFiles(reader, { noun: 'site', objectId: siteId, purpose: 'photo', formKey: v7() }, [upload])
  const row = (await listAttachments(db, 'site', siteId)).at(-1)
  if (!row) throw new Error('no photo')
  return row.id
}

/** A draft that took over a profile with one photo. */
async function taken(words: Partial<ScenarioDraft> = {}) {
  const { id: siteId, demand } = await draftedSite(ctx, { content: siteProfile({}, lists) })
  const own = as(ctx, demand)
  const photo = await addPhoto(own, siteId)
  const { id } = await draftedScenario(ctx, { demand })
  await applySite(own, { id, siteId, rev: await revOf(own, id), formKey: v7() })
  await editScenario(own, {
    ...{ ...scenarioContent(), ...words, id },
    ...{ rev: await revOf(own, id), formKey: v7() },
  })
  return { id, siteId, demand, own, photo }
}

async function published(own: Context, id: ScenarioId): Promise<void> {
  await submitScenario(own, { id, rev: await revOf(own, id), formKey: v7() })
  await approveScenario(as(ctx, handler), await decisionOn(ctx, id))
  await publishScenario(as(ctx, await secondOfficer(db)), await decisionOn(ctx, id))
}

const opens = async (reader: Context, id: FileId) => {
  for (const part of ['file', 'thumbnail'] as const) {
    const { body } = await fetchFile(reader, id, part)
    body.destroy()
  }
  return true
}
const closed = { code: 'notFound', reason: 'file.unknown' }
const outsiders = async (): Promise<Context[]> => [
  { ...ctx, actor: visitor },
  as(ctx, await hospital(db)),
  as(ctx, await robotFirm(db)),
]

describe('photos of a site', () => {
  it('are the organisation’s own until a scenario takes the profile over', async () => {
    const { id: siteId, demand } = await draftedSite(ctx)
    const own = as(ctx, demand)
    const photo = await addPhoto(own, siteId)
    expect((await showSite(own, { id: siteId })).files).toMatchObject([{ id: photo, open: true }])
    const viewer: Person = await colleagueOf(db, demand, 'viewer')
    expect(await opens(as(ctx, viewer), photo)).toBe(true)
    const add = addPhoto(as(ctx, viewer), siteId)
    await expect(add).rejects.toMatchObject({ code: 'forbidden' })
    for (const other of [...(await outsiders()), as(ctx, handler)]) {
      await expect(opens(other, photo)).rejects.toMatchObject(closed)
      await expect(addPhoto(other, siteId)).rejects.toMatchObject({ code: 'notFound' })
      await expect(removeFile(other, { id: photo, formKey: v7() })).rejects.toMatchObject(closed)
    }
  })

  it('stay with their people and the bureau where the scenario does not say that they go with it', async () => {
    const { id, own, photo } = await taken()
    await expect(opens(as(ctx, handler), photo)).rejects.toMatchObject(closed)
    await published(own, id)
    expect(await opens(own, photo)).toBe(true)
    expect(await opens(as(ctx, handler), photo)).toBe(true)
    for (const other of await outsiders()) {
      await expect(opens(other, photo)).rejects.toMatchObject(closed)
      expect((await shownSiteOf(other, id))?.files).toEqual([])
    }
  })

  it('go with a published scenario that says so: what there was then, and not what is taken away', async () => {
    const { id, siteId, own, photo } = await taken({ sitePhotos: true })
    const [anybody] = await outsiders()
    if (!anybody) throw new Error('nobody')
    await expect(opens(anybody, photo)).rejects.toMatchObject(closed)
    await published(own, id)
    expect(await opens(anybody, photo)).toBe(true)
    const small = await fetchFile(anybody, photo, 'thumbnail')
    small.body.destroy()
    expect(small.isPublic).toBe(false)
    expect((await shownSiteOf(anybody, id))?.files).toMatchObject([{ id: photo, scan: null }])
    const newer = await addPhoto(as(later(ctx, 60_000), own.actor as Person), siteId, '新.jpg')
    await expect(opens(anybody, newer)).rejects.toMatchObject(closed)
    expect(await opens(own, newer)).toBe(true)
    // The profile and its page of files stay the organisation's own.
    const firm = as(ctx, await robotFirm(db))
    await expect(showFiles(firm, 'site', siteId)).rejects.toMatchObject({ code: 'notFound' })
    await expect(showSite(firm, { id: siteId })).rejects.toMatchObject({ code: 'notFound' })
    await removeFile(own, { id: photo, formKey: v7() })
    await expect(opens(anybody, photo)).rejects.toMatchObject(closed)
  })

  it('go with it no longer once it is withdrawn', async () => {
    const { id, own, photo } = await taken({ sitePhotos: true })
    await published(own, id)
    const [anybody] = await outsiders()
    if (!anybody) throw new Error('nobody')
    expect(await opens(anybody, photo)).toBe(true)
    await withdrawScenario(own, {
      id,
      rev: await revOf(own, id),
      formKey: v7(),
      reason: '改由本单位自行采购',
    })
    await expect(opens(anybody, photo)).rejects.toMatchObject(closed)
  })

  it('are for verified firms alone where the site is kept confidential, its lists too', async () => {
    const { id, own, photo } = await taken({ sitePhotos: true, confidential: ['site'] })
    await published(own, id)
    const [anybody, , firm] = await outsiders()
    if (!anybody || !firm) throw new Error('nobody')
    await expect(opens(anybody, photo)).rejects.toMatchObject(closed)
    expect(await shownSiteOf(anybody, id)).toBeNull()
    expect(await opens(firm, photo)).toBe(true)
    expect((await shownSiteOf(firm, id))?.content.doors).toHaveLength(2)
  })
})

describe('the lists of a site on a scenario', () => {
  it('are those of the version that was taken over, for everybody who reads the scenario', async () => {
    const { id, siteId, own } = await taken()
    const next = siteProfile({}, { doors: [{ name: '新门', widthMm: '700' }] })
    await editSite(own, { ...next, id: siteId, rev: 0, formKey: v7() })
    for (const other of await outsiders())
      await expect(shownSiteOf(other, id)).rejects.toMatchObject({ code: 'notFound' })
    await published(own, id)
    for (const other of await outsiders())
      expect((await shownSiteOf(other, id))?.content.doors?.map(each => each.name)).toEqual([
        '病区入口',
        '药房',
      ])
  })

  it('reads a version saved before there were lists', async () => {
    const { id: siteId, demand } = await draftedSite(ctx)
    const own = as(ctx, demand)
    const { content } = await showSite(own, { id: siteId })
    expect(content).not.toHaveProperty('doors')
    expect(await editSite(own, { ...content, id: siteId, rev: 0, formKey: v7() })).toMatchObject({
      version: 1,
    })
    const more = { ...siteProfile({}, lists), id: siteId, rev: 0, formKey: v7() }
    expect(await editSite(own, more)).toMatchObject({ version: 2 })
    expect((await showSite(own, { id: siteId, version: 1 })).content).toEqual(content)
  })
})
