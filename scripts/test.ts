import { runBrowserTests } from './browser-tests.ts'
import { ensureBuilt } from './build.ts'
import { runChecks } from './checks.ts'
import { runCommand, say, stepLine, withHeartbeat } from './console.ts'
import { inWords, sum, type Tally } from './tally.ts'
import { runUnitTests } from './unit-tests.ts'

/** `npm test`: everything there is. The checks and the build share two cores; the tests have them to themselves. */
await runCommand(async () => {
  const [checked, built] = await Promise.all([runChecks(), measured('production build', build)])
  const tested = await measured('domain, services, contracts, http', runUnitTests)
  const browsed = await measured('end to end, in a browser', () => runBrowserTests())
  const total = sum([checked, built, tested, browsed])
  say(inWords(total))
  return total.failed > 0 ? 1 : 0
})

async function build(): Promise<{ tally: Tally; output: string }> {
  await ensureBuilt()
  return { tally: { passed: 1, failed: 0, skipped: 0 }, output: '' }
}

/** One line with time and count; a step that breaks down is a failure, never silence. */
async function measured(name: string, run: () => Promise<{ tally: Tally; output: string }>): Promise<Tally> {
  const begun = performance.now()
  const { tally, output } = await withHeartbeat(name, run).catch(error => ({
    tally: { passed: 0, failed: 1, skipped: 0 },
    output: error instanceof Error ? error.message : String(error),
  }))
  const ok = tally.failed === 0
  say(stepLine({ mark: ok ? '✓' : '✗', name, ms: performance.now() - begun, note: inWords(tally) }))
  if (!ok) say(output.trim())
  return tally
}
