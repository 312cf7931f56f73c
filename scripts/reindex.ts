import './production.ts'
import { type Compared, type IndexName, indexNames, type SearchEngine } from '#search/engine.ts'
import type { Db } from '../db/client.ts'
import { runCommand, say, step } from './console.ts'
import { indexRows } from './index-rows.ts'
import { noteShape } from './index-shape.ts'
import { openPlatform } from './platform.ts'

const reportEvery = 1000

/**
 * `npm run reindex`: the whole search index anew from the rows, while the platform goes on working; a second engine's
 * by a fresh one that is swapped in. `npm run reindex -- --check` compares a second engine's documents with the
 * database's and mends what differs. Either may be ended at any time and begun again.
 */
await runCommand(async () => {
  const asked = process.argv.slice(2)
  const unknown = asked.find(each => each !== '--check')
  if (unknown) throw new Error(`No option ${unknown}; there is --check.`)
  const { db, sql, search, close } = await openPlatform()
  try {
    await search.prepare()
    for (const index of indexNames) {
      if (asked.length > 0) await check(search, index)
      else await anew(db, search, index)
    }
    if (asked.length === 0) await noteShape(sql)
  } finally {
    await close()
  }
})

async function anew(db: Db, search: SearchEngine, index: IndexName): Promise<void> {
  let said = 0
  const onPage = (written: number) => {
    if (written - said < reportEvery) return
    said = written
    say(`  ${index} … ${written}`)
  }
  await step(
    `search index ${index}`,
    () => indexRows({ db, search, onPage }, index),
    ({ written, removed }) => `${written} written, ${removed} removed`,
  )
  if (!search.rebuild) return
  said = 0
  await step(`second index ${index}`, async () => search.rebuild?.(index, onPage))
}

async function check(search: SearchEngine, index: IndexName): Promise<void> {
  if (!search.reconcile) return say(`${index}: the search is inside the database, nothing to compare`)
  await step(`second index ${index}`, async () => search.reconcile?.(index), counted)
}

function counted(compared: Compared | undefined): string {
  if (!compared) return ''
  const { documents, missing, stale, extra } = compared
  return `${documents} documents; ${missing} missing, ${stale} stale, ${extra} too many`
}
