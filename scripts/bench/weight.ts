import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Part, partsOf } from '#i18n/page-words.ts'
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
      const js = sum('.js') + wordsWeight(path, html)
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

/** The words that the entry brings by itself; the page does not name them. */
function wordsWeight(path: string, html: string): number {
  const language = /<html lang="en"/.test(html) ? 'en' : 'zh'
  const parts = partsOf(new URL(path, origin).pathname) ?? []
  return parts.reduce((total, part) => total + gzipped(wordsFile(language, part)), 0)
}

/** The chunk of one part; both languages' are named alike, and only the Chinese one has Chinese in it. */
function wordsFile(language: 'zh' | 'en', part: Part): Buffer {
  const folder = join(root, 'build/client/assets')
  const exported = new RegExp(`as ${part}\\b`)
  const candidates = readdirSync(folder)
    .filter(name => name.startsWith(`${part}-`) && name.endsWith('.js'))
    .map(name => readFileSync(join(folder, name)))
    .filter(file => exported.test(file.toString()))
  const found = candidates.find(file => /\p{Script=Han}/u.test(file.toString()) === (language === 'zh'))
  if (!found) throw new Error(`the build has no ${language} words of ${part}`)
  return found
}
