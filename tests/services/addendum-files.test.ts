import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'
import { listAddenda } from '#db/queries/addenda.ts'
import { listWaiting } from '#db/queries/addendum-files.ts'
import { findAttachment, listAttachments, setScan } from '#db/queries/files.ts'
import { listHistory } from '#db/queries/history.ts'
import { listNotifications } from '#db/queries/notifications.ts'
import { findScenario } from '#db/queries/scenarios.ts'
import { attachment, attachmentDay, auditContent, notification } from '#db/schema/index.ts'
import { fileLimits } from '#domain/files/file.ts'
import { visitor } from '#domain/shared/actor.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import type { FileId, ScenarioId } from '#domain/shared/ids.ts'
import { showBid } from '#services/bids/show.ts'
import type { Context } from '#services/context.ts'
import { addFiles } from '#services/files/add.ts'
import { fetchFile } from '#services/files/fetch.ts'
import { type FileDesk, readFile } from '#services/files/jobs.ts'
import { showFiles } from '#services/files/list.ts'
import { tidyFiles } from '#services/files/tidy.ts'
import { addendumSheet, showAddenda } from '#services/scenarios/addenda.ts'
import { AmendScenario, amendScenario } from '#services/scenarios/amend.ts'
import { approveScenario } from '#services/scenarios/approve.ts'
import { publishScenario } from '#services/scenarios/review.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { StageFiles, stageFiles } from '#services/scenarios/stage-files.ts'
import { submitScenario } from '#services/scenarios/submit.ts'
import { indexRows } from '../../scripts/index-rows.ts'
import { as, later, testContext, testFiles } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import {
  colleagueOf,
  decisionOn,
  draftedScenario,
  hospital,
  membershipOf,
  officer,
  passDeadline,
  revOf,
  secondOfficer,
} from '../support/factories.ts'
import { uploadOf } from '../support/files/make.ts'
import { biddenScenario, castOf } from '../support/trip.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const cast = await castOf(ctx)
const [demand, firm] = [as(ctx, cast.demand), as(ctx, cast.firm)]
const handler = as(ctx, await officer(db, 'handler'))
const spool = await mkdtemp(join(tmpdir(), 'addendum-files-test-'))
afterAll(() => rm(spool, { recursive: true, force: true }))
const desk: FileDesk = { db, files: testFiles, search: ctx.search, scanner: null, spool, now: () => ctx.now }

/** A word of one test's own. */
const word = () => `zq${v7().replaceAll('-', '').slice(-12)}`
const found = async (q: string) =>
  (await ctx.search.search({ index: 'scenarios', q, scope: ['public'] })).hits.map(hit => hit.id)

type File = [name: string, text: string]
type Said = Record<string, unknown>

/** An open call of the cast's with these files, published with it. */
async function callWith(files: File[], days?: number): Promise<ScenarioId> {
  const { id } = await draftedScenario(ctx, { ...cast, content: { ...(days && { days }) } })
  const form = { noun: 'scenario', objectId: id, purpose: 'drawing', formKey: v7() } as const
  const uploads = files.map(file => uploadOf(...file))
  if (uploads.length > 0) await addFiles(demand, form, uploads)
  await submitScenario(demand, { id, rev: await revOf(demand, id), formKey: v7() })
  await approveScenario(handler, await decisionOn(ctx, id))
  await publishScenario(as(ctx, await secondOfficer(db)), await decisionOn(ctx, id))
  return id
}

function stage(own: Context, id: ScenarioId, files: File[], more: Said = {}) {
  const form = StageFiles.parse({ id, fileKey: v7(), purpose: 'drawing', ...more })
  return stageFiles(
    own,
    form,
    files.map(file => uploadOf(...file)),
  )
}

async function amendment(id: ScenarioId, more: Said = {}) {
  const { content, bidDeadline, rev } = await showScenario(demand, id)
  const said = { summary: '更换平面图', reason: '原图漏画一道门' }
  return AmendScenario.parse({ ...content, bidDeadline, ...said, id, rev, formKey: v7(), ...more })
}
const amend = async (id: ScenarioId, more?: Said) => amendScenario(demand, await amendment(id, more))

const idOf = async (name: string) => {
  const [row] = await db.select().from(attachment).where(eq(attachment.name, name))
  if (!row) throw new Error(`no ${name}`)
  return row.id
}
const shown = async (reader: Context, id: ScenarioId) =>
  (await showScenario(reader, id)).files.map(file => file.name)
const waits = async (id: ScenarioId) => (await listWaiting(db, id)).map(({ file }) => file.name)
const textOf = async (reader: Context, id: FileId) => {
  let text = ''
  for await (const piece of (await fetchFile(reader, id, 'file')).body) text += String(piece)
  return text
}

