import { runBrowserTests } from './browser-tests.ts'
import { runCommand, say } from './console.ts'
import { inWords } from './tally.ts'

/** `npm run e2e -- [playwright arguments]`: the browser tests alone, with Playwright's own lines. */
await runCommand(async () => {
  const { tally } = await runBrowserTests(process.argv.slice(2), true)
  say(inWords(tally))
  return tally.failed > 0 ? 1 : 0
})
