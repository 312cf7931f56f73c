import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { displayName, type FileKind, isPicture } from '#domain/files/file.ts'
import { judgeFile } from '#services/files/judge.ts'
import { rewritePicture } from '#services/files/picture.ts'
import { textBounds, textOf } from '#services/files/text.ts'
import { isRefusal } from '#services/refusal.ts'
import { costOf } from '#tests/support/cpu-time.ts'
import {
  makeDocx,
  makePdf,
  photoWithPlace,
  picture,
  pngHeader,
  uploadOf,
  wordXml,
} from '#tests/support/files/make.ts'
import { makeZip } from '#tests/support/zip-maker.ts'

// The corpus of hostile files (reliability S9): each is refused with a reason that the page has words for, or taken in
// a shape in which it harms nobody, in bounded time and memory.

const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const mebibyte = 1024 * 1024
const pdf = makePdf(['Hello'])
const docx = makeDocx(wordXml('你好'))
const [jpeg, png, webp] = await Promise.all([
  picture().jpeg().toBuffer(),
  picture().png().toBuffer(),
  picture().webp().toBuffer(),
])
const big = await picture(7000, 5000).jpeg().toBuffer()
const slow = await picture(5000, 4000).jpeg({ progressive: true }).toBuffer()
const wide = await picture(2000, 1500).webp({ effort: 0 }).toBuffer()
const wider = await picture(5000, 2000).webp({ effort: 0 }).toBuffer()
const zip = makeZip([{ name: 'a.txt', content: 'x' }])
const zeros = Buffer.alloc(48 * mebibyte)
const lol = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'bcdefghij'[n]} "${`&${'abcdefghi'[n]};`.repeat(10)}">`).join('')}]><w:document>&j;</w:document>`
const entity =
  '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document>&x;</w:document>'
const utf16 = Buffer.from(`\ufeff${entity}`, 'utf16le')
const macro = 'application/vnd.ms-word.document.macroEnabled.main+xml'
const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)])
const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(500)])

