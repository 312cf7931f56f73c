import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { describe, expect, onTestFinished, test } from 'vitest'
import { canReach, isRoot, type UnixUser } from '#db/embedded/identity.ts'
import { pidLives } from '#db/embedded/lock.ts'
import { placeIn } from '#db/embedded/place.ts'
import { readRunning } from '#db/embedded/server.ts'
import { startEmbedded } from '#db/embedded.ts'
import { emptyFolder, hold } from './hold.ts'

const daemon: UnixUser = { uid: 1, gid: 1 }
const nameless: UnixUser = { uid: 54_321, gid: 54_321 }
const canChangeUser = isRoot && [process.cwd(), process.execPath].every(path => canReach(path, daemon))

const start = async (dataDir: string) => {
  const embedded = await startEmbedded({ dataDir, durable: false })
  onTestFinished(() => embedded.stop())
  return embedded
}
const connected = (url: string) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  onTestFinished(() => sql.end({ timeout: 1 }))
  return sql
}

test('starts on nothing, keeps what was written over a stop, and is shut to everybody without the password', async () => {
  const dataDir = emptyFolder()
  const first = await startEmbedded({ dataDir })
  expect(first.owned).toBe(true)
  const before = connected(first.url)
  await before`create table kept as select '二手自行车' as word`
  await before.end()
  await first.stop()
  expect(readRunning(placeIn(dataDir))).toBeUndefined()

  const second = await start(dataDir)
  expect(second.url).toBe(first.url)
  const sql = connected(second.url)
  expect(await sql`select word from kept`).toEqual([{ word: '二手自行车' }])
  const [durability] = await sql`select current_setting('listen_addresses') as listen, lower('É') as folded`
  expect(durability).toEqual({ listen: '127.0.0.1', folded: 'é' })

  const wrong = connected(second.url.replace(/:[^:@]+@/, ':wrong@'))
  await expect(wrong`select 1`).rejects.toMatchObject({ code: '28P01' })
  expect(statSync(placeIn(dataDir).password).mode & 0o077).toBe(0)
})

test('a second process finds the first, leaves it running, and carries on when the first ends', async () => {
  const dataDir = emptyFolder()
  const owner = await hold(dataDir)
  expect(owner.answer.owned).toBe(true)
  const guest = await start(dataDir)
  expect(guest).toMatchObject({ owned: false, url: owner.answer.url })
  const passing = await startEmbedded({ dataDir })
  await passing.stop()
  const sql = connected(guest.url)
  await sql`create table kept as select 1 as n`

  await owner.kill('SIGTERM')
  await expect.poll(() => sql`select n from kept`.catch(() => []), { timeout: 50_000 }).toEqual([{ n: 1 }])
  expect(guest.owned).toBe(true)
})

test('outlives the sudden death of its process; the next one adopts it', async () => {
  const dataDir = emptyFolder()
  const owner = await hold(dataDir)
  const server = readRunning(placeIn(dataDir))
  await owner.kill('SIGKILL')
  await sleep(100)
  expect(pidLives(server?.pid ?? 0)).toBe(true)

  const next = await start(dataDir)
  expect(next.owned).toBe(true)
  expect(readRunning(placeIn(dataDir))?.pid).toBe(server?.pid)
  await next.stop()
  expect(readRunning(placeIn(dataDir))).toBeUndefined()
})

test('recovers when server and owner were killed, even if the number in postmaster.pid is somebody else’s now', async () => {
  const dataDir = emptyFolder()
  const first = await hold(dataDir)
  const sql = connected(first.answer.url ?? '')
  await sql`create table kept as select 7 as n`
  await sql`checkpoint`
  const server = readRunning(placeIn(dataDir))
  await first.kill('SIGKILL')
  process.kill(server?.pid ?? 0, 'SIGKILL')
  await expect.poll(() => pidLives(server?.pid ?? 0), { timeout: 30_000 }).toBe(false)

  const pidFile = join(placeIn(dataDir).cluster, 'postmaster.pid')
  const stale = readFileSync(pidFile, 'utf8')
  writeFileSync(pidFile, stale.replace(/^\d+/, `${process.pid}`))
  const again = await start(dataDir)
  expect(await connected(again.url)`select n from kept`).toEqual([{ n: 7 }])
})

test('many processes at once make one server', async () => {
  const dataDir = emptyFolder()
  const holders = await Promise.all([hold(dataDir), hold(dataDir), hold(dataDir)])
  expect(new Set(holders.map(holder => holder.answer.url)).size).toBe(1)
  expect(holders.filter(holder => holder.answer.owned)).toHaveLength(1)
})

test('a data directory that cannot be written is one clear sentence', async () => {
  await expect(startEmbedded({ dataDir: '/proc/robot-plus' })).rejects.toThrow(
    /^The data directory \/proc\/robot-plus cannot be written .*set DATA_DIR/,
  )
})

describe.runIf(canChangeUser)('as root, for others', () => {
  test('an ordinary user without HOME runs the server as itself', async () => {
    const dataDir = emptyFolder({ owner: daemon })
    const holder = await hold(dataDir, daemon)
    expect(holder.answer).toMatchObject({ owned: true })
    expect(statSync(placeIn(dataDir).cluster).uid).toBe(daemon.uid)
    await holder.kill('SIGTERM')
    expect(readRunning(placeIn(dataDir))).toBeUndefined()
  })

  test('a user without a name gets a server or a sentence that says what to do', async () => {
    const { answer } = await hold(emptyFolder({ owner: nameless }), nameless)
    if (answer.problem === undefined) expect(answer.owned).toBe(true)
    else expect(answer.problem).toMatch(/no name on this machine.*DATABASE_URL/)
  })

  test('a folder that nobody else may enter does for root', async () => {
    const dataDir = emptyFolder({ closedAbove: true })
    const first = await start(dataDir)
    expect(await connected(first.url)`select 1 as n`).toEqual([{ n: 1 }])
    expect(existsSync(placeIn(dataDir).cluster)).toBe(true)
  })
})
