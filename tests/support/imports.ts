import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseNow } from '#db/queries/clock.ts'
import type { Context } from '#services/context.ts'
import { sha256 } from '#services/digest.ts'
import type { Upload } from '#services/files/upload.ts'
import type { ImportDesk } from '#services/imports/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'imports-'))
let made = 0

/** A file as the multipart door hands it to a verb. */
export function sentFile(name: string, content: string | Uint8Array): Upload {
  made += 1
  const path = join(folder, String(made))
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content)
  writeFileSync(path, bytes)
  return { field: 'file', name, path, bytes: bytes.length, sha256: sha256(bytes.toString('base64')) }
}

/** What the worker runs an import with. */
export function deskOf({ actor: _, now: __, requestId: ___, ...desk }: Context): ImportDesk {
  return { ...desk, clock: databaseNow }
}
