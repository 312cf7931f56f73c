import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { leastCost } from '#tests/support/cpu-time.ts'

// S8: no pattern of the server takes longer than its text is long, for texts of the kinds that make patterns go back.

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Patterns that may take quadratic time, with the most characters that they are ever given, and by what. */
const bounded: Record<string, number> = {
  // `fenFromYuan` cuts at 200 characters, and amounts of ours have 16 digits.
  '/0+$/': 200,
  '/\\B(?=(\\d{3})+$)/g': 32,
  // The guard lets no address of more than 2,048 bytes in.
  '/\\/+$/': 2048,
  // `readQuery` cuts at 400 characters.
  '/\\D\\s*$/': 400,
}

function patterns(): Map<string, string> {
  const found = new Map<string, string>()
  for (const folder of ['app/domain', 'app/http', 'app/services', 'app/routes', 'search', 'db/queries']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name)) continue
      const file = join(folder, name)
      const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest)
      const visit = (node: ts.Node) => {
        if (ts.isRegularExpressionLiteral(node)) found.set(node.text, file)
        ts.forEachChild(node, visit)
      }
      visit(source)
    }
  }
  return found
}

/** Long runs of what the pattern itself speaks of, with an end that does not fit. */
function texts(literal: string, length: number): string[] {
  const own = [...literal.replaceAll(/\\[a-zA-Z]|[[\](){}?*+^$|\\]/g, '')].slice(0, 40)
  const units = new Set([...own, ...'0aA _-./,\t\n反', '0a', 'a0', 'a-', 'a ', '0.', '0,', 'aA'])
  return [...units].flatMap(unit => {
    const run = unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
    return [`${run}\u0001`, `1${run}\u0001`]
  })
}

/** Milliseconds for the slowest of these texts, the least of three tries. */
function slowest(pattern: RegExp, literal: string, length: number): number {
  return Math.max(
    ...texts(literal, length).map(text => {
      const once = () =>
        text.replaceAll(
          new RegExp(pattern.source, [...new Set(`${pattern.flags}g`)].join('').replace('y', '')),
          '',
        )
      const took = leastCost(once, 1)
      return took > 10 ? Math.min(took, leastCost(once, 2)) : took
    }),
  )
}

const longest = 16_000

test('every pattern is done with a text of 16,000 characters at once, or never sees one', {
  timeout: 60_000,
}, () => {
  const slow: string[] = []
  for (const [literal, file] of patterns()) {
    const at = literal.lastIndexOf('/')
    const pattern = new RegExp(literal.slice(1, at), literal.slice(at + 1))
    const most = bounded[literal] ?? longest
    // From short to long, so that a bad one is found before it takes for ever.
    for (let length = 25; length <= most; length *= 2) {
      const took = slowest(pattern, literal, length)
      if (took <= 40) continue
      slow.push(`${file} ${literal}: ${took.toFixed(0)} ms for ${length} characters`)
      break
    }
  }
  expect(slow).toEqual([])
})

test('every exception is still there', () => {
  const known = patterns()
  expect(Object.keys(bounded).filter(literal => !known.has(literal))).toEqual([])
})
