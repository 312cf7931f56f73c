import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'
import { findAttachment, listAttachments, setText } from '#db/queries/files.ts'
import { attachment } from '#db/schema/index.ts'
import type { FilePurpose, HolderNoun } from '#domain/files/file.ts'
import type { Person } from '#domain/shared/actor.ts'
import type { FileId, ScenarioId } from '#domain/shared/ids.ts'
import type { IndexName } from '#search/engine.ts'
import type { Context } from '#services/context.ts'
import { addFiles } from '#services/files/add.ts'
import { type FileDesk, readFile } from '#services/files/jobs.ts'
import { removeFile } from '#services/files/remove.ts'
import { searchedText } from '#services/files/texts.ts'
import { approveScenario } from '#services/scenarios/approve.ts'
import { publishScenario } from '#services/scenarios/review.ts'
import { submitScenario } from '#services/scenarios/submit.ts'
import { scenarioDocuments } from '#services/search/documents.ts'
import { listScenariosByIds } from '../../db/queries/scenarios.ts'
import { indexRows } from '../../scripts/index-rows.ts'
import { as, later, testContext, testFiles } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { decisionOn, draftedScenario, officer, revOf, secondOfficer } from '../support/factories.ts'
import { makePdf, uploadOf } from '../support/files/make.ts'
import { draftedProduct, publish, revise, submit } from '../support/products.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const spool = await mkdtemp(join(tmpdir(), 'search-files-test-'))
afterAll(() => rm(spool, { recursive: true, force: true }))
const desk: FileDesk = { db, files: testFiles, search: ctx.search, scanner: null, spool, now: () => ctx.now }

/** A word of one test's own. */
const word = () => `zq${v7().replaceAll('-', '').slice(-12)}`
const found = async (q: string, index: IndexName = 'products') =>
  (await ctx.search.search({ index, q, scope: ['public'] })).hits.map(hit => hit.id)

interface Adding {
  noun?: HolderNoun
  purpose?: FilePurpose
  pages: string[]
}

/** Adds a file; its text is taken out when somebody runs the job. */
async function add(own: Context, objectId: string, { noun = 'product', purpose, pages }: Adding) {
  const usual = noun === 'product' ? 'datasheet' : 'drawing'
  const input = { noun, objectId, purpose: purpose ?? usual, formKey: v7() }
  await addFiles(own, input, [uploadOf('手册.pdf', makePdf(pages))])
  const rows = await listAttachments(db, noun, objectId)
  const row = rows.find(each => each.textState === 'waiting')
  if (!row) throw new Error('no file')
  return row.id
}

async function read(fileId: FileId) {
  await readFile(desk, { fileId })
  expect((await findAttachment(db, fileId))?.textState).toBe('done')
}

async function publishScenarioOf(id: ScenarioId, demand: Person) {
  const own = as(later(ctx, 1), demand)
  await submitScenario(own, { id, rev: await revOf(own, id), formKey: v7() })
  await approveScenario(as(own, await officer(db, 'handler')), await decisionOn(ctx, id))
  await publishScenario(as(own, await secondOfficer(db)), await decisionOn(ctx, id))
}

describe('words of an attachment', () => {
  it('find its product once the public may open the file, and never for a funding document', async () => {
    const [manual, secret] = [word(), word()]
    const { id, firm } = await draftedProduct(ctx)
    const own = as(ctx, firm)
    await read(await add(own, id, { pages: ['cover', manual] }))
    await read(await add(own, id, { purpose: 'funding', pages: [secret] }))
    expect(await found(manual)).toEqual([])
    const reviewer = await officer(db, 'handler')
    await submit(later(own, 1), { id, firm })
    await publish(as(later(ctx, 1), reviewer), { id, reviewer })
    expect(await found(manual)).toEqual([id])
    expect(await found(manual.slice(0, 8))).toEqual([id])
    expect(await found(secret)).toEqual([])

    const second = word()
    await revise(later(own, 2), { id, firm })
    const [first] = await listAttachments(db, 'product', id)
    await read(await add(later(own, 2), id, { pages: [second] }))
    await removeFile(later(own, 2), { id: first?.id as FileId, formKey: v7() })
    expect([await found(manual), await found(second)]).toEqual([[id], []])
    await submit(later(own, 3), { id, firm })
    await publish(as(later(ctx, 4), reviewer), { id, reviewer })
    expect([await found(manual), await found(second), await found(secret)]).toEqual([[], [id], []])
  })

  it('are found from the moment when their text is there, and the rebuild agrees', async () => {
    const text = word()
    const { id, demand } = await draftedScenario(ctx)
    const waiting = await add(as(ctx, demand), id, { noun: 'scenario', pages: ['plan', text] })
    await publishScenarioOf(id, demand)
    expect(await found(text, 'scenarios')).toEqual([])
    await read(waiting)
    expect(await found(text, 'scenarios')).toEqual([id])
    await db.execute(sql`truncate search_document, search_term`)
    await indexRows(ctx, 'scenarios')
    expect(await found(text, 'scenarios')).toEqual([id])
    await db.update(attachment).set({ scan: 'infected' }).where(eq(attachment.id, waiting))
    await indexRows(ctx, 'scenarios')
    expect(await found(text, 'scenarios')).toEqual([])
  })

  it('are kept to a bound, with their pages where they are', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const file = await add(as(ctx, demand), id, { noun: 'scenario', pages: ['x'] })
    await publishScenarioOf(id, demand)
    const documentOf = async () => {
      const [document] = await scenarioDocuments(db, await listScenariosByIds(db, [id]))
      return document?.attachments?.[0]
    }
    const page = '😀字'.repeat(100)
    const pages = Array.from({ length: 400 }, (_, nth) => nth * page.length)
    await db.transaction(tx => setText(tx, file, { text: page.repeat(400), pages, cut: false }))
    const long = await documentOf()
    expect(long?.pages.join('').length).toBeLessThanOrEqual(searchedText.characters)
    expect(long?.pages.slice(0, 3)).toEqual([page, page, page])
    expect(long?.pages.join('')).not.toMatch(/\p{Cs}/u)
    const short = Array.from({ length: 400 }, (_, nth) => nth)
    await db.transaction(tx => setText(tx, file, { text: 'a'.repeat(400), pages: short, cut: false }))
    expect((await documentOf())?.pages).toHaveLength(searchedText.pages)
  })
})