/** Content, and what becomes of it: a kind, or the reason of the refusal. */
const corpus: [string, Buffer | string, FileKind | `file.${string}`][] = [
  ['an empty file', '', 'file.empty'],
  ['20 MiB and a byte', Buffer.alloc(20 * mebibyte + 1, 'a'), 'file.tooLarge'],
  ['20 MiB of text', Buffer.alloc(20 * mebibyte, 'a'), 'text'],
  ['noise', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256)), 'file.unknownKind'],
  ['NUL in text', 'a\0b', 'file.unknownKind'],
  ['bytes of no encoding', Buffer.from([0x61, 0xff, 0xff]), 'file.unknownKind'],
  ['text in GB 18030', Buffer.from([0xc4, 0xe3, 0xba, 0xc3]), 'text'],
  ['formulas', '=cmd|calc!A0,1\n@SUM(1)', 'text'],
  ['terminal escapes', 'a\u001b]0;x\u0007b', 'file.unknownKind'],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'file.markup'],
  ['SVG after a mark and blanks', '\ufeff\n  <svg onload=alert(1)>', 'file.markup'],
  ['HTML', '<!doctype html><script>alert(1)</script>', 'file.markup'],
  ['XML', '<?xml version="1.0"?><a/>', 'file.markup'],
  ['RTF', '{\\rtf1\\ansi x}', 'file.unknownKind'],
  ['a Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]), 'file.executable'],
  ['a Linux program', Buffer.from('7f454c460201010000', 'hex'), 'file.executable'],
  ['a script', '#!/bin/sh\nrm -rf /', 'file.executable'],
  ['Java', Buffer.from('cafebabe00000034', 'hex'), 'file.executable'],
  ['a zip', zip, 'file.archive'],
  ['an empty zip', makeZip([]), 'file.archive'],
  ['gzip', gzipSync('x'), 'file.archive'],
  ['7z', Buffer.from('377abcaf271c0004', 'hex'), 'file.archive'],
  ['RAR', Buffer.from('526172211a0700', 'hex'), 'file.archive'],
  ['an old Word file', ole, 'file.oldOffice'],
  ['a Word file with a password', locked, 'file.encrypted'],
  ['a PDF', pdf, 'pdf'],
  ['a PDF with a script', makePdf(['x'], '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'), 'pdf'],
  ['a PDF without its end', pdf.subarray(0, 200), 'file.damaged'],
  [
    'a PDF that begins as a page',
    Buffer.concat([Buffer.from('%PDF-1.4\n<html><script>alert(1)</script>'), pdf]),
    'file.mixed',
  ],
  ['a PDF with a zip behind it', Buffer.concat([pdf, zip]), 'file.mixed'],
  ['a PDF whose pages are each other’s children', cyclicPdf(), 'pdf'],
  ['a PDF of garbage', `%PDF-1.7\n${'x'.repeat(5000)}\n%%EOF`, 'pdf'],
  ['a JPEG', jpeg, 'jpeg'],
  ['a JPEG that is a zip too (GIFAR)', Buffer.concat([jpeg, zip]), 'file.mixed'],
  ['a JPEG of three bytes', Buffer.from('ffd8ff', 'hex'), 'file.damaged'],
  ['half a JPEG', jpeg.subarray(0, jpeg.length / 2), 'file.damaged'],
  ['a JPEG with a page behind it', Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')]), 'jpeg'],
  ['a photo that tells where', await photoWithPlace(), 'jpeg'],
  ['a photo of 35 megapixels', big, 'jpeg'],
  ['a progressive one of 20 megapixels', slow, 'file.tooManyPixels'],
  ['a WebP of 3 megapixels', wide, 'webp'],
  ['a WebP of 10 megapixels', wider, 'file.tooManyPixels'],
  ['a PNG', png, 'png'],
  ['a PNG of 10,000 × 10,000', pngHeader(10_000, 10_000), 'file.tooManyPixels'],
  ['a PNG of 2³¹ × 2³¹', pngHeader(2 ** 31 - 1, 2 ** 31 - 1), 'file.damaged'],
  ['a PNG with nothing in it', pngHeader(100, 100), 'file.damaged'],
  [
    'a PNG that is a JPEG inside',
    Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), jpeg]),
    'file.damaged',
  ],
  ['a WebP', webp, 'webp'],
  ['a WebP without content', Buffer.from('524946460400000057454250', 'hex'), 'file.damaged'],
  ['GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), 'file.unknownKind'],
  ['a Word document', docx, 'docx'],
  [
    'one with a zip of zeros inside',
    makeDocx(wordXml('x'), [{ name: 'a.xml', content: zeros }]),
    'file.zipTooLarge',
  ],
  [
    'one that lies about it',
    makeDocx(wordXml('x'), [{ name: 'a.xml', content: zeros, declared: 99 }]),
    'file.zipDamaged',
  ],
  [
    'one of 100,000 parts',
    makeZip(Array.from({ length: 65_000 }, (_, n) => ({ name: `${n}`, content: '', stored: true }))),
    'file.zipTooManyEntries',
  ],
  [
    'one with an archive inside',
    makeDocx(wordXml('x'), [{ name: 'media/a.png', content: zip }]),
    'file.zipNested',
  ],
  ['one that climbs', makeDocx(wordXml('x'), [{ name: '../../x', content: 'x' }]), 'file.zipBadName'],
  ['one with macros', makeDocx(wordXml('x'), [{ name: 'word/vbaProject.bin', content: 'x' }]), 'file.macros'],
  ['one declared to have macros', makeDocx(wordXml('x'), [], macro), 'file.macros'],
  ['a billion laughs', makeDocx(lol), 'file.markup'],
  ['an entity from outside', makeDocx(entity), 'file.markup'],
  ['the same in UTF-16', makeDocx(wordXml('x'), [{ name: 'a.xml', content: utf16 }]), 'file.markup'],
  [
    'one whose table of contents is no XML',
    makeZip([{ name: '[Content_Types].xml', content: '<<<' }]),
    'file.zipDamaged',
  ],
  [
    'one without its main part',
    makeZip([{ name: '[Content_Types].xml', content: '<Types/>' }]),
    'file.archive',
  ],
  ['one cut in the middle', docx.subarray(0, docx.length / 2), 'file.zipDamaged'],
]

/** A page tree without a leaf. */
function cyclicPdf(): Buffer {
  return Buffer.from(pdf.toString('latin1').replace('/Kids [4 0 R]', '/Kids [2 0 R]'), 'latin1')
}

test('there are enough of them', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(40)
})

test.each(corpus)('%s', async (_, content, expected) => {
  const upload = uploadOf('x', content)
  const rss = process.memoryUsage().rss
  let outcome: string | undefined
  const cost = await costOf(async () => {
    outcome = await takenIn(upload)
  })
  expect(outcome).toBe(expected)
  expect(cost).toBeLessThan(2000)
  expect(process.memoryUsage().rss - rss).toBeLessThan(64 * mebibyte)
})

