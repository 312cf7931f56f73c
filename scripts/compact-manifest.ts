import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What every page's browser is told of one route; flags that are false are the most of them. */
interface ManifestRoute {
  id: string
  module: string
  imports?: string[]
  [field: string]: unknown
}

export interface Manifest {
  routes: Record<string, ManifestRoute>
  [field: string]: unknown
}

const opening = 'window.__remixManifest='

/**
 * The same manifest as a shorter script. Remix spells out for each route the chunks that it imports, more than half of
 * the whole. The browser asks for them once only, while it hydrates: `<Scripts>` draws the preloads of the page that
 * the server has drawn already (links that prefetch would ask too; there are none here). So no route lists any, and the
 * script reads those of this page from its document, in their order. A field that most routes share is filled in where
 * the script runs, the two that each has of its own are known by their place, and a module that is named after its route gives the rest of its name. Read by no one but the
 * browser: the server has its own copy.
 */
export function compactManifest({ routes, ...rest }: Manifest): string {
  const all = Object.entries(routes)
  const usual = usualFields(all.map(([, route]) => route))
  const rows = all.map(([key, route]) => {
    const mark = markOf(route)
    const own = Object.entries(route).filter(
      ([field, value]) =>
        !['imports', 'id', 'path'].includes(field) &&
        !(field === 'module' && mark !== null) &&
        JSON.stringify(value) !== JSON.stringify(usual[field]),
    )
    // A field that this route lacks must not be filled in.
    const lacking = Object.keys(usual).filter(field => !(field in route))
    const row = [
      ...[route.id, route.path ?? null, mark ?? 0],
      ...[own.length ? Object.fromEntries(own) : 0, lacking.length ? lacking : 0, key === route.id ? 0 : key],
    ]
    // What is usual at the end of a row needs no place.
    while (row.at(-1) === 0) row.pop()
    return row
  })
  return `{const u=${JSON.stringify(usual)},r={},w=${JSON.stringify(rest)};for(const[i,p,h,o,l,k]of ${JSON.stringify(rows)}){const v={...structuredClone(u),id:i,...o};if(p!=null)v.path=p;if(h)v.module="/assets/"+v.id.split("/").pop()+"-"+h+".js";for(const f of l||[])delete v[f];r[k||i]=v}if(r.root)r.root.imports=[...document.querySelectorAll("link[rel=modulepreload]")].map(e=>e.getAttribute("href")).filter(h=>h!=w.url&&h!=w.entry.module);${opening}{...w,routes:r}}\n`
}

/** What tells a module's name from its route's, its hash as a rule; null where it is named otherwise. */
function markOf({ id, module }: ManifestRoute): string | null {
  const start = `/assets/${id.split('/').pop()}-`
  if (!module.startsWith(start) || !module.endsWith('.js')) return null
  return module.slice(start.length, -'.js'.length) || null
}

/** Writes the browser's manifest of a finished client build anew; its name stays, as its content says the same. */
export async function compactBuiltManifest(client: string): Promise<{ before: number; after: number }> {
  const assets = join(client, 'assets')
  const file = (await readdir(assets)).find(name => /^manifest-\w+\.js$/.test(name))
  if (!file) throw new Error('the client build has no manifest')
  const text = await readFile(join(assets, file), 'utf8')
  if (!text.startsWith(opening))
    throw new Error('the manifest of the client build is not written as expected')
  const short = compactManifest(JSON.parse(text.slice(opening.length).replace(/;\s*$/, '')))
  await writeFile(join(assets, file), short)
  return { before: text.length, after: short.length }
}

function byFrequency(names: string[]): string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name)
}

/** For each field but the chunks and the names, the value that most routes give it, when more than half do. */
function usualFields(routes: ManifestRoute[]): Record<string, unknown> {
  const usual: Record<string, unknown> = {}
  const fields = new Set(routes.flatMap(route => Object.keys(route)))
  for (const field of fields) {
    if (['id', 'imports', 'module', 'path'].includes(field)) continue
    const [commonest] = byFrequency(
      routes.filter(route => field in route).map(route => JSON.stringify(route[field])),
    )
    const given = routes.filter(route => JSON.stringify(route[field]) === commonest).length
    if (commonest !== undefined && given * 2 > routes.length) usual[field] = JSON.parse(commonest)
  }
  return usual
}
