import type { DbOrTx } from '#db/client.ts'
import { contradictionsOf, listAudit, sentences } from '#db/queries/consistency.ts'
import { rewardBreaches } from '#db/queries/invariants.ts'
import { hashOf } from '#services/record.ts'
import { say, stepLine } from './console.ts'

const pageSize = 2_000
const shownBreaches = 10
const longestName = Math.max(...sentences.map(sentence => sentence.length))
const start = '0'.repeat(64)

/** Checks every law, one line each; returns how many are broken. */
export async function checkInvariants(db: DbOrTx): Promise<number> {
  const laws = [
    { name: 'ceilings, counters and ledger agree', find: () => ledgerBreaches(db) },
    ...sentences.map(sentence => ({ name: sentence, find: () => contradictionsOf(db, sentence) })),
    { name: 'the hashes of the audit chain hold', find: () => brokenLinks(db) },
  ]
  let broken = 0
  for (const { name, find } of laws) {
    const begun = performance.now()
    const breaches = await find()
    const ok = breaches.length === 0
    say(stepLine({ mark: ok ? '✓' : '✗', name: name.padEnd(longestName), ms: performance.now() - begun }))
    for (const breach of breaches.slice(0, shownBreaches)) say(`    ${breach}`)
    if (breaches.length > shownBreaches) say(`    and ${breaches.length - shownBreaches} more`)
    if (!ok) broken += 1
  }
  return broken
}

async function ledgerBreaches(db: DbOrTx): Promise<string[]> {
  const breaches = await rewardBreaches(db)
  return breaches.map(({ invariant, subject, detail }) => `${subject}: ${detail}, but ${invariant}`)
}

/** Recomputes every hash from its row and the one before: a changed, missing or moved row shows. */
async function brokenLinks(db: DbOrTx): Promise<string[]> {
  const broken: string[] = []
  let before = start
  let after = 0
  while (true) {
    const rows = await listAudit(db, { after, limit: pageSize })
    for (const { hash, ...row } of rows) {
      if (row.prevHash !== before) broken.push(`row ${row.seq} does not continue the chain`)
      else if (hashOf(row) !== hash) broken.push(`row ${row.seq} is not what was written`)
      before = hash
      after = row.seq
    }
    if (rows.length < pageSize) return broken
  }
}
