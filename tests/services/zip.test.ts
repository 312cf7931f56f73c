import { expect, test } from 'vitest'
import { openZip, zipBounds } from '#services/files/zip.ts'
import { isRefusal } from '#services/refusal.ts'
import { costOf } from '#tests/support/cpu-time.ts'
import { makeZip, type Part } from '#tests/support/zip-maker.ts'

const small = { ...zipBounds, floorBytes: 64 * 1024 }
const text = { name: 'word/document.xml', content: '<w:document/>' }
const many = (count: number): Part[] =>
  Array.from({ length: count }, (_, index) => ({ name: `a${index}`, content: 'x' }))

/** Why the archive is refused, or 'fine'. */
async function answer(archive: Buffer, bounds = zipBounds): Promise<string> {
  try {
    const zip = await openZip(archive, bounds)
    try {
      await zip.verify()
      return 'fine'
    } finally {
      zip.close()
    }
  } catch (error) {
    if (isRefusal(error)) return error.reason
    throw error
  }
}

test.each<[string, Buffer, string]>([
  ['an ordinary one', makeZip([text, { name: 'a/', content: '' }]), 'fine'],
  ['a stored one', makeZip([{ ...text, stored: true }]), 'fine'],
  ['500 entries', makeZip(many(500)), 'fine'],
  ['501 entries', makeZip(many(501)), 'file.zipTooManyEntries'],
  ['a bomb that says so', makeZip([{ name: 'a', content: Buffer.alloc(2e6) }]), 'file.zipTooLarge'],
  [
    'a bomb in pieces',
    makeZip(Array.from({ length: 40 }, (_, n) => ({ name: `${n}`, content: Buffer.alloc(9e3) }))),
    'file.zipTooLarge',
  ],
  ['a bomb that lies', makeZip([{ name: 'a', content: Buffer.alloc(2e6), declared: 10 }]), 'file.zipDamaged'],
  ['one that promises more', makeZip([{ ...text, declared: 5000 }]), 'file.zipDamaged'],
  ['a climbing name', makeZip([{ name: '../../etc/passwd', content: 'x' }]), 'file.zipBadName'],
  ['a climbing name by backslash', makeZip([{ name: '..\\..\\x', content: 'x' }]), 'file.zipBadName'],
  ['an absolute name', makeZip([{ name: '/etc/passwd', content: 'x' }]), 'file.zipBadName'],
  ['a drive', makeZip([{ name: 'C:/x', content: 'x' }]), 'file.zipBadName'],
  ['a name with NUL', makeZip([{ name: 'a\0b', content: 'x' }]), 'file.zipBadName'],
  [
    'a name that turns the reading direction',
    makeZip([{ name: 'a\u202eb', content: 'x' }]),
    'file.zipBadName',
  ],
  ['a name twice', makeZip([text, text]), 'file.zipBadName'],
  ['an archive inside, by name', makeZip([{ name: 'x.zip', content: 'x' }]), 'file.zipNested'],
  ['an archive inside, by content', makeZip([{ name: 'x.bin', content: makeZip([text]) }]), 'file.zipNested'],
  [
    'the workbook of a chart',
    makeZip([{ name: 'word/embeddings/a.xlsx', content: makeZip([text]) }]),
    'fine',
  ],
  ['an encrypted entry', makeZip([{ ...text, encrypted: true }]), 'file.encrypted'],
  ['a cut one', makeZip([text, ...many(5)]).subarray(0, 80), 'file.zipDamaged'],
  ['no archive', Buffer.from('hello'), 'file.zipDamaged'],
  ['nothing', Buffer.alloc(0), 'file.zipDamaged'],
])('%s: %s', async (_, archive, expected) => {
  expect(await answer(archive, small)).toBe(expected)
})

test('a gigabyte from a megabyte stops at its bound, in little memory and time', async () => {
  const piece = Buffer.alloc(64 * 1024 * 1024)
  const bomb = makeZip([{ name: 'a', content: piece, declared: 1000 }])
  const before = process.memoryUsage().rss
  const cost = await costOf(async () => expect(await answer(bomb)).toBe('file.zipDamaged'))
  expect(cost).toBeLessThan(1000)
  expect(process.memoryUsage().rss - before).toBeLessThan(32 * 1024 * 1024)
})
