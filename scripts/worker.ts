import './production.ts'
import { runCommand, say, step, untilAskedToStop } from './console.ts'
import { openPlatform, openWorker } from './platform.ts'

/** `npm run worker`: jobs only, beside a server or several; as many of them as one likes. */
await runCommand(async () => {
  const asked = untilAskedToStop()
  const platform = await openPlatform()
  try {
    const worker = await step('worker', () => openWorker(platform))
    say('\nWorking. Ctrl-C stops after the jobs in hand.\n')
    await asked
    await worker.stop()
  } finally {
    await platform.close()
  }
  say('Stopped.')
})
