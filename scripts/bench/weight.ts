import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../child.ts'
import { type Bench, origin, publicPages, startHouse } from './house.ts'

const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
const gzipped = (data: string | Buffer) => gzipSync(data, { level: 9 }).length

/** What a public page makes a browser load, gzip -9: its scripts with their imports, its sheet, its HTML. */
export const weightBench: Bench = async print => {
  const house = await startHouse()
  let light = true
  try {
    for (const [name, path] of Object.entries(await publicPages())) {
      const html = await (await fetch(origin + path)).text()
      const assets = new Set([...html.matchAll(/\/assets\/[\w.-]+\.(?:js|css)/g)].map(([found]) => found))
      const sum = (ending: string) =>
        [...assets]
          .filter(asset => asset.endsWith(ending))
          .reduce((total, asset) => total + gzipped(fileOf(asset)), 0)
      const js = sum('.js') + dictionaryWeight(html, assets)
      light &&= js <= 128 * 1024
      print(
        `weight of ${name}`,
        `JS ${kib(js)} (≤ 128), CSS ${kib(sum('.css'))} (≤ 25), HTML ${kib(gzipped(html))} (≤ 30)`,
      )
    }
  } finally {
    await house.stop()
  }
  return light
}

const fileOf = (asset: string) => readFileSync(join(root, 'build/client', asset))

/** The entry loads one language's dictionary by itself; the page does not name it. */
function dictionaryWeight(html: string, named: ReadonlySet<string>): number {
  const language = /<html lang="en"/.test(html) ? 'en' : 'zh'
  const entry = [...named].find(asset => /entry\.client/.test(asset))
  const chunk =
    entry && new RegExp(`(?:assets/)?(${language}-[\\w-]+\\.js)`).exec(fileOf(entry).toString())?.[1]
  return chunk && !named.has(`/assets/${chunk}`) ? gzipped(fileOf(`/assets/${chunk}`)) : 0
}
