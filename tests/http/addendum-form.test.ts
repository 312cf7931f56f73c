import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAddenda } from '#db/queries/addenda.ts'
import { listWaiting } from '#db/queries/addendum-files.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { paths } from '#paths'
import { postgresEngine } from '#search/postgres.ts'
import { createSession } from '#services/accounts/session.ts'
import { action } from '../../app/routes/scenarios/addendum.tsx'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { publishedScenario, revOf } from '../support/factories.ts'
import { typed } from '../support/matrix/typed.ts'
import { scenarioForm } from '../support/trip-forms.ts'
import { type House, openHouse, origin } from './house.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const dataDir = mkdtempSync(join(tmpdir(), 'addendum-form-'))
let house: House
let id: ScenarioId
let headers: Record<string, string>
let rev: string

beforeAll(async () => {
  house = await openHouse({
    ...{ db, search: postgresEngine(db), env: { DATA_DIR: dataDir } },
    limits: { uploadBytes: 128 * 1024 },
    routes: { 'scenarios/:scenarioId/addenda/new': { page: true, action } },
  })
  const { demand, id: made } = await publishedScenario(ctx)
  id = made
  rev = String(await revOf(as(ctx, demand), id))
  headers = { origin, cookie: `sid=${(await createSession(db, demand.accountId)).token}` }
})
afterAll(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** What the page's own lists send along. */
const standing = {
  purpose: 'drawing',
  'requirements[0].necessity': 'must',
  'metrics[0].direction': 'atLeast',
}

interface Sent {
  fields?: Record<string, string>
  file?: [name: string, content: string | Uint8Array<ArrayBuffer>]
}

/** The form as a browser sends it: every field, then the file that was chosen, or an empty part where none was. */
async function send({ fields = {}, file = ['', ''] }: Sent) {
  const form = new FormData()
  const all = { ...typed(scenarioForm('换过平面图的场景')), id, rev, formKey: v7(), fileKey: v7(), ...fields }
  for (const [name, value] of Object.entries({ ...standing, ...all })) form.append(name, value)
  form.append('file', new Blob([file[1]]), file[0])
  const url = `http://127.0.0.1:${house.port}${paths.scenarioAddendumNew(id)}.data`
  const answer = await fetch(url, { method: 'POST', headers, body: form, redirect: 'manual' })
  return { status: answer.status, text: await answer.text() }
}
const waits = async () => (await listWaiting(db, id)).map(({ file }) => file.name)
const said = { summary: '更换平面图一张', reason: '复勘后重画' }

test('a form that is refused has lost neither what was typed nor the file', async () => {
  const refused = await send({ fields: { summary: '更换平面图一张', reason: '' }, file: ['一.txt', 'one'] })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('更换平面图一张')
  expect(await waits()).toEqual(['一.txt'])
})

test('a button that keeps files, or adds a row, publishes nothing and judges nothing', async () => {
  const kept = await send({ fields: { act: 'keep', summary: '写到一半' }, file: ['二.txt', 'two'] })
  expect([kept.status, kept.text.includes('写到一半')]).toEqual([200, true])
  const insert = JSON.stringify({ type: 'insert', payload: { name: 'requirements', defaultValue: {} } })
  const row = await send({ fields: { __intent__: insert, summary: '加一条要求' }, file: ['三.txt', 'three'] })
  expect([row.status, row.text.includes('加一条要求')]).toEqual([200, true])
  const stay = await send({ fields: { act: 'stay' } })
  expect(stay.status).toBe(200)
  expect(await waits()).toEqual(['一.txt', '二.txt', '三.txt'])
  expect(await listAddenda(db, id)).toEqual([])
})

test('a file that is refused says why at its field, and everything typed before it is heard', async () => {
  const bad = await send({ fields: said, file: ['坏.svg', '<svg/>'] })
  expect([bad.status, bad.text.includes('file.markup'), bad.text.includes('复勘后重画')]).toEqual([
    422,
    true,
    true,
  ])
  const huge = await send({ fields: said, file: ['大.pdf', new Uint8Array(600 * 1024)] })
  expect([huge.status, huge.text.includes('复勘后重画')]).toEqual([413, true])
  const nothing = await send({ fields: { act: 'keep' } })
  expect([nothing.status, nothing.text.includes('file.none')]).toEqual([422, true])
  expect(await listAddenda(db, id)).toEqual([])
})

test('files chosen with the last press come along, once however often it is pressed', async () => {
  const fields = { ...said, formKey: v7(), fileKey: v7() }
  const answers = await Promise.all([1, 2].map(() => send({ fields, file: ['四.txt', 'four'] })))
  expect(answers.map(answer => answer.status)).toEqual([202, 202])
  const [addendum] = await listAddenda(db, id)
  expect(addendum?.files?.after.map(file => file.name)).toEqual(['四.txt'])
  expect(await waits()).toEqual(['一.txt', '二.txt', '三.txt'])
})
