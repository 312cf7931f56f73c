import { createReadStream } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { FileKind } from '#domain/files/file.ts'
import { isRefusal } from '../refusal.ts'
import { readXml } from './office.ts'
import { openZip } from './zip.ts'

/** How far the text of a file is read; tests tighten it. */
export const textBounds = {
  /** UTF-16 units. */
  length: 1_000_000,
  pages: 200,
  ms: 20_000,
  heapMb: 192,
  partBytes: 64 * 1024 * 1024,
}
export type TextBounds = typeof textBounds

export interface FileText {
  text: string
  /** Where each page begins in `text`; one page where the kind has none. */
  pages: number[]
  /** A bound was reached, and what follows it is not there. */
  cut: boolean
}

/** The text of the file at `path`, or null where it has none or cannot be read; never longer than `bounds` allow. */
export async function textOf(
  path: string,
  kind: FileKind,
  bounds: TextBounds = textBounds,
): Promise<FileText | null> {
  if (kind === 'pdf') return pdfText(path, bounds)
  if (kind === 'text') return plainText(path, bounds)
  if (kind === 'docx' || kind === 'xlsx' || kind === 'pptx') return officeText(path, kind, bounds)
  return null
}

/** Gathers pages until there is too much of it. */
function gathering({ length }: TextBounds) {
  const found: FileText = { text: '', pages: [], cut: false }
  return {
    found,
    page() {
      if (found.pages.at(-1) !== found.text.length) found.pages.push(found.text.length)
    },
    /** False when nothing more is wanted. */
    add(text: string): boolean {
      if (found.pages.length === 0) found.pages.push(0)
      // PostgreSQL keeps no NUL, and half a surrogate is no character.
      found.text += text.replace(/\0|\p{Cs}/gu, '')
      if (found.text.length <= length) return true
      found.text = found.text.slice(0, length).replace(/\p{Cs}$/u, '')
      found.cut = true
      return false
    },
    result: () => (found.text.trim() === '' ? null : found),
  }
}

/**
 * A PDF is read in a thread of its own with a heap and a time of its own: one that loops or swells ends with its
 * thread, and what had been read until then is kept.
 */
function pdfText(path: string, bounds: TextBounds): Promise<FileText | null> {
  const gathered = gathering(bounds)
  return new Promise(resolve => {
    const reader = new Worker(new URL('./pdf-reader.mjs', import.meta.url), {
      workerData: { path, pages: bounds.pages },
      resourceLimits: { maxOldGenerationSizeMb: bounds.heapMb, maxYoungGenerationSizeMb: 32 },
      stdout: true,
      stderr: true,
      env: {},
    })
    const end = (cut: boolean) => {
      clearTimeout(deadline)
      gathered.found.cut ||= cut
      void reader.terminate()
      resolve(gathered.result())
    }
    const deadline = setTimeout(end, bounds.ms, true)
    reader.on('message', (said: { text?: string; end?: boolean; cut?: boolean }) => {
      if (said.end) return end(said.cut === true)
      gathered.found.pages.push(gathered.found.text.length)
      if (!gathered.add(`${said.text ?? ''}\n`)) end(true)
    })
    reader.on('error', () => end(true))
    reader.on('exit', () => end(false))
  })
}

async function plainText(path: string, bounds: TextBounds): Promise<FileText | null> {
  for (const encoding of ['utf-8', 'gb18030']) {
    const gathered = gathering(bounds)
    const decoder = new TextDecoder(encoding, { fatal: true })
    try {
      for await (const piece of createReadStream(path))
        if (!gathered.add(decoder.decode(piece, { stream: true }))) break
      return gathered.result()
    } catch {
      // Not in this encoding; the next one.
    }
  }
  return null
}

/** The parts that hold a document's text, and the elements in which it stands there. */
const textParts = {
  docx: /^word\/document\.xml$/,
  xlsx: /^xl\/sharedStrings\.xml$/,
  pptx: /^ppt\/slides\/slide\d+\.xml$/,
}
const breaks = new Set(['w:p', 'w:br', 'w:tab', 'a:p', 'si'])

async function officeText(
  path: string,
  kind: keyof typeof textParts,
  bounds: TextBounds,
): Promise<FileText | null> {
  const gathered = gathering(bounds)
  const zip = await openZip(path)
  try {
    const parts = zip.entries
      .map(({ name }) => name)
      .filter(name => textParts[kind].test(name))
      .sort((a, b) => numberIn(a) - numberIn(b))
    for (const name of parts.slice(0, bounds.pages)) {
      if (kind === 'pptx') gathered.page()
      await readXml(zip, name, bounds.partBytes, parser => {
        let isText = false
        parser.on('opentag', tag => {
          isText = /^(?:w:|a:)?t$/.test(tag.name)
        })
        parser.on('text', text => {
          if (isText && !gathered.found.cut) gathered.add(text)
        })
        parser.on('closetag', tag => {
          isText = false
          if (breaks.has(tag.name) && !gathered.found.cut) gathered.add('\n')
        })
      })
    }
  } catch (error) {
    if (!isRefusal(error)) throw error
    gathered.found.cut = true
  } finally {
    zip.close()
  }
  return gathered.result()
}

const numberIn = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0)
