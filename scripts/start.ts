import './production.ts'
import { createServer } from 'node:net'
import { startServer } from '#http/server.ts'
import { StartProblem } from '../db/start-problem.ts'
import { ensureBuilt } from './build.ts'
import { runCommand, say, step, untilAskedToStop } from './console.ts'
import { demoSignIns, seedIfEmpty } from './demo.ts'
import { openPlatform, openWorker, type Platform, readSettings } from './platform.ts'

/** `npm start`: from nothing to a running platform; Ctrl-C takes everything down again in order. */
await runCommand(async () => {
  const asked = untilAskedToStop()
  const settings = await step('configuration', async () => readSettings())
  await step('port', () => ensureFree(settings.PORT, settings.HOST))
  // The build needs no database and the database no build; on a first start both take their time.
  const building = ensureBuilt()
  building.catch(() => {})
  const platform = await openPlatform(settings)
  try {
    if (settings.DEMO)
      await step(
        'demo data',
        () => seedIfEmpty(platform),
        seeded => (seeded ? 'seeded' : 'kept'),
      )
    await step('production build', () => building)
    await serve(platform, asked)
  } finally {
    await platform.close()
  }
  say('Stopped.')
})

async function serve(platform: Platform, asked: Promise<NodeJS.Signals>): Promise<void> {
  const { env } = platform
  const server = await step('server', () => startServer({ ...platform, buildDir: 'build' }))
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

/** Asked before anything is made, so that a port that is taken costs nothing. */
function ensureFree(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', error => {
      const code = 'code' in error ? String(error.code) : error.message
      reject(new StartProblem(portProblem(code, port, host)))
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function portProblem(code: string, port: number, host: string): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program: stop that program, or choose another port, such as PORT=${port + 1} npm start.`
  }
  if (code === 'EACCES') {
    return `This user may not listen on port ${port}: choose a port above 1023, such as PORT=3000 npm start.`
  }
  return `HOST=${host} cannot be listened on (${code}): set HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.`
}
