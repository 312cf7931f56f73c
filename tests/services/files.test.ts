import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { v4, v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'
import { findAttachment, findText, listAttachments } from '#db/queries/files.ts'
import { attachment, attachmentDay, notification } from '#db/schema/index.ts'
import type { FilePurpose, HolderNoun } from '#domain/files/file.ts'
import { type Person, visitor } from '#domain/shared/actor.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { FileId } from '#domain/shared/ids.ts'
import type { Context } from '#services/context.ts'
import { addFiles, permitAddFiles } from '#services/files/add.ts'
import { fetchFile } from '#services/files/fetch.ts'
import { type FileDesk, readFile, scanFile } from '#services/files/jobs.ts'
import { showFiles } from '#services/files/list.ts'
import { removeFile } from '#services/files/remove.ts'
import { clamd } from '#services/files/scanner.ts'
import { newStoreKey } from '#services/files/store.ts'
import { tidyFiles } from '#services/files/tidy.ts'
import { showProduct } from '#services/products/show.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { as, later, testContext, testFiles } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import {
  colleagueOf,
  draftedScenario,
  hospital,
  membershipOf,
  officer,
  publishedScenario,
  robotFirm,
  submittedScenario,
} from '../support/factories.ts'
import { makeDocx, makePdf, photoWithPlace, uploadOf, wordXml } from '../support/files/make.ts'
import { draftedProduct, publish, publishedProduct, revise, submit } from '../support/products.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const spool = await mkdtemp(join(tmpdir(), 'files-test-'))
const servers: Server[] = []
afterAll(async () => {
  for (const server of servers) server.close()
  await rm(spool, { recursive: true, force: true })
})
const desk: FileDesk = { db, files: testFiles, search: ctx.search, scanner: null, spool, now: () => ctx.now }

interface Adding {
  noun?: HolderNoun
  purpose?: FilePurpose
  key?: string
  files?: [name: string, content: Buffer | string][]
}

function add(reader: Context, objectId: string, { noun = 'scenario', purpose, key, files }: Adding = {}) {
  const usual = noun === 'scenario' ? 'drawing' : 'datasheet'
  const uploads = (files ?? [['平面图.pdf', makePdf(['Plan'])]]).map(([name, content]) =>
    uploadOf(name, content),
  )
  return addFiles(reader, { noun, objectId, purpose: purpose ?? usual, formKey: key ?? v7() }, uploads)
}
const namesOf = async (reader: Context, id: string, noun: HolderNoun = 'scenario') =>
  (await showFiles(reader, noun, id)).files.map(file => file.name)
const refused = (code: string, reason: string) => ({ code, reason })
const onlyFile = async (id: string, noun: HolderNoun = 'scenario') => {
  const [row] = await listAttachments(db, noun, id)
  if (!row) throw new Error('no file')
  return row
}
const bytesOf = async (reader: Context, id: FileId, part: 'file' | 'thumbnail' = 'file') => {
  const { body, ...rest } = await fetchFile(reader, id, part)
  const pieces: Buffer[] = []
  for await (const piece of body) pieces.push(Buffer.from(piece))
  return { ...rest, content: Buffer.concat(pieces) }
}

