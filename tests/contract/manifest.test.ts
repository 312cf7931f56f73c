import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { assert, expect, test } from 'vitest'
import { compactManifest, type Manifest } from '../../scripts/compact-manifest.ts'

/** What a browser has after the script ran on a page with these preloads, as plain data of this realm. */
function unfolded(script: string, preloads: readonly string[] = []): unknown {
  const window: Record<string, unknown> = {}
  const links = preloads.map(href => ({ getAttribute: () => href }))
  runInNewContext(script, { window, structuredClone, document: { querySelectorAll: () => links } })
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

/** Without the chunks of the routes, which the browser reads from the page. */
const bare = ({ routes, ...rest }: Manifest) => ({
  ...rest,
  routes: Object.fromEntries(
    Object.entries(routes).map(([id, { imports, ...each }]) => [id, JSON.parse(JSON.stringify(each))]),
  ),
})
const head = {
  version: 'v',
  url: '/assets/manifest-v.js',
  entry: { module: '/assets/entry-e.js', imports: [] },
}

test('a compacted manifest says all that the long one said, but for the chunks of the routes', () => {
  fc.assert(
    fc.property(fc.uniqueArray(route, { selector: each => each.id, maxLength: 8 }), list => {
      const long: Manifest = { ...head, routes: routesOf(list.filter(({ id }) => id !== '__proto__')) }
      expect(bare(unfolded(compactManifest(long)) as Manifest)).toEqual(bare(long))
    }),
  )
})

test('the preloads drawn while it hydrates are those that the server has drawn, in their order', () => {
  const page = ['/assets/index-b.js', '/assets/parts-a.js', '/assets/root-r.js', '/assets/show-s.js']
  const routes = {
    root: { id: 'root', module: '/assets/root-r.js', imports: ['/assets/parts-a.js'] },
    'routes/show': { id: 'routes/show', module: '/assets/show-s.js', imports: ['/assets/index-b.js'] },
    'routes/odd': { id: 'routes/odd', module: '/assets/another-name.js', imports: [] },
  }
  const script = compactManifest({ ...head, routes })
  const short = unfolded(script, [head.url, head.entry.module, ...page]) as Manifest
  const drawn = [...(short.routes.root?.imports ?? []), '/assets/root-r.js', '/assets/show-s.js']
  expect([...new Set(drawn)]).toEqual(page)
  expect(Object.values(short.routes).map(each => each.module)).toEqual(
    Object.values(routes).map(each => each.module),
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
  const long: Manifest = { ...head, routes: routesOf(list) }
  assert.isBelow(compactManifest(long).length * 3, JSON.stringify(long).length)
})
