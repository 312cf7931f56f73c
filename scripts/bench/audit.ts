import { createHash } from 'node:crypto'
import { sealJudge } from '#services/audit/seal.ts'
import { verifyChain } from '#services/audit/verify.ts'
import { canonicalJson } from '#services/digest.ts'
import { chainOf, chainSecret, sealOf } from './chain.ts'
import type { Bench } from './house.ts'

const rows = 100_000

/** Checking a chain of 100,000 rows: rows per second, and how much of it is the bare SHA-256 of the same bytes. */
export const auditBench: Bench = async print => {
  const chain = chainOf(rows)
  const texts = chain.map(({ hash: _, ...row }) => canonicalJson(row))
  const bare = await timed(() => {
    for (const text of texts) createHash('sha256').update(text).digest('hex')
  })
  const standard = { seals: [sealOf(chain, rows)], isGenuine: sealJudge(chainSecret) }
  const whole = await timed(async () => {
    const broken = await verifyChain(chain, standard)
    if (broken.length > 0) throw new Error(`the chain is broken: ${broken[0]}`)
  })
  const ratio = bare / whole
  print(
    'audit chain, 100,000 rows',
    `${(whole / 1000).toFixed(2)} s (≤ 10), ${Math.round((rows / whole) * 1000)} rows/s, ${ratio.toFixed(2)}× bare SHA-256 (≥ 0.05)`,
  )
  return whole <= 10_000 && ratio >= 0.05
}

async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
