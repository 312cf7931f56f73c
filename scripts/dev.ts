import { createServer as createVite } from 'vite'
import { startServer } from '#http/server.ts'
import { root } from './child.ts'
import { runCommand, say, step, untilAskedToStop } from './console.ts'
import { seedIfEmpty } from './demo.ts'
import { openPlatform, openWorker } from './platform.ts'
import { readSettings } from './settings.ts'

/** `npm run dev`: the same server over Vite's, so that a saved file shows at once. */
await runCommand(async () => {
  const asked = untilAskedToStop()
  const platform = await openPlatform(readSettings())
  try {
    if (platform.env.DEMO) await step('demo data', () => seedIfEmpty(platform))
    const vite = await createVite({
      root,
      configFile: `${root}/scripts/vite.config.ts`,
      server: { middlewareMode: true },
    })
    const server = await startServer({ ...platform, vite })
    const worker = await openWorker(platform)
    say(`\nDeveloping at ${platform.env.PUBLIC_ORIGIN}\n`)
    await asked
    await server.close()
    await worker.stop()
    await vite.close()
  } finally {
    await platform.close()
  }
})
