import './production.ts'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { auditBench } from './bench/audit.ts'
import { fitBench } from './bench/fit.ts'
import type { Bench } from './bench/house.ts'
import { importBench } from './bench/import.ts'
import { marketBench } from './bench/market.ts'
import { matchBench } from './bench/match.ts'
import { matchFreshBench } from './bench/match-fresh.ts'
import { pagesBench } from './bench/pages.ts'
import { queriesBench } from './bench/queries.ts'
import { searchBench } from './bench/search.ts'
import { signInBench } from './bench/sign-in.ts'
import { startBench } from './bench/start.ts'
import { weightBench } from './bench/weight.ts'
import { ensureBuilt } from './build.ts'
import { runCommand, say, step } from './console.ts'

const benches: Record<string, Bench> = {
  start: startBench,
  weight: weightBench,
  queries: queriesBench,
  audit: auditBench,
  fit: fitBench,
  match: matchBench,
  matchFresh: matchFreshBench,
  market: marketBench,
  search: searchBench,
  pages: pagesBench,
  signIn: signInBench,
  import: importBench,
}

/** Measures the code itself and needs no pages. */
const unbuilt = ['match', 'market']
const file = { type: 'string' } as const

/** `npm run bench [-- NAME …]`: what the pages cost on this machine. `match` takes `--scenarios F --products F --pairs F`. */
await runCommand(async () => {
  const options = { scenarios: file, products: file, pairs: file }
  const { values: files, positionals: asked } = parseArgs({ options, allowPositionals: true })
  const unknown = asked.find(name => !(name in benches))
  if (unknown) throw new Error(`No bench ${unknown}; there are ${Object.keys(benches).join(', ')}.`)
  if (asked.length === 0 || asked.some(name => !unbuilt.includes(name)))
    await step('production build', ensureBuilt, outcome => outcome)
  say(
    `${cpus().length} cores, Node ${process.version}, load ${loadavg()
      .map(load => load.toFixed(2))
      .join(' ')}\n`,
  )
  const over: string[] = []
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const kept = await bench((what, figure) => say(`${what.padEnd(28)} ${figure}`), files)
    if (!kept) over.push(name)
  }
  if (over.length > 0) throw new Error(`Over budget: ${over.join(', ')}.`)
})
