import type { DbOrTx, Tx } from '#db/client.ts'
import { addJobSoon, addMatchJob } from '#db/queries/jobs.ts'
import { blankAlerts } from '#db/queries/match-alerts.ts'
import type { Risen } from '#db/queries/match-lists.ts'
import { endOpenRuns } from '#db/queries/match-runs.ts'
import type { MatchSide } from '#domain/matches/list.ts'
import { brand, type ProductId, type ScenarioId } from '#domain/shared/ids.ts'
import { sayAgain } from './notice.ts'

// public: it queues work about what a judged verb has just written
/** The object's matches are worked out anew, once however often it changes until then, and one object at a time. */
export async function orderMatching(tx: Tx, side: MatchSide, id: string): Promise<void> {
  await addMatchJob(tx, side === 'scenario' ? 'matchScenario' : 'matchProduct', id)
}

// public: it queues work; whoever changes what all scores rest on has judged that they may
/**
 * Everything is worked out anew: called in the transaction that changes the weights or the basis. A run that is under
 * way by the old ones ends for nothing: whoever goes on with it begins again.
 */
export async function orderMatchingOfAll(tx: DbOrTx): Promise<void> {
  await endOpenRuns(tx)
  await addMatchJob(tx, 'matchAll')
}

/** What rises within these seconds is told together: a firm that withdraws all it has is one piece of news. */
const collectSeconds = 60

// public: it queues work about what a job of the platform has just written
/** Those who have come among the first of a list because somebody left are told of, together with all who follow soon. */
export async function orderRisen(tx: Tx, pairs: readonly Risen[]): Promise<void> {
  if (pairs.length === 0) return
  const payload = pairs.map(({ scenarioId, productId }) => ({ scenarioId, productId }))
  await addJobSoon(tx, 'tellRisen', { payload, key: 'tellRisen', seconds: collectSeconds })
}

// public: it takes back what may not be told any more
/** What is not public any more is in nobody's notices of matches, nor in a letter that still waits. */
export async function forgetMatchAlerts(tx: Tx, side: MatchSide, ids: readonly string[]): Promise<void> {
  const notices = await blankAlerts(tx, {
    scenarioIds: side === 'scenario' ? ids.map(id => brand<ScenarioId>(id)) : [],
    productIds: side === 'product' ? ids.map(id => brand<ProductId>(id)) : [],
  })
  await sayAgain(tx, notices)
}
