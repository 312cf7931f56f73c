import type { Settings } from '#http/env.ts'
import { startServer } from '#http/server.ts'
import { shelfOf } from '#services/matching/shelf.ts'
import { ensureBuilt } from './build.ts'
import { orInterrupted, say, step } from './console.ts'
import { demoSignIns, seedIfEmpty } from './demo.ts'
import { bringIntoShape, noteShape } from './index-shape.ts'
import { openPlatform, openWorker, type Platform } from './platform.ts'

/** Opens the platform, serves until asked to stop, and takes everything down in order. */
export async function run(settings: Settings, asked: Promise<NodeJS.Signals>): Promise<void> {
  const platform = await openPlatform(settings)
  try {
    // On a first start both take their time, and neither needs the other.
    const building = ensureBuilt()
    building.catch(() => {})
    const seeded = settings.DEMO && (await demo(platform))
    await (seeded ? noteShape(platform.sql) : step('search index', () => bringIntoShape(platform), inShape))
    await step('production build', () => orInterrupted(building))
    await serve(platform, asked)
  } finally {
    await platform.close()
  }
}

function demo(platform: Platform): Promise<boolean> {
  const note = (seeded: boolean) => (seeded ? 'seeded' : 'kept')
  return step('demo data', () => orInterrupted(seedIfEmpty(platform)), note)
}

const inShape = (written: number | null) =>
  written === null ? 'in shape' : `${written} written anew after an update`

async function serve(platform: Platform, asked: Promise<NodeJS.Signals>): Promise<void> {
  const { env } = platform
  const server = await step('server', () => startServer({ ...platform, buildDir: 'build' }))
  // Read in the background, so that the first author need not wait; who asks before is told how far it is.
  shelfOf(platform.db).warm(problem => platform.log.warn({ err: problem }, 'products were not read'))
  const worker = await step('worker', () => openWorker(platform))
  say(
    `\nReady: ${env.PUBLIC_ORIGIN}${server.url === env.PUBLIC_ORIGIN ? '' : `   (listening on ${server.url})`}`,
  )
  if (env.DEMO) for (const line of await demoSignIns(platform)) say(line)
  say('Ctrl-C stops everything.\n')
  await asked
  say('Stopping …')
  // Not ready, last answers, then the jobs in hand; the database goes last.
  await server.close()
  await worker.stop()
}
