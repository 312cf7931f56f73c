import './production.ts'
import { indexNames } from '#search/engine.ts'
import { runCommand, say, step } from './console.ts'
import { indexRows } from './index-rows.ts'
import { openPlatform } from './platform.ts'

const reportEvery = 1000

/** `npm run reindex`: the whole search index anew from the rows, while the platform goes on working. */
await runCommand(async () => {
  const { db, search, close } = await openPlatform()
  try {
    await search.prepare()
    for (const index of indexNames) {
      const onPage = (written: number) => {
        if (written > 0 && written % reportEvery === 0) say(`  ${index} … ${written}`)
      }
      await step(
        `search index ${index}`,
        () => indexRows({ db, search, onPage }, index),
        ({ written, removed }) => `${written} written, ${removed} removed`,
      )
    }
  } finally {
    await close()
  }
})
