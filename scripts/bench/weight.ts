import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Part, wordFiles } from '#i18n/load-words.ts'
import type { Words } from '#i18n/merge.ts'
import { partsOf } from '#i18n/page-words.ts'
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
      const js = sum('.js') + (await wordsWeight(path, html))
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

/** The words that the entry brings to a visitor by itself; the page does not name them. */
async function wordsWeight(path: string, html: string): Promise<number> {
  const language = /<html lang="en"/.test(html) ? 'en' : 'zh'
  const parts = partsOf(new URL(path, origin).pathname) ?? []
  const files = await Promise.all(parts.map(part => wordsFile(language, part)))
  return files.reduce((total, file) => total + gzipped(file), 0)
}

/** The chunk of one part: components and the other language have chunks of the same name, without its texts. */
async function wordsFile(language: 'zh' | 'en', part: Part): Promise<Buffer> {
  const folder = join(root, 'build/client/assets')
  const text = longestIn(await wordFiles[language][part]())
  const found = readdirSync(folder)
    .filter(name => name.startsWith(`${part}-`) && name.endsWith('.js'))
    .map(name => readFileSync(join(folder, name)))
    .find(file => file.includes(text))
  if (!found) throw new Error(`the build has no ${language} words of ${part}`)
  return found
}

/** Its longest text that a build writes as it stands. */
function longestIn(words: Words): string {
  const texts = Object.values(words).map(each => (typeof each === 'string' ? each : longestIn(each)))
  return texts
    .filter(text => !/['"`\\\n]/.test(text))
    .reduce((longest, text) => (text.length > longest.length ? text : longest), '')
}