describe('an addendum to the attachments', () => {
  it('adds, replaces and withdraws; both sides stay readable, only the new one is public and found', async () => {
    const [w1, w2, w3] = [word(), word(), word()]
    const id = await callWith(
      [
        [`${w1}.txt`, w1],
        [`${w2}.txt`, w2],
      ],
      2,
    )
    const [old, gone] = [await idOf(`${w1}.txt`), await idOf(`${w2}.txt`)]
    for (const file of [old, gone]) await readFile(desk, { fileId: file })
    const before = (await findScenario(db, id))?.scenario.bidDeadline as Date
    await stage(demand, id, [[`${w3}.txt`, w3]], { replaces: old })
    const fresh = await idOf(`${w3}.txt`)
    await readFile(desk, { fileId: fresh })
    await amend(id, { fates: { [fresh]: old, [gone]: 'withdraw' } })

    expect(await shown(ctx, id)).toEqual([`${w3}.txt`])
    expect(await shown(demand, id)).toEqual([`${w3}.txt`])
    expect([await found(w1), await found(w2), await found(w3)]).toEqual([[], [], [id]])
    await db.execute(sql`truncate search_document, search_term`)
    await indexRows(ctx, 'scenarios')
    expect([await found(w1), await found(w3)]).toEqual([[], [id]])
    for (const reader of [ctx, firm, handler, demand])
      expect(await Promise.all([old, gone, fresh].map(file => textOf(reader, file)))).toEqual([w1, w2, w3])

    const [addendum] = (await showAddenda(ctx, id)).addenda
    expect(addendum).toMatchObject({
      ...{ material: true, changes: [{ field: 'bidDeadline', material: false }], kept: 0 },
    })
    expect(
      addendum?.files.map(({ before: was, after }) => [was?.name, after?.name, was?.open, after?.open]),
    ).toEqual([
      [`${w1}.txt`, `${w3}.txt`, true, true],
      [`${w2}.txt`, undefined, true, undefined],
    ])
    const after = (await findScenario(db, id))?.scenario.bidDeadline as Date
    expect(after > before && dayOf(after) >= addDays(dayOf(ctx.now), 5)).toBe(true)

    // History and audit say the very bytes, in the same chain as the words.
    const [row] = await listAddenda(db, id)
    const deed = (await listHistory(db, 'scenario', id)).find(each => each.deed === 'amend')
    const [kept] = await db
      .select()
      .from(auditContent)
      .where(eq(auditContent.hash, deed?.contentHash ?? ''))
    const named = row?.files?.after.map(file => file.sha256) ?? []
    expect(named).toHaveLength(1)
    for (const sha256 of named) expect(kept?.content).toContain(sha256)
  })

  it('asks every firm that has bid to confirm, and names the files', async () => {
    const { id, bidId } = await biddenScenario(ctx, cast)
    await stage(demand, id, [['新平面图.txt', word()]])
    await amend(id, { fates: { [await idOf('新平面图.txt')]: 'add' } })
    expect((await showBid(firm, bidId)).unconfirmed).toBe(1)
    const told = await listNotifications(db, cast.firm.accountId, 100)
    expect(
      told.filter(each => each.objectId === bidId).map(each => [each.event, each.params.files]),
    ).toContainEqual([...['bid.filesAmended', '新平面图.txt']])
  })

  it('is refused where files are as they were, and leaves them so when it fails half way', async () => {
    const text = word()
    const id = await callWith([['甲.txt', text]])
    await expect(amend(id)).rejects.toMatchObject({ reason: 'scenario.nothingAmended' })
    await stage(demand, id, [['同.txt', text]])
    const same = await idOf('同.txt')
    await expect(amend(id, { fates: { [same]: 'add' } })).rejects.toMatchObject({
      ...{ code: 'invalid', reason: 'addendum.sameFile', path: 'fates' },
    })
    await stage(demand, id, [['新.txt', word()]])
    const fresh = await idOf('新.txt')
    await db.execute(
      sql`alter table scenario add constraint broken check (id <> ${sql.raw(`'${id}'`)} or addenda = 0)`,
    )
    await expect(amend(id, { fates: { [fresh]: 'add' } })).rejects.toThrow()
    await db.execute(sql`alter table scenario drop constraint broken`)
    expect([await shown(ctx, id), await listAddenda(db, id)]).toEqual([['甲.txt'], []])
    expect(await waits(id)).toEqual(['同.txt', '新.txt'])
    await amend(id, { fates: { [fresh]: 'add', [same]: 'drop' } })
    expect(await shown(ctx, id)).toEqual(['甲.txt', '新.txt'])
  })
})

