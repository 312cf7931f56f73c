import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { pidLives } from '#db/embedded/lock.ts'
import { placeIn } from '#db/embedded/place.ts'
import { readRunning, stopServer } from '#db/embedded/server.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { named, withAdmin } from './database.ts'

const prefix = 'robot-plus-test-'

/** One server for the whole run (DATABASE_URL's, when set), one migrated database in it for all files to copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await openServer()
  const template = `template_${randomUUID().replaceAll('-', '')}`
  await withAdmin(server.url, sql => sql`create database ${sql(template)}`)
  await migrate(named(server.url, template))
  project.provide('adminUrl', server.url)
  project.provide('templateName', template)
  return async () => {
    await withAdmin(server.url, sql => sql`drop database if exists ${sql(template)} with (force)`)
    await server.stop()
  }
}

async function openServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  await sweep()
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`))
  const embedded = await startEmbedded({ dataDir, durable: false })
  return {
    url: embedded.url,
    async stop() {
      await embedded.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A run that was killed leaves its server behind; the next run ends it. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter(entry => entry.startsWith(prefix))) {
    const pid = Number(name.slice(prefix.length).split('-')[0])
    if (pidLives(pid)) continue
    const dataDir = join(tmpdir(), name)
    const running = readRunning(placeIn(dataDir))
    if (running) await stopServer(placeIn(dataDir), running)
    rmSync(dataDir, { recursive: true, force: true })
  }
}
