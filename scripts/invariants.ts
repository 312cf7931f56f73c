import type { DbOrTx } from '#db/client.ts'
import { readAuditHead } from '#db/queries/audit.ts'
import { listSeals } from '#db/queries/audit-seals.ts'
import type { AuditRow } from '#db/queries/consistency.ts'
import { contentsAmong, contradictionsOf, listAudit, sentences } from '#db/queries/consistency.ts'
import { rewardBreaches } from '#db/queries/invariants.ts'
import { lateJobs } from '#db/queries/jobs.ts'
import { keepsContent } from '#domain/audit/content.ts'
import type { Seal } from '#services/audit/seal.ts'
import { sealJudge } from '#services/audit/seal.ts'
import { verifyChain } from '#services/audit/verify.ts'
import { say, stepLine } from './console.ts'

const pageSize = 2_000
const shownBreaches = 10
const longestName = Math.max(...sentences.map(sentence => sentence.length))

/** What tells a genuine seal, and those that lie outside the database. */
interface Seals {
  /** Null where the installation's secret is not at hand, as for a backup restored elsewhere. */
  secret: string | null
  beside: readonly Seal[]
}

/** Checks every law, one line each; returns how many are broken. */
export async function checkInvariants(
  db: DbOrTx,
  seals: Seals = { secret: null, beside: [] },
): Promise<number> {
  const laws = [
    { name: 'ceilings, counters and ledger agree', find: () => ledgerBreaches(db) },
    ...sentences.map(sentence => ({ name: sentence, find: () => contradictionsOf(db, sentence) })),
    { name: 'the audit chain holds, up to every signed head', find: () => brokenLinks(db, seals) },
    { name: 'no content that was decided on is missing', find: () => missingContents(db) },
    { name: 'no job is dead or an hour late', find: () => lateJobs(db) },
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

/** The whole chain against its own hashes, its head and every seal. */
async function brokenLinks(db: DbOrTx, { secret, beside }: Seals): Promise<string[]> {
  const seals = [...(await listSeals(db)), ...beside]
  const isGenuine = secret === null ? () => true : sealJudge(secret)
  return verifyChain(auditRows(db), { seals, isGenuine, head: await readAuditHead(db) })
}

/** The content of every act that keeps one, since contents are kept at all. */
async function missingContents(db: DbOrTx): Promise<string[]> {
  const missing: string[] = []
  for await (const rows of auditPages(db)) {
    const due = rows.flatMap(row => (row.format > 1 && row.afterHash && keeps(row) ? [row] : []))
    const here = await contentsAmong(
      db,
      due.map(row => row.afterHash ?? ''),
    )
    for (const { seq, afterHash } of due)
      if (!here.has(afterHash ?? '')) missing.push(`the content of row ${seq} is gone`)
  }
  return missing
}

const keeps = ({ noun, deed, toStatus }: AuditRow) => keepsContent({ noun, deed, to: toStatus ?? '' })

/** All rows in the order of their numbers. */
export async function* auditRows(db: DbOrTx): AsyncGenerator<AuditRow> {
  for await (const rows of auditPages(db)) yield* rows
}

async function* auditPages(db: DbOrTx): AsyncGenerator<AuditRow[]> {
  for (let after = 0, full = true; full; ) {
    const rows = await listAudit(db, { after, limit: pageSize })
    yield rows
    after = rows.at(-1)?.seq ?? after
    full = rows.length === pageSize
  }
}