describe('files that wait for an addendum', () => {
  it('appear nowhere, for nobody outside, until it is published', async () => {
    const secret = word()
    const id = await callWith([['公开.txt', word()]])
    const noticesBefore = await db.$count(notification)
    await stage(demand, id, [[`${secret}.txt`, secret]])
    const file = await idOf(`${secret}.txt`)
    await readFile(desk, { fileId: file })
    const viewer = as(ctx, await colleagueOf(db, cast.demand, 'viewer'))
    const offices = await Promise.all(
      (['handler', 'approver', 'auditor'] as const).map(async office => as(ctx, await officer(db, office))),
    )
    const outside = [as(ctx, visitor), firm, as(ctx, await hospital(db)), ...offices]
    for (const reader of outside) {
      await expect(fetchFile(reader, file, 'file')).rejects.toMatchObject({ code: 'notFound' })
      const pages = [await showScenario(reader, id), await showAddenda(reader, id)]
      const desks =
        reader.actor.kind === 'person'
          ? [await addendumSheet(reader, id), await showFiles(reader, 'scenario', id)]
          : []
      expect(JSON.stringify([pages, desks])).not.toMatch(new RegExp(`${secret}|${file}`))
    }
    // A colleague who publishes nothing sees the scenario as everybody does.
    expect(
      JSON.stringify([await addendumSheet(viewer, id), await showFiles(viewer, 'scenario', id)]),
    ).not.toContain(secret)
    expect(await shown(demand, id)).toEqual(['公开.txt'])
    await indexRows(ctx, 'scenarios')
    expect(await found(secret)).toEqual([])
    const contents = await db.select().from(auditContent)
    expect(contents.some(({ content }) => content.includes(secret))).toBe(false)
    expect(await db.$count(notification)).toBe(noticesBefore)
    // An addendum of words alone does not take them along.
    await amend(id, { pain: '改过一处说明文字，其余没有变动，请放心。' })
    expect(await shown(ctx, id)).toEqual(['公开.txt'])
    // Its own people have it in their hands.
    expect((await addendumSheet(demand, id)).files.waiting).toMatchObject([
      { id: file, isOwn: true, open: true },
    ])
    expect(await textOf(demand, file)).toBe(secret)
    await amend(id, { fates: { [file]: 'add' } })
    expect([await found(secret), await shown(ctx, id)]).toEqual([[id], ['公开.txt', `${secret}.txt`]])
  })

  it('come once for one form, also with its addendum at the same moment', async () => {
    const id = await callWith([])
    const form = await amendment(id, { fileKey: v7() })
    const send = async () => {
      await stage(demand, id, [['一次.txt', 'once']], { fileKey: form.fileKey })
      return amendScenario(demand, form)
    }
    const sent = await Promise.all([send(), send(), send()])
    expect(sent.map(each => each.number)).toEqual([1, 1, 1])
    await send()
    expect([await shown(ctx, id), await waits(id)]).toEqual([['一次.txt'], []])
  })

  it('stay with their editor when another one was first', async () => {
    const id = await callWith([])
    const colleague = as(ctx, await colleagueOf(db, cast.demand, 'editor'))
    const stale = await amendment(id)
    await stage(colleague, id, [['同事.txt', word()]])
    await stage(demand, id, [['本人.txt', word()]])
    const [theirs, own] = [await idOf('同事.txt'), await idOf('本人.txt')]
    const sheet = await addendumSheet(demand, id)
    expect(sheet.files.waiting.map(each => [each.name, each.isOwn])).toEqual([
      ['同事.txt', false],
      ['本人.txt', true],
    ])
    await amend(id, { fates: { [own]: 'add' } })
    await expect(amendScenario(demand, { ...stale, fates: { [theirs]: 'add' } })).rejects.toMatchObject({
      ...{ code: 'conflict', reason: 'page.changed' },
    })
    expect(await waits(id)).toEqual(['同事.txt'])
    // Let go of by one while the other publishes it: whoever is second is told.
    const form = await amendment(id, { fates: { [theirs]: 'add' } })
    await stage(colleague, id, [], { fates: { [theirs]: 'drop' } })
    await stage(colleague, id, [], { fates: { [theirs]: 'drop' } })
    await expect(amendScenario(demand, form)).rejects.toMatchObject({ reason: 'addendum.fileGone' })
    await expect(fetchFile(demand, theirs, 'file')).rejects.toMatchObject({ code: 'notFound' })
  })

  it('are published only when they are known to be clean', async () => {
    const scanning = { ...demand, scansFiles: true }
    const id = await callWith([])
    await stage(scanning, id, [['待查.txt', word()]])
    const file = await idOf('待查.txt')
    const fates = { [file]: 'add' }
    await expect(amend(id, { fates })).rejects.toMatchObject({ reason: 'addendum.fileUnchecked' })
    await expect(fetchFile(demand, file, 'file')).rejects.toMatchObject({ code: 'notFound' })
    const result = { scan: 'infected' as const, scannedAt: ctx.now, threat: 'Eicar-Test-Signature' }
    await db.transaction(tx => setScan(tx, file, result))
    await expect(amend(id, { fates })).rejects.toMatchObject({ reason: 'addendum.fileInfected' })
    await stage(demand, id, [], { fates: { [file]: 'drop' } })
    expect(await waits(id)).toEqual([])
  })

  it('are taken within the limits, of whoever may publish them, while bids are open', async () => {
    const id = await callWith([])
    await stage(
      demand,
      id,
      Array.from({ length: 10 }, (_, n): File => [`${n}.txt`, `text ${n}`]),
    )
    await expect(stage(demand, id, [['x.txt', 'x']])).rejects.toMatchObject({
      ...{ reason: 'addendum.tooManyWaiting', path: 'file', detail: { max: 10 } },
    })
    const nobodys = await hospital(db)
    const readers: [Context, string][] = [
      [as(ctx, visitor), 'unauthenticated'],
      [as(ctx, nobodys), 'forbidden'],
      [firm, 'forbidden'],
      [handler, 'forbidden'],
      [as(ctx, await colleagueOf(db, cast.demand, 'viewer')), 'forbidden'],
    ]
    for (const [reader, code] of readers)
      await expect(stage(reader, id, [['x.txt', 'x']])).rejects.toMatchObject({ code })
    const other = await callWith([])
    await expect(stage(demand, other, [['坏.svg', '<svg/>']])).rejects.toMatchObject({
      reason: 'file.markup',
    })
    await expect(stage(demand, other, [], { act: 'keep' })).rejects.toMatchObject({ reason: 'file.none' })
    await passDeadline(db, other)
    await expect(stage(demand, other, [['晚.txt', 'x']])).rejects.toMatchObject({
      reason: 'bid.deadlinePassed',
    })
    const { organizationId } = membershipOf(cast.demand)
    const full = { organizationId, day: dayOf(later(ctx, 48).now), bytes: fileLimits.bytesPerDay }
    await db.insert(attachmentDay).values(full)
    await expect(stage(later(demand, 48), await callWith([]), [['满.txt', 'x']])).rejects.toMatchObject({
      reason: 'file.dayFull',
    })
  })
})

