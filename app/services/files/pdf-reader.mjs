// The inside of the thread that `pdf-text.ts` starts: one PDF, page by page, until it is told off or done.
import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { getDocumentProxy } from 'unpdf'

const { path, pages } = workerData

const document = await getDocumentProxy(new Uint8Array(await readFile(path)), {
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  enableXfa: false,
  verbosity: 0,
})
const last = Math.min(document.numPages, pages)
for (let number = 1; number <= last; number += 1) {
  const page = await document.getPage(number)
  const { items } = await page.getTextContent()
  const text = items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
  parentPort.postMessage({ text })
  page.cleanup()
}
parentPort.postMessage({ end: true, cut: document.numPages > last })
