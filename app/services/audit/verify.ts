import type { AuditRow } from '#db/queries/consistency.ts'
import { pseudonymOf } from '#domain/accounts/pseudonym.ts'
import { hashOf, markOf } from '../record.ts'
import type { Seal } from './seal.ts'

const start = '0'.repeat(64)

interface Standard {
  /** Seals of the database and of the file beside it. */
  seals: readonly Seal[]
  isGenuine(seal: Seal): boolean
  /** Where the chain says it ends. */
  head?: { seq: number; hash: string }
}

/**
 * Everything that contradicts the chain, the lowest row first: a row that was edited, moved, put in or taken out, a
 * seal that is forged or broken, a tail that was cut off. The rows come in the order of their numbers, of which the
 * database has no two alike.
 */
export async function verifyChain(
  rows: AsyncIterable<AuditRow> | Iterable<AuditRow>,
  { seals, isGenuine, head }: Standard,
): Promise<string[]> {
  const forged = seals.filter(seal => !isGenuine(seal))
  const sealed = new Map(seals.filter(isGenuine).map(seal => [seal.seq, seal]))
  const broken: string[] = forged.map(({ seq }) => `the seal of row ${seq} bears a wrong signature`)
  let last = { seq: 0, hash: start }
  for await (const { hash, ...row } of rows) {
    const wrong = faultOf(row, hash, last)
    if (wrong) broken.push(wrong)
    const seal = sealed.get(row.seq)
    if (seal && seal.hash !== hash) broken.push(`row ${row.seq} is not the one sealed at ${timeOf(seal)}`)
    last = { seq: row.seq, hash }
  }
  const missed = [...sealed.values()].filter(seal => seal.seq > last.seq).sort((a, b) => b.seq - a.seq)[0]
  if (missed)
    broken.push(`rows ${last.seq + 1} to ${missed.seq} were cut off: they were sealed at ${timeOf(missed)}`)
  if (head && (head.seq !== last.seq || head.hash !== last.hash))
    broken.push(`the head is at row ${head.seq}, the chain ends at row ${last.seq}`)
  return broken
}

function faultOf(
  row: Omit<AuditRow, 'hash'>,
  hash: string,
  last: { seq: number; hash: string },
): string | null {
  if (row.seq !== last.seq + 1) return `row ${row.seq} follows row ${last.seq}: something is missing or moved`
  if (row.prevHash !== last.hash) return `row ${row.seq} does not continue the chain`
  if (hashOf(row) !== hash) return `row ${row.seq} is not what was written`
  return bearsItsName(row) ? null : `row ${row.seq} bears another name than the one that was written`
}

/** The name that was marked, or none but the account's pseudonym once the salt is gone. */
export function bearsItsName({ format, actorId, actorName, actorSalt, actorMark }: Named): boolean {
  if (format === 1) return true
  if (actorSalt === null) return actorId !== null && actorName === pseudonymOf(actorId)
  return markOf(actorSalt, actorName) === actorMark
}

type Named = Pick<AuditRow, 'format' | 'actorId' | 'actorName' | 'actorSalt' | 'actorMark'>

const timeOf = ({ at }: Seal) => at.toISOString()