describe('what a version has shown', () => {
  it('keeps its bytes, and no hand takes it out or slips it in', async () => {
    const id = await callWith([['旧.txt', word()]])
    const old = await idOf('旧.txt')
    await stage(demand, id, [['待.txt', word()]])
    const file = await idOf('待.txt')
    const raw = (set: string, which: FileId) =>
      db.execute(sql`update attachment set ${sql.raw(set)} where id = ${which}`)
    const refused = (message: RegExp) => ({ cause: { message: expect.stringMatching(message) } })
    await expect(raw('added_in = 1', file)).rejects.toMatchObject(refused(/no addendum adds/))
    await expect(raw('withdrawn_in = 1', old)).rejects.toMatchObject(refused(/no addendum withdraws/))
    await amend(id, { fates: { [file]: old } })
    for (const set of [
      'withdrawn_in = null',
      'removed_at = now()',
      'purged_at = now()',
      `addendum_key = 'x'`,
    ])
      await expect(raw(set, old)).rejects.toMatchObject(refused(/stays part of the versions/))
    await expect(raw('added_in = null', file)).rejects.toMatchObject(refused(/stays part of the versions/))
    await tidyFiles({ ...desk, now: () => later(ctx, 24 * 400).now })
    expect((await findAttachment(db, old))?.purgedAt).toBeNull()
    await textOf(ctx, old)
    expect((await listAttachments(db, 'scenario', id)).map(each => each.name)).toEqual(['待.txt'])
  })

  it('is not what nobody published: the bytes go a month after the call has closed', async () => {
    const id = await callWith([])
    await stage(demand, id, [['弃.txt', word()]])
    const file = await idOf('弃.txt')
    const inAMonth = { ...desk, now: () => later(ctx, 24 * 31).now }
    await tidyFiles(inAMonth)
    expect((await findAttachment(db, file))?.purgedAt).toBeNull()
    await db.execute(sql`update scenario set status = 'withdrawn' where id = ${id}`)
    await tidyFiles(inAMonth)
    expect((await findAttachment(db, file))?.purgedAt).not.toBeNull()
  })
})
