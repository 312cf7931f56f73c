import './production.ts'
import { runCommand, say, step, untilAskedToStop } from './console.ts'
import { ensureFree } from './port.ts'
import { readSettings } from './settings.ts'

/** `npm start`: from nothing to a running platform; Ctrl-C takes everything down again in order. */
await runCommand(async () => {
  const asked = untilAskedToStop()
  const settings = await step('configuration', async () => readSettings())
  await step('port', () => ensureFree(settings.PORT, settings.HOST))
  // The house itself is loaded only now: who asks wrongly gets the answer at once.
  const { run } = await import('./run.ts')
  await run(settings, asked)
  say('Stopped.')
})
