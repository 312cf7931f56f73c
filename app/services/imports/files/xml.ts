import { StringDecoder } from 'node:string_decoder'
import sax from 'sax'
import { isRefusal } from '../../refusal.ts'
import { broken } from './table.ts'

/** What may stand in one element of a workbook; real ones have a fraction of it. */
const bounds = { attributes: 100, depth: 40 }

export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Walks through XML piece by piece, each name without its prefix. A document type is refused, so that no entity is
 * ever expanded (XML bombs); nesting and attributes are bounded. Pauses after each piece, so what the handler has
 * collected can be taken away.
 */
export async function* walkXml(pieces: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = sax.parser(true, { position: false })
  const decoder = new StringDecoder('utf8')
  let attributes = 0
  let depth = 0
  parser.ondoctype = () => {
    throw broken('import.xmlDoctype')
  }
  parser.onopentagstart = () => {
    attributes = 0
    depth += 1
    if (depth > bounds.depth) throw broken('import.xlsxBroken')
  }
  parser.onattribute = () => {
    attributes += 1
    if (attributes > bounds.attributes) throw broken('import.xlsxBroken')
  }
  parser.onopentag = ({ name, attributes: given }) =>
    handler.open?.(local(name), given as Record<string, string>)
  parser.onclosetag = name => {
    depth -= 1
    handler.close?.(local(name))
  }
  parser.ontext = text => handler.text?.(text)
  parser.oncdata = text => handler.text?.(text)
  parser.onerror = () => {
    throw broken('import.xlsxBroken')
  }
  for await (const piece of pieces) {
    refusing(() => parser.write(decoder.write(piece)))
    yield
  }
  refusing(() => parser.write(decoder.end()).close())
  yield
}

/** Walks to the end; for parts that are small. */
export async function readXml(pieces: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _ of walkXml(pieces, handler)) {
    // The handler collects.
  }
}

function refusing(work: () => unknown): void {
  try {
    work()
  } catch (error) {
    throw isRefusal(error) ? error : broken('import.xlsxBroken')
  }
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)
