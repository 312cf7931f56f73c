import './production.ts'
import { type IndexName, indexNames } from '#search/engine.ts'
import { runCommand, say, step } from './console.ts'
import { indexRows } from './index-rows.ts'
import { noteShape } from './index-shape.ts'
import { openPlatform, type Platform } from './platform.ts'

const reportEvery = 1000

/**
 * `npm run reindex`: the whole search index anew from the rows, while the platform goes on working; a second engine gets
 * fresh indexes, each swapped in at once. With `--check` the second engine is compared with the database and mended.
 */
await runCommand(async () => {
  const checkOnly = process.argv.slice(2).includes('--check')
  const platform = await openPlatform()
  try {
    await platform.search.prepare()
    for (const index of indexNames) await (checkOnly ? compare(platform, index) : renew(platform, index))
    if (!checkOnly) await noteShape(platform.sql)
  } finally {
    await platform.close()
  }
})

async function renew({ db, search }: Platform, index: IndexName): Promise<void> {
  const onPage = (written: number) => {
    if (written > 0 && written % reportEvery === 0) say(`  ${index} … ${written}`)
  }
  await step(
    `search index ${index}`,
    () => indexRows({ db, search, onPage }, index),
    ({ written, removed }) => `${written} written, ${removed} removed`,
  )
  const { rebuild } = search
  if (rebuild) await step(`search server ${index}`, () => rebuild(index, onPage))
}

async function compare({ search }: Platform, index: IndexName): Promise<void> {
  const { reconcile } = search
  if (!reconcile) return say(`search index ${index}: no second engine to compare`)
  await step(
    `search server ${index}`,
    () => reconcile(index),
    ({ documents, missing, stale, extra }) =>
      `${documents} documents; mended: ${missing} missing, ${stale} stale, ${extra} too many`,
  )
}
