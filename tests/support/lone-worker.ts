import { Logger, run } from 'graphile-worker'
import { openLifeline } from '#http/lifeline.ts'

/** A worker as a process of its own, so that a test can kill it: it says when it has a job in hand, and never ends it. */
const [databaseUrl = ''] = process.argv.slice(2)
await run({
  ...openLifeline(databaseUrl).options,
  connectionString: databaseUrl,
  pollInterval: 200,
  noHandleSignals: true,
  logger: new Logger(() => () => {}),
  taskList: {
    killedInIt: async () => {
      process.stdout.write('in hand\n')
      await new Promise<never>(() => {})
    },
  },
})
