import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Seal } from '#services/audit/seal.ts'

/** The signed heads lie beside the database as well, so that who rewrites the one has to find the other. */
export const headsFile = (dataDir: string) => join(dataDir, 'audit-heads.ndjson')

const Line = z.object({ seq: z.number(), hash: z.string(), at: z.coerce.date(), signature: z.string() })

export async function keepHead(dataDir: string, seal: Seal): Promise<void> {
  const file = headsFile(dataDir)
  const known = await readHeads(dataDir)
  if (known.at(-1)?.seq === seal.seq) return
  await mkdir(dirname(file), { recursive: true })
  await appendFile(file, `${JSON.stringify(seal)}\n`, { mode: 0o600 })
}

/** The seals of the file; a line that was torn by a crash is left out. */
export async function readHeads(dataDir: string): Promise<Seal[]> {
  const text = await readFile(headsFile(dataDir), 'utf8').catch(() => '')
  return text.split('\n').flatMap(line => {
    const read = Line.safeParse(parse(line))
    return read.success ? [read.data] : []
  })
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
