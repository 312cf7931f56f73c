import type { Db } from '#db/client.ts'
import { type MeaningNoun, useEmbedder } from '#db/queries/match-meaning.ts'
import { orderMatchingOfAll } from '../matches/note.ts'
import { publicRows } from '../matching/basis.ts'
import { toMatchProduct, toMatchScenario } from '../matching/inputs.ts'
import { embedderOf, fitSpace } from './built-in.ts'
import type { Embedder } from './embedder.ts'
import { keepMeaningsOf, type Said } from './keep.ts'
import type { EmbedderChoice } from './open.ts'

/** What every public object says. */
export type AllSaid = Readonly<Record<MeaningNoun, readonly Said[]>>

// public: a job of the platform on texts that anybody may read
/** The job of the night: the meanings of everything public; where any is new, everything is matched anew. */
export async function renewAllMeanings(
  desk: { db: Db; now(): Date },
  choice: EmbedderChoice | undefined,
): Promise<void> {
  if (!choice) return
  const said: Record<MeaningNoun, Said[]> = { scenario: [], product: [] }
  const saidBy = ({ id, text }: Said): Said => ({ id, text })
  for await (const { scenarios, products } of publicRows(desk.db)) {
    said.scenario.push(...scenarios.map(toMatchScenario).map(saidBy))
    said.product.push(...products.map(toMatchProduct).map(saidBy))
  }
  if ((await renewMeanings(desk, choice, said)) > 0) await orderMatchingOfAll(desk.db)
}

// public: a job of the platform on texts that anybody may read
/**
 * Makes what meanings are missing; the built-in embedder first fits a new space to the texts of the day, which is used
 * once everything has its place in it. Until then matches are made with the meanings of before, or with none. Gives
 * how many are new.
 */
export async function renewMeanings(
  { db, now }: { db: Db; now(): Date },
  choice: EmbedderChoice,
  said: AllSaid,
): Promise<number> {
  const chosen = await embedderFor(db, { choice, said, at: now() })
  if (!chosen) return 0
  const { embedder, space } = chosen
  let made = 0
  for (const noun of ['scenario', 'product'] as const)
    made += (await keepMeaningsOf(db, embedder, { noun, said: said[noun] })).length
  await db.transaction(tx => useEmbedder(tx, { embedder: embedder.name, space, at: now() }))
  return made
}

async function embedderFor(
  db: Db,
  { choice, said, at }: { choice: EmbedderChoice; said: AllSaid; at: Date },
): Promise<{ embedder: Embedder; space: number | null } | null> {
  if (choice !== 'lsa') return { embedder: choice, space: null }
  const texts = [...said.scenario, ...said.product].map(each => each.text)
  const space = await fitSpace(db, texts, at)
  return space && { embedder: embedderOf(space), space: space.version }
}
