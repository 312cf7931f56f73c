import { createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto'
import type { DbOrTx } from '#db/client.ts'
import { readAuditHead } from '#db/queries/audit.ts'
import { insertSeal } from '#db/queries/audit-seals.ts'

/** The chain's head at one moment, signed: what was sealed can neither be changed nor cut off unnoticed. */
export interface Seal {
  seq: number
  hash: string
  at: Date
  signature: string
}

/** RFC 8410: what stands before the 32 bytes of an Ed25519 private key in PKCS #8. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The installation's signing key follows from its secret, so that nothing more has to be kept; one per secret. */
function keyOf(secret: string) {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'robot-plus audit seal v1', 32))
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
}

const words = ({ seq, hash, at }: Omit<Seal, 'signature'>) =>
  Buffer.from(`robot-plus audit\n${seq}\n${hash}\n${at.toISOString()}`)

export function signSeal(secret: string, head: Omit<Seal, 'signature'>): Seal {
  return { ...head, signature: sign(null, words(head), keyOf(secret)).toString('base64') }
}

/** A judge of signatures; the key is derived once. */
export function sealJudge(secret: string): (seal: Seal) => boolean {
  const key = createPublicKey(keyOf(secret))
  return seal => verify(null, words(seal), key, Buffer.from(seal.signature, 'base64'))
}

// public: the hourly job seals what stands there; nobody asks for it and nothing is decided
/** Signs the head as it stands; null when the chain is empty or this head is sealed already. */
export async function sealAudit(
  db: DbOrTx,
  { secret, now, keep }: { secret: string; now: Date; keep(seal: Seal): Promise<void> },
): Promise<Seal | null> {
  const head = await readAuditHead(db)
  if (head.seq === 0) return null
  const seal = signSeal(secret, { ...head, at: now })
  // Outside the database first: a seal that only the file knows is still a seal, the other way round it is lost.
  await keep(seal)
  return (await insertSeal(db, seal)) ? seal : null
}
