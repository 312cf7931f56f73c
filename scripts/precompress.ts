import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const worthIt = new Set(['.js', '.css', '.svg', '.json', '.txt', '.ico', '.html', '.webmanifest'])
const smallestBytes = 512

/** Writes .br and .gz beside every text file of a finished client build, at the strongest level. */
export async function precompress(
  directory: string,
): Promise<{ files: number; before: number; after: number }> {
  const sum = { files: 0, before: 0, after: 0 }
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !worthIt.has(extname(entry.name))) continue
    if ((await stat(path)).size < smallestBytes) continue
    const bytes = await readFile(path)
    const [br, gz] = await Promise.all([brotli(bytes), promisify(gzip)(bytes, { level: 9 })])
    // A copy that is not smaller would only cost the browser time.
    if (br.length < bytes.length) await writeFile(`${path}.br`, br)
    if (gz.length < bytes.length) await writeFile(`${path}.gz`, gz)
    sum.files += 1
    sum.before += bytes.length
    sum.after += Math.min(br.length, bytes.length)
  }
  return sum
}

function brotli(bytes: Buffer): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return promisify(brotliCompress)(bytes, { params })
}
