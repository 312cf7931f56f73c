import { and, desc, eq, inArray, isNotNull, lt, max, ne, sql } from 'drizzle-orm'
import type { DbOrTx, Tx } from '../client.ts'
import { matchMeaning, matchSpace } from '../schema/index.ts'

export type MeaningNoun = (typeof matchMeaning.$inferSelect)['noun']

interface Which {
  noun: MeaningNoun
  embedder: string
  ids: readonly string[]
}

/** The meanings of these objects, as far as this embedder made them. */
export async function findMeanings(
  db: DbOrTx,
  { noun, embedder, ids }: Which,
): Promise<Map<string, Float32Array>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: matchMeaning.objectId, vector: matchMeaning.vector })
    .from(matchMeaning)
    .where(ofThese({ noun, embedder, ids }))
  return new Map(rows.map(({ id, vector }) => [id, Float32Array.from(vector)]))
}

/** Of which text each meaning was made. */
export async function findDigests(db: DbOrTx, which: Which): Promise<Map<string, string>> {
  if (which.ids.length === 0) return new Map()
  const rows = await db
    .select({ id: matchMeaning.objectId, digest: matchMeaning.digest })
    .from(matchMeaning)
    .where(ofThese(which))
  return new Map(rows.map(({ id, digest }) => [id, digest]))
}

const ofThese = ({ noun, embedder, ids }: Which) =>
  and(
    eq(matchMeaning.noun, noun),
    eq(matchMeaning.embedder, embedder),
    inArray(matchMeaning.objectId, [...ids]),
  )

export async function keepMeanings(
  db: DbOrTx,
  rows: readonly (typeof matchMeaning.$inferInsert)[],
): Promise<void> {
  if (rows.length === 0) return
  await db
    .insert(matchMeaning)
    .values([...rows])
    .onConflictDoUpdate({
      target: [matchMeaning.embedder, matchMeaning.noun, matchMeaning.objectId],
      set: {
        digest: sql`excluded.digest`,
        vector: sql`excluded.vector`,
      },
    })
}

export type Space = typeof matchSpace.$inferSelect

/** The newest space of the built-in embedder, of those in use or of all. */
export async function newestSpace(db: DbOrTx, { ready }: { ready: boolean }): Promise<Space | null> {
  const [row] = await db
    .select()
    .from(matchSpace)
    .where(ready ? isNotNull(matchSpace.readyAt) : undefined)
    .orderBy(desc(matchSpace.version))
    .limit(1)
  return row ?? null
}

/** Its number alone, for pages. */
export async function readySpaceVersion(db: DbOrTx): Promise<number | null> {
  const [row] = await db
    .select({ version: max(matchSpace.version) })
    .from(matchSpace)
    .where(isNotNull(matchSpace.readyAt))
  return row?.version ?? null
}

/** Keeps a space under its number; who comes second finds the other one's there. */
export async function keepSpace(db: DbOrTx, row: typeof matchSpace.$inferInsert): Promise<void> {
  await db.insert(matchSpace).values(row).onConflictDoNothing()
}

/** From now on meanings of this embedder are read; those of others, and older spaces, go. */
export async function useEmbedder(
  tx: Tx,
  { embedder, space, at }: { embedder: string; space: number | null; at: Date },
): Promise<void> {
  await tx.delete(matchMeaning).where(ne(matchMeaning.embedder, embedder))
  if (space === null) return
  await tx.update(matchSpace).set({ readyAt: at }).where(eq(matchSpace.version, space))
  await tx.delete(matchSpace).where(lt(matchSpace.version, space))
}
