import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'
import { type Part, partsOf } from '#i18n/page-words.ts'
import { zh } from '#i18n/zh.ts'
import routes from '../../app/routes.ts'

/** The parts of the dictionary that a file and the components it draws speak with. */
function spokenIn(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return new Set()
  seen.add(file)
  const text = readFileSync(file, 'utf8')
    .replaceAll(/\/\*.*?\*\//gs, '')
    // A reason that is compared, not said.
    .replaceAll(/=== '\w+\.\w+'/g, '')
  const spoken = new Set<string>()
  for (const [, part = ''] of text.matchAll(/['"`]([a-z]+)\.[a-zA-Z$]/g)) if (part in zh) spoken.add(part)
  if (/\bt\.reason\(/.test(text)) spoken.add('refusal')
  if (/\bt\.error\b/.test(text)) spoken.add('field').add('refusal')
  for (const [, target = ''] of text.matchAll(/from '([^']+)'/g)) {
    const path = target.startsWith('#ui/')
      ? `app/ui/${target.slice(4)}`
      : normalize(join(dirname(file), target))
    if (!/^app\/(ui|routes)\//.test(path)) continue
    for (const part of spokenIn(path, seen)) spoken.add(part)
  }
  return spoken
}

const pages = routes.flatMap(({ path = '', file }) => {
  const pathname = `/${path.replaceAll(/:\w+/g, '01a20a80-edc1-748a-b5fa-e647de6f8f52')}`
  const parts = partsOf(pathname)
  return parts && file.endsWith('.tsx') ? [{ pathname, file: `app/${file}`, parts }] : []
})

it('knows the pages that anybody opens', () => {
  expect(pages.length).toBeGreaterThanOrEqual(13)
})

it.each(pages.map(page => [page.pathname, page] as const))('has every word of %s', (_, { file, parts }) => {
  const known = new Set<string>(parts)
  expect([...spokenIn(file)].filter(part => !known.has(part))).toEqual([])
})

it('has every word of the shell on each of them', () => {
  // What the shell says of an error comes with the whole dictionary.
  const shell = [...spokenIn('app/root.tsx')].filter(part => part !== 'refusal')
  for (const { parts } of pages) expect(shell.filter(part => !parts.includes(part as Part))).toEqual([])
})
