import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { assert, expect, test } from 'vitest'
import { compactManifest, type Manifest } from '../../scripts/compact-manifest.ts'

/** What a browser has after the script ran, as plain data of this realm. */
function unfolded(script: string): unknown {
  const window: Record<string, unknown> = {}
  runInNewContext(script, { window, structuredClone })
  return JSON.parse(JSON.stringify(window.__remixManifest))
}

const chunk = fc.constantFrom(
  '/assets/parts-a.js',
  '/assets/index-b.js',
  '/assets/form-c.js',
  '/assets/field-d.js',
)
const field = fc.oneof(fc.boolean(), fc.string(), fc.constant([]), fc.array(chunk))
const route = fc.record(
  {
    id: fc.string({ minLength: 1 }),
    module: chunk,
    imports: fc.array(chunk),
    path: fc.string(),
    hasAction: fc.boolean(),
    css: fc.array(chunk, { maxLength: 1 }),
    parentId: fc.constant('root'),
    other: field,
  },
  { requiredKeys: ['id', 'module'] },
)
const routesOf = (list: Manifest['routes'][string][]) => Object.fromEntries(list.map(each => [each.id, each]))

test('a compacted manifest says all that the long one said, but for the order of the chunks', () => {
  fc.assert(
    fc.property(fc.uniqueArray(route, { selector: each => each.id, maxLength: 8 }), list => {
      const routes = routesOf(list.filter(({ id }) => id !== '__proto__'))
      const long: Manifest = { version: 'v', entry: { module: '/assets/entry-e.js', imports: [] }, routes }
      const short = unfolded(compactManifest(long)) as Manifest
      const sorted = ({ routes: all, ...rest }: Manifest) => ({
        ...rest,
        routes: Object.fromEntries(
          Object.entries(all).map(([id, each]) => [
            id,
            each.imports ? { ...each, imports: [...each.imports].sort() } : { ...each },
          ]),
        ),
      })
      expect(sorted(short)).toEqual(sorted(JSON.parse(JSON.stringify(long))))
    }),
  )
})

test('routes that share their chunks come out much shorter', () => {
  const imports = Array.from({ length: 12 }, (_, n) => `/assets/chunk-${String.fromCharCode(97 + n)}.js`)
  const list = Array.from({ length: 50 }, (_, n) => ({
    id: `routes/r${n}`,
    parentId: 'root',
    module: `/assets/r${n}.js`,
    hasAction: n % 5 === 0,
    hasClientAction: false,
    imports,
    css: [],
  }))
  const long: Manifest = { version: 'v', routes: routesOf(list) }
  const short = compactManifest(long)
  assert.isBelow(short.length * 3, JSON.stringify(long).length)
  expect(unfolded(short)).toEqual(long)
})
