import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { listAttachments } from '#db/queries/files.ts'
import { addFiles } from '#services/files/add.ts'
import type { FileStore } from '#services/files/store.ts'
import { diskStore } from '#services/files/store-disk.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { draftedScenario } from '#tests/support/factories.ts'
import { makePdf, picture, uploadOf } from '#tests/support/files/make.ts'
import { exportFiles, importFiles } from '../../scripts/archive-files.ts'

const { db, sql } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'backup-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function textIn(store: FileStore, key: string): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of await store.get(key)) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString('latin1')
}

test('attachments come back with a backup, and what is missing or spoilt is named', async () => {
  const [store, other, backup] = [
    diskStore(join(folder, 'a')),
    diskStore(join(folder, 'b')),
    join(folder, 'c'),
  ]
  const ctx = { ...testContext({ db }), files: store }
  const { id, demand } = await draftedScenario(ctx)
  const form = { noun: 'scenario', objectId: id, purpose: 'photo', formKey: v7() } as const
  await addFiles(as(ctx, demand), form, [
    uploadOf('a.pdf', makePdf(['Plan'])),
    uploadOf('b.png', await picture().png().toBuffer()),
    uploadOf('c.txt', 'gone'),
  ])
  const [pdf, png, text] = await listAttachments(db, 'scenario', id)
  if (!pdf || !png?.thumbnailKey || !text) throw new Error('three files')
  await store.delete(text.storeKey)
  expect(await exportFiles(sql, store, backup)).toEqual({ files: 3, missing: [text.storeKey] })

  writeFileSync(join(backup, 'files', png.storeKey), 'spoilt')
  const missing = [png.storeKey, text.storeKey].sort()
  expect(await importFiles(sql, other, backup)).toEqual({ files: 2, missing })
  expect(await importFiles(sql, other, backup)).toEqual({ files: 2, missing })
  expect(await textIn(other, pdf.storeKey)).toBe(await textIn(store, pdf.storeKey))
  expect(await textIn(other, png.thumbnailKey)).toBe(await textIn(store, png.thumbnailKey))
})
