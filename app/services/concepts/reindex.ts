import type { Db } from '#db/client.ts'
import { beginReindex, countReindexed, endReindex, findTables } from '#db/queries/concepts.ts'
import { touchedNames } from '#domain/concepts/change.ts'
import type { ConceptTable } from '#domain/concepts/concept.ts'
import { countBehind, rewriteBehind, type Touched } from '#search/concept-index.ts'
import { refreshConcepts } from '#search/concepts.ts'
import type { SearchEngine } from '#search/engine.ts'

/** Documents of one transaction: some 0.5 s of work, and as long as a verb on one of them may have to wait. */
const batch = 100

interface Desk {
  db: Db
  search: SearchEngine
  now(): Date
}

/**
 * Brings the search index after a version of the concept table: only documents that have the changed concept, or its
 * name somewhere, and of those only what was written before. Killed anywhere it goes on where it was; two of them at
 * once share the work. Meanwhile each document is found by its old names or by its new ones, never by none.
 */
// public: a job of the platform, queued by the verb that published the version
export async function reindexConcepts({ db, search, now }: Desk, version: number): Promise<void> {
  const touched = await touchedBy(db, version)
  if (!touched) throw new Error(`version ${version} of the concept table is not there`)
  if ((await refreshConcepts(db)) < version) throw new Error('an older concept table is in use')
  await beginReindex(db, version, await countBehind(db, version, touched))
  const step = () =>
    db.transaction(async tx => {
      const n = await rewriteBehind(tx, search, { version, touched, limit: batch })
      if (n > 0) await countReindexed(tx, version, n)
      return n
    })
  while ((await step()) > 0);
  await endReindex(db, version, now())
}

/** The one concept in which the version differs from the one before. */
async function touchedBy(db: Db, version: number): Promise<Touched | null> {
  const tables = await findTables(db, [version - 1, version])
  const [before, after] = [tables.get(version - 1), tables.get(version)]
  return before && after ? difference(before, after) : null
}

function difference(before: ConceptTable, after: ConceptTable): Touched | null {
  const old = new Map(before.map(concept => [concept.id, concept]))
  const fresh = after.find(concept => JSON.stringify(old.get(concept.id)) !== JSON.stringify(concept))
  return fresh ? { id: fresh.id, names: touchedNames(old.get(fresh.id) ?? null, fresh) } : null
}

export function versionIn(payload: unknown): number {
  const version =
    typeof payload === 'object' && payload !== null && 'version' in payload ? payload.version : null
  if (typeof version !== 'number') throw new Error('a job without a version of the concept table')
  return version
}
