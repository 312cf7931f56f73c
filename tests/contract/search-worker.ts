import { Logger, run } from 'graphile-worker'
import { connect } from '#db/client.ts'
import { openLifeline } from '#http/lifeline.ts'
import { meilisearchEngine } from '#search/meilisearch.ts'
import { beginAsWorker } from '#services/abandoned-jobs.ts'

/** A worker of the search index as a process of its own, so that a test can kill it: database, then search server. */
const [databaseUrl = '', url = ''] = process.argv.slice(2)
const { db } = connect(databaseUrl)
const engine = meilisearchEngine({ db, url })
await run({
  ...openLifeline(databaseUrl).options,
  connectionString: await beginAsWorker(db, databaseUrl),
  pollInterval: 200,
  noHandleSignals: true,
  logger: new Logger(() => () => {}),
  taskList: { ...engine.tasks },
})