/** Its kind, or why it is refused; of a picture, what is kept. */
async function takenIn(upload: ReturnType<typeof uploadOf>): Promise<string> {
  try {
    const kind = await judgeFile(upload)
    if (!isPicture(kind)) return kind
    const [target, thumbnail] = [join(folder, 'picture'), join(folder, 'thumbnail')]
    const { width, height } = await rewritePicture(upload.path, kind, { target, thumbnail })
    expect(width * height).toBeGreaterThan(0)
    // Nothing of what came with it, and nothing behind it, is in what we keep.
    const kept = readFileSync(target).toString('latin1')
    for (const leak of ['SecretCamera', 'GPS', '<script', 'PK\u0005\u0006']) expect(kept).not.toContain(leak)
    expect(statSync(thumbnail).size).toBeLessThan(64 * 1024)
    return kind
  } catch (error) {
    if (!isRefusal(error)) throw error
    return error.reason
  } finally {
    rmSync(upload.path, { force: true })
  }
}

const within = { ...textBounds, ms: 30_000 }

test.each<[string, Buffer | string, FileKind, RegExp | null]>([
  ['two pages', makePdf(['Hello', 'World']), 'pdf', /^Hello\nWorld/],
  ['a PDF with a script', makePdf(['Page'], '/OpenAction << /S /JavaScript /JS (x) >>'), 'pdf', /^Page/],
  ['a page tree without a leaf', cyclicPdf(), 'pdf', null],
  ['garbage', `%PDF-1.7\n${'x'.repeat(5000)}\n%%EOF`, 'pdf', null],
  ['a Word document', makeDocx(wordXml('第一段', '第二段 &amp; 更多')), 'docx', /^第一段\n第二段 & 更多/],
  ['GB 18030', Buffer.from([0xc4, 0xe3, 0xba, 0xc3]), 'text', /^你好$/],
  ['a billion laughs', makeDocx(lol), 'docx', null],
  ['an entity that nobody declared', makeDocx('<w:document>&x;</w:document>'), 'docx', null],
])('text of %s', async (_, content, kind, expected) => {
  const upload = uploadOf('x', content)
  const cost = await costOf(async () => {
    const found = await textOf(upload.path, kind, within)
    if (expected) expect(found?.text).toMatch(expected)
    else expect(found).toBeNull()
  })
  expect(cost).toBeLessThan(5000)
})

test('pages are told apart, and bounds cut instead of failing', async () => {
  const three = uploadOf('x', makePdf(['One', 'Two', 'Three']))
  const all = await textOf(three.path, 'pdf', within)
  expect(all?.pages.map(at => all.text.slice(at, at + 3))).toEqual(['One', 'Two', 'Thr'])
  expect(await textOf(three.path, 'pdf', { ...within, pages: 1 })).toMatchObject({ text: 'One\n', cut: true })
  const long = uploadOf('x', 'a'.repeat(5000))
  expect(await textOf(long.path, 'text', { ...within, length: 100 })).toEqual({
    text: 'a'.repeat(100),
    pages: [0],
    cut: true,
  })
})

test.each<[string, FileKind, string]>([
  ['报告（终稿）.pdf', 'pdf', '报告（终稿）.pdf'],
  ['../../etc/passwd', 'text', 'passwd.txt'],
  ['C:\\a\\b.PDF', 'pdf', 'b.pdf'],
  ['invoice\u202efdp.exe', 'pdf', 'invoicefdp.exe.pdf'],
  ['page.html', 'text', 'page.html.txt'],
  ['a\0b\r\nc.png', 'png', 'abc.png'],
  ['CON', 'text', 'file-CON.txt'],
  ['NUL.txt', 'text', 'file-NUL.txt'],
  ['..', 'pdf', 'file.pdf'],
  ['', 'jpeg', 'file.jpg'],
  ['\ud800x.pdf', 'pdf', 'x.pdf'],
  ['e\u0301.pdf', 'pdf', '\u00e9.pdf'],
  ['<img src=x onerror=alert(1)>.png', 'png', 'img src=x onerror=alert(1).png'],
  [`${'长'.repeat(500)}.docx`, 'docx', `${'长'.repeat(115)}.docx`],
])('the name %j of a %s is shown as %j', (raw, kind, shown) => {
  expect(displayName(raw, kind)).toBe(shown)
  expect([...displayName(raw, kind)].length).toBeLessThanOrEqual(120)
})
