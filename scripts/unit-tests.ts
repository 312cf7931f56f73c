import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { root, runTool } from './child.ts'
import type { Tally } from './tally.ts'

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})
type Report = z.infer<typeof Report>

/** Everything below a browser: domain, services, contracts, HTTP, doors. */
export async function runUnitTests(): Promise<{ tally: Tally; output: string }> {
  const path = join(tmpdir(), `robot-plus-vitest-${process.pid}.json`)
  try {
    const { code, output } = await runTool('vitest', [
      'run',
      ...['--config', 'tests/vitest.config.ts', '--reporter=json', `--outputFile=${path}`],
    ])
    if (!existsSync(path)) return { tally: { passed: 0, failed: 1, skipped: 0 }, output }
    return summarise(Report.parse(JSON.parse(readFileSync(path, 'utf8'))), code, output)
  } finally {
    rmSync(path, { force: true })
  }
}

function summarise(report: Report, code: number, output: string) {
  // A file that cannot even be loaded has no failed test to count, so it counts itself.
  const broken = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.every(test => test.status !== 'failed'),
  )
  const failed = report.numFailedTests + broken.length
  const unexplained = failed === 0 && code !== 0
  const words = [
    ...broken.map(file => `✗ ${place(file.name)}\n${file.message ?? ''}`),
    ...failedTests(report),
  ]
  const skipped = report.numPendingTests + report.numTodoTests
  return {
    tally: { passed: report.numPassedTests, failed: unexplained ? 1 : failed, skipped },
    output: unexplained ? output : words.join('\n'),
  }
}

function failedTests({ testResults }: Report): string[] {
  return testResults.flatMap(file =>
    file.assertionResults
      .filter(test => test.status === 'failed')
      .map(test => `✗ ${place(file.name)} ${test.fullName}\n${(test.failureMessages ?? []).join('\n')}`),
  )
}

const place = (file: string) => relative(root, file)