describe('adding', () => {
  it('keeps the bytes, says what they are, and leaves a trace', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const own = as(ctx, demand)
    const pdf = makePdf(['Plan'])
    await add(own, id, { files: [['..\\图\u202e纸.exe', pdf]] })
    const row = await onlyFile(id)
    expect(row).toMatchObject({
      name: '图纸.exe.pdf',
      kind: 'pdf',
      bytes: pdf.length,
      scan: 'off',
      textState: 'waiting',
    })
    const fetched = await bytesOf(own, row.id)
    expect(fetched).toMatchObject({ name: '图纸.exe.pdf', type: 'application/pdf', isPublic: false })
    expect(fetched.content.equals(pdf)).toBe(true)
    expect((await showScenario(own, id)).steps.map(step => step.deed)).toEqual(['draft'])
  })

  it('keeps pictures without what the camera wrote, with a small one beside', async () => {
    const { id, demand } = await draftedScenario(ctx)
    await add(as(ctx, demand), id, { purpose: 'photo', files: [['现场.jpg', await photoWithPlace()]] })
    const row = await onlyFile(id)
    // Taken upright: the mark of the turn is the only one that stays.
    expect(row).toMatchObject({ width: 480, height: 640, textState: 'none' })
    const { content } = await bytesOf(as(ctx, demand), row.id)
    expect(content.toString('latin1')).not.toMatch(/SecretCamera|GPS/)
    expect(content.length).toBe(row.bytes)
    expect(await bytesOf(as(ctx, demand), row.id, 'thumbnail')).toMatchObject({ type: 'image/webp' })
  })

  it('takes all files of a form or none, with a reason for each that is refused', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const files: Adding['files'] = [
      ['好.pdf', makePdf(['x'])],
      ['坏.svg', '<svg/>'],
      ['空.txt', ''],
    ]
    await expect(add(as(ctx, demand), id, { files })).rejects.toMatchObject({
      ...refused('invalid', 'file.markup'),
      path: 'file',
      detail: { name: '坏.svg' },
      others: [{ reason: 'file.empty', detail: { name: '空' } }],
    })
    expect(await namesOf(as(ctx, demand), id)).toEqual([])
    await expect(add(as(ctx, demand), id, { files: [] })).rejects.toMatchObject(
      refused('invalid', 'file.none'),
    )
    await expect(add(as(ctx, demand), id, { purpose: 'funding' })).rejects.toMatchObject(
      refused('invalid', 'field.choice'),
    )
  })

  it('has one effect however often the form comes, also at the same moment', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const key = v7()
    await Promise.all([1, 2, 3].map(() => add(as(ctx, demand), id, { key })))
    await add(as(ctx, demand), id, { key })
    expect(await namesOf(as(ctx, demand), id)).toHaveLength(1)
  })

  it('takes ten of an object, under any concurrency', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const own = as(ctx, demand)
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) => add(own, id, { files: [[`${n}.txt`, `text ${n}`]] })),
    )
    expect(tries.filter(each => each.status === 'fulfilled')).toHaveLength(10)
    expect(await namesOf(own, id)).toHaveLength(10)
    await expect(add(own, id)).rejects.toMatchObject({
      ...refused('invalid', 'file.tooMany'),
      detail: { max: 10 },
    })
  })

  it('takes 100 MiB of an organisation on one day, and more the next', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const { organizationId } = membershipOf(demand)
    const day = dayOf(ctx.now)
    await db.insert(attachmentDay).values({ organizationId, day, bytes: 100 * 1024 * 1024 - 10 })
    await expect(add(as(ctx, demand), id)).rejects.toMatchObject(refused('invalid', 'file.dayFull'))
    await add(as(ctx, demand), id, { files: [['a.txt', '0123456789']] })
    await expect(add(as(ctx, demand), id, { files: [['b.txt', 'x']] })).rejects.toMatchObject(
      refused('invalid', 'file.dayFull'),
    )
    await add(later(as(ctx, demand), 24), id)
  })

  it('is for whoever may change the object as it is now, and for nobody else', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const strangers: [Context, string][] = [
      [as(ctx, visitor), 'notFound'],
      [as(ctx, await hospital(db)), 'notFound'],
      [as(ctx, await officer(db, 'handler')), 'notFound'],
      [as(ctx, await colleagueOf(db, demand, 'viewer')), 'forbidden'],
    ]
    for (const [reader, code] of strangers) {
      await expect(add(reader, id)).rejects.toMatchObject({ code })
      await expect(permitAddFiles(reader, 'scenario', id)).rejects.toMatchObject({ code })
    }
    const submitted = await submittedScenario(ctx)
    await expect(add(as(ctx, submitted.demand), submitted.id)).rejects.toMatchObject(
      refused('forbidden', 'scenario.notEditable'),
    )
    await expect(add(as(ctx, demand), id, { noun: 'product' })).rejects.toMatchObject({ code: 'notFound' })
    await expect(showFiles(as(ctx, demand), 'bid', id)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('who sees a file', () => {
  it('is who sees the scenario', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const own = as(ctx, demand)
    await add(own, id)
    const row = await onlyFile(id)
    const [stranger, handler] = [as(ctx, await robotFirm(db)), as(ctx, await officer(db, 'handler'))]
    for (const reader of [as(ctx, visitor), stranger, handler])
      await expect(fetchFile(reader, row.id, 'file')).rejects.toMatchObject(
        refused('notFound', 'file.unknown'),
      )
    for (const wrong of ['x', v4(), undefined])
      await expect(fetchFile(own, wrong, 'file')).rejects.toMatchObject(refused('notFound', 'file.unknown'))
    await expect(fetchFile(own, row.id, 'thumbnail')).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is everybody once it is published, unchanged from then on', async () => {
    const drafted = await draftedScenario(ctx)
    await add(as(ctx, drafted.demand), drafted.id)
    const row = await onlyFile(drafted.id)
    const { id } = await publishedScenario(later(ctx, 1))
    expect((await showScenario(ctx, id)).files).toEqual([])
    await db.update(attachment).set({ objectId: row.objectId }).where(eq(attachment.id, row.id))
    await expect(
      db.update(attachment).set({ sha256: 'x' }).where(eq(attachment.id, row.id)),
    ).rejects.toThrow()
  })

  it('of a product is everybody, but for funding documents and what a revision adds or takes', async () => {
    const { id, firm } = await draftedProduct(ctx)
    const own = as(ctx, firm)
    await add(own, id, { noun: 'product', files: [['手册.pdf', makePdf(['v1'])]] })
    await add(own, id, { noun: 'product', purpose: 'funding', files: [['任务书.pdf', makePdf(['secret'])]] })
    const reviewer = await officer(db, 'handler')
    const handler = as(later(ctx, 1), reviewer)
    await submit(later(own, 1), { id, firm })
    expect(await namesOf(handler, id, 'product')).toEqual(['手册.pdf', '任务书.pdf'])
    await publish(handler, { id, reviewer })
    const seen = async (reader: Context) => (await showProduct(reader, { id })).files.map(file => file.name)
    expect(await seen(later(ctx, 2))).toEqual(['手册.pdf'])
    expect(await seen(later(own, 2))).toEqual(['手册.pdf', '任务书.pdf'])
    const rows = await listAttachments(db, 'product', id)
    const [first, funding] = rows
    if (!first || !funding) throw new Error('two files')
    expect(await bytesOf(ctx, first.id)).toMatchObject({ isPublic: true })
    await expect(fetchFile(ctx, funding.id, 'file')).rejects.toMatchObject({ code: 'notFound' })
    await expect(fetchFile(as(ctx, await officer(db, 'auditor')), funding.id, 'file')).rejects.toMatchObject({
      code: 'notFound',
    })
    await bytesOf(handler, funding.id)

    await revise(later(own, 3), { id, firm })
    await removeFile(later(own, 3), { id: first.id, formKey: v7() })
    await add(later(own, 3), id, { noun: 'product', files: [['手册二.pdf', makePdf(['v2'])]] })
    expect(await seen(later(ctx, 4))).toEqual(['手册.pdf'])
    expect(await seen(later(own, 4))).toEqual(['任务书.pdf', '手册二.pdf'])
    await submit(later(own, 5), { id, firm })
    await publish(later(ctx, 6), { id, reviewer })
    expect(await seen(later(ctx, 7))).toEqual(['手册二.pdf'])
    await expect(fetchFile(ctx, first.id, 'file')).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('removing', () => {
  it('hides it at once, once, and for those who may', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const own = as(ctx, demand)
    await add(own, id)
    const row = await onlyFile(id)
    await expect(removeFile(as(ctx, visitor), { id: row.id, formKey: v7() })).rejects.toMatchObject(
      refused('notFound', 'file.unknown'),
    )
    await expect(
      removeFile(as(ctx, await colleagueOf(db, demand, 'viewer')), { id: row.id, formKey: v7() }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    const key = v7()
    await removeFile(own, { id: row.id, formKey: key })
    await removeFile(own, { id: row.id, formKey: key })
    expect(await namesOf(own, id)).toEqual([])
    await expect(removeFile(own, { id: row.id, formKey: v7() })).rejects.toMatchObject({ code: 'notFound' })
    await expect(fetchFile(own, row.id, 'file')).rejects.toMatchObject({ code: 'notFound' })
  })

  it('deletes the bytes after a month, and what broken uploads left after a day', async () => {
    const { id, demand } = await draftedScenario(ctx)
    const own = as(ctx, demand)
    await add(own, id, {
      files: [
        ['a.txt', 'a'],
        ['b.txt', 'b'],
      ],
    })
    const [gone, stays] = await listAttachments(db, 'scenario', id)
    if (!gone || !stays) throw new Error('two files')
    await removeFile(own, { id: gone.id, formKey: v7() })
    const stray = newStoreKey()
    await testFiles.put(stray, uploadOf('x', 'stray').path)
    const there = async (key: string) =>
      testFiles.get(key).then(
        file => file.destroy().destroyed,
        () => false,
      )
    await tidyFiles(desk)
    expect(await Promise.all([gone.storeKey, stays.storeKey, stray].map(there))).toEqual([true, true, true])
    const inAMonth = { ...desk, now: () => new Date(ctx.now.getTime() + 31 * 86_400_000) }
    await tidyFiles(inAMonth)
    expect(await Promise.all([gone.storeKey, stays.storeKey, stray].map(there))).toEqual([false, true, false])
    expect((await findAttachment(db, gone.id))?.purgedAt).not.toBeNull()
  })

  it('keeps what the public still reads of a product', async () => {
    const { id, firm } = await publishedProduct(ctx)
    await revise(later(as(ctx, firm), 1), { id, firm })
    await add(later(as(ctx, firm), 2), id, { noun: 'product' })
    await submit(later(as(ctx, firm), 3), { id, firm })
    await publish(later(ctx, 4), { id, reviewer: await officer(db, 'handler') })
    await revise(later(as(ctx, firm), 5), { id, firm })
    const row = await onlyFile(id, 'product')
    await removeFile(later(as(ctx, firm), 6), { id: row.id, formKey: v7() })
    await tidyFiles({ ...desk, now: () => new Date(ctx.now.getTime() + 40 * 86_400_000) })
    expect((await findAttachment(db, row.id))?.purgedAt).toBeNull()
    await bytesOf(ctx, row.id)
  })
})

/** A stand-in for clamd: reads the stream of its protocol and answers what it is told to. */
async function standIn(answer: (content: Buffer) => string | null): Promise<string> {
  const server = createServer(socket => {
    let heard = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', piece => {
      heard = Buffer.concat([heard, piece])
      const start = heard.indexOf(0) + 1
      if (heard.subarray(0, start).toString() !== 'zINSTREAM\0') return
      const parts: Buffer[] = []
      for (let at = start; at + 4 <= heard.length; ) {
        const length = heard.readUInt32BE(at)
        if (length === 0) {
          const said = answer(Buffer.concat(parts))
          if (said !== null) socket.end(`${said}\0`)
          return
        }
        parts.push(heard.subarray(at + 4, at + 4 + length))
        at += 4 + length
      }
    })
  })
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
}

describe('the virus check', () => {
  const scanning = { ...ctx, scansFiles: true }

  async function waiting(
    content: Buffer | string,
  ): Promise<{ own: Context; person: Person; id: FileId; objectId: string }> {
    const { id, demand } = await draftedScenario(ctx)
    await add(as(scanning, demand), id, { files: [['a.txt', content]] })
    return { own: as(scanning, demand), person: demand, id: (await onlyFile(id)).id, objectId: id }
  }

  it('lets nobody have a file that waits, and everybody who may once it is clean', async () => {
    const text = 'x'.repeat(200_000)
    const { own, id, objectId } = await waiting(text)
    await expect(fetchFile(own, id, 'file')).rejects.toMatchObject({ code: 'notFound' })
    expect((await showFiles(own, 'scenario', objectId)).files).toMatchObject([
      { scan: 'waiting', open: false },
    ])
    let heard = ''
    const scanner = clamd(
      await standIn(content => {
        heard = content.toString()
        return 'stream: OK'
      }),
    )
    await scanFile({ ...desk, scanner }, { fileId: id })
    await scanFile({ ...desk, scanner }, { fileId: id })
    expect(heard).toBe(text)
    expect((await showFiles(own, 'scenario', objectId)).files).toMatchObject([{ scan: 'clean', open: true }])
    await bytesOf(own, id)
  })

  it('keeps an infected file apart and tells its people', async () => {
    const { own, person, id, objectId } = await waiting('EICAR')
    const scanner = clamd(await standIn(() => 'stream: Eicar-Test-Signature FOUND'))
    await scanFile({ ...desk, scanner }, { fileId: id })
    await expect(fetchFile(own, id, 'file')).rejects.toMatchObject({ code: 'notFound' })
    expect((await showFiles(own, 'scenario', objectId)).files).toMatchObject([
      { scan: 'infected', open: false },
    ])
    const notices = await db.select().from(notification).where(eq(notification.accountId, person.accountId))
    expect(notices).toMatchObject([{ event: 'file.infected', params: { threat: 'Eicar-Test-Signature' } }])
    await removeFile(own, { id, formKey: v7() })
  })

  it.each([
    ['nobody listens', async () => '127.0.0.1:1'],
    ['it hangs up', () => standIn(() => '')],
    ['it says nothing', () => standIn(() => null)],
    ['it talks nonsense', () => standIn(() => 'INSTREAM size limit exceeded. ERROR')],
  ])('fails the job, and the file goes on waiting, when %s', async (_, address) => {
    const { id } = await waiting('x')
    const scanner = clamd(await address(), 300)
    await expect(scanFile({ ...desk, scanner }, { fileId: id })).rejects.toThrow()
    expect((await findAttachment(db, id))?.scan).toBe('waiting')
  })
})

describe('text for search', () => {
  it('is taken with its pages, once', async () => {
    const { id, demand } = await draftedScenario(ctx)
    await add(as(ctx, demand), id, {
      files: [
        ['a.pdf', makePdf(['One', 'Two'])],
        ['b.docx', makeDocx(wordXml('配送路线'))],
      ],
    })
    const rows = await listAttachments(db, 'scenario', id)
    for (const row of rows) await readFile(desk, { fileId: row.id })
    for (const row of rows) await readFile(desk, { fileId: row.id })
    const texts = await Promise.all(rows.map(row => findText(db, row.id)))
    expect(texts).toMatchObject([
      { text: 'One\nTwo\n', pages: [0, 4], cut: false },
      { text: '配送路线\n', pages: [0] },
    ])
    const [first] = rows
    expect((await findAttachment(db, first?.id as FileId))?.textState).toBe('done')
  })
})
