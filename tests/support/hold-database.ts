import { startEmbedded } from '#db/embedded.ts'
import { StartProblem } from '#db/start-problem.ts'

// A process of its own that starts the built-in database in the folder named by its argument and holds it until
// SIGTERM. It answers with one line of JSON.
try {
  const embedded = await startEmbedded({
    dataDir: process.argv[2] ?? '',
    durable: process.argv[3] !== 'forgetful',
  })
  const alive = setInterval(() => {}, 1_000)
  process.once('SIGTERM', async () => {
    await embedded.stop()
    clearInterval(alive)
  })
  process.stdout.write(`${JSON.stringify({ url: embedded.url, owned: embedded.owned })}\n`)
} catch (error) {
  const problem = error instanceof StartProblem ? error.message : undefined
  process.stdout.write(`${JSON.stringify({ problem })}\n`)
  if (!problem) throw error
}
