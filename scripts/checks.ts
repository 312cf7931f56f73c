import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type Outcome, root, runTool } from './child.ts'
import { say, stepLine } from './console.ts'
import type { Tally } from './tally.ts'

const checks: { name: string; run(): Promise<Outcome> }[] = [
  {
    name: 'format and lint (biome)',
    run: () => runTool('@biomejs/biome:biome', ['check', '--colors=off', '.']),
  },
  // The native compiler says the same as 5.9, which Remix and the editors load, in a quarter of the time.
  { name: 'types (tsc)', run: () => runTool('typescript7:tsc', ['--noEmit', '--pretty', 'false']) },
  {
    name: 'who imports whom (depcruise)',
    run: () =>
      runTool('dependency-cruiser:depcruise', [
        ...['app', 'db', 'search', 'scripts', 'tests'],
        ...['--config', 'scripts/boundaries.cjs', '--output-type', 'err'],
      ]),
  },
  { name: 'nothing unused (knip)', run: () => runTool('knip', ['--no-progress']) },
  { name: 'migrations match schema', run: noDrift },
]

/** The static checks, one line each; only a failing one shows what it has to say. */
export async function runChecks(): Promise<Tally> {
  const tally = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, run } of checks) {
    const begun = performance.now()
    const { code, output } = await run().catch(error => ({ code: 1, output: String(error) }))
    const ok = code === 0
    say(stepLine({ mark: ok ? '✓' : '✗', name, ms: performance.now() - begun }))
    if (!ok) say(output.trim())
    tally[ok ? 'passed' : 'failed'] += 1
  }
  return tally
}

/** Generating migrations beside a copy of ours must find nothing left to migrate, and say so. */
async function noDrift(): Promise<Outcome> {
  const copy = mkdtempSync(join(tmpdir(), 'robot-plus-drift-'))
  try {
    cpSync(join(root, 'db/migrations'), copy, { recursive: true })
    // The tool takes every path as one below the working directory.
    const out = relative(root, copy)
    const { output } = await runTool('drizzle-kit', [
      'generate',
      ...['--dialect', 'postgresql', '--schema', './db/schema/index.ts', '--out', out],
    ])
    if (output.includes('No schema changes')) return { code: 0, output }
    return { code: 1, output: `${output}\nSchema and migrations differ: run npm run db:generate.` }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
