import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { AuditRow } from '#db/queries/consistency.ts'
import { keepHead, readHeads } from '#http/audit-heads.ts'
import { type Seal, sealAudit, sealJudge } from '#services/audit/seal.ts'
import { verifyChain } from '#services/audit/verify.ts'
import { hashOf } from '#services/record.ts'
import { testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { publishedScenario } from '#tests/support/factories.ts'
import { chainOf, chainSecret, sealOf } from '../../scripts/bench/chain.ts'
import { auditRows, checkInvariants } from '../../scripts/invariants.ts'

const isGenuine = sealJudge(chainSecret)
const length = 200
const chain = chainOf(length)
const seals = [50, 100, 150, 200].map(seq => sealOf(chain, seq))
const check = (rows: readonly AuditRow[], with_: readonly Seal[] = seals) =>
  verifyChain(rows, { seals: with_, isGenuine })

/** Every tenth row, the first and the last among them: 21 places. */
const places = [1, ...Array.from({ length: 20 }, (_, n) => (n + 1) * 10)]

/** What a hand with every right might do to the row at `seq`, and the first row that has to be named. */
const mutations: Record<string, (seq: number) => { rows: AuditRow[]; named: number }> = {
  edit: seq => ({
    rows: chain.map(row => (row.seq === seq ? { ...row, actorName: '另一人' } : row)),
    named: seq,
  }),
  delete: seq => ({ rows: chain.filter(row => row.seq !== seq), named: seq === length ? length : seq + 1 }),
  swap: seq => {
    const other = seq === length ? seq - 1 : seq + 1
    const low = Math.min(seq, other)
    const rows = chain.map(row => {
      const from = row.seq === seq ? other : row.seq === other ? seq : row.seq
      return { ...(chain[from - 1] ?? row), seq: row.seq }
    })
    return { rows, named: low }
  },
  insert: seq => {
    const before = chain.slice(0, seq)
    const { hash: prevHash = '' } = before.at(-1) ?? {}
    const copied = chain.at(seq - 1)
    if (!copied) throw new Error(`no row ${seq}`)
    const { hash: _, ...rest } = copied
    const forged = { ...rest, seq: seq + 1, deed: 'approve', prevHash }
    const after = chain.slice(seq).map(row => ({ ...row, seq: row.seq + 1 }))
    const rows = [...before, { ...forged, hash: hashOf(forged) }, ...after]
    // The forged row itself continues the chain; the row behind it does not, or the seal says so.
    return { rows, named: seq === length ? length : seq + 2 }
  },
  'cut tail': seq => ({ rows: chain.slice(0, seq - 1), named: seq }),
}

describe('the verifier', () => {
  it('finds nothing on a whole chain', async () => {
    expect(await check(chain)).toEqual([])
  })

  for (const [name, mutate] of Object.entries(mutations))
    it(`finds "${name}" at ${places.length} places and names the row`, async () => {
      for (const seq of places) {
        const { rows, named } = mutate(seq)
        const head = chain.at(-1) ?? { seq: 0, hash: '' }
        const broken = await verifyChain(rows, { seals, isGenuine, head })
        expect(broken[0], `${name} at ${seq}`).toMatch(new RegExp(`\\b${named}\\b`))
      }
    })

  it('misses a tail that was cut and rewritten together with its head, because a seal knows it', async () => {
    const short = chain.slice(0, 120)
    expect(await verifyChain(short, { seals: [], isGenuine, head: short.at(-1) })).toEqual([])
    expect((await check(short))[0]).toContain('rows 121 to 200 were cut off')
  })

  it('tells a chain that was recomputed from an old row on', async () => {
    const forged = chainOf(length).map(row => ({ ...row }))
    let prevHash = '0'.repeat(64)
    for (const row of forged) {
      const { hash: _, ...rest } = { ...row, prevHash, actorName: row.seq === 60 ? '另一人' : row.actorName }
      prevHash = hashOf(rest)
      Object.assign(row, rest, { hash: prevHash })
    }
    expect(await check(forged)).toEqual(
      [100, 150, 200].map(seq => expect.stringContaining(`row ${seq} is not the one sealed`)),
    )
  })

  it('believes no seal of another key', async () => {
    const forged = seals.map(seal => ({ ...seal, hash: 'f'.repeat(64) }))
    expect((await check(chain, forged))[0]).toContain('wrong signature')
  })
})

describe('in the database', () => {
  it('lets nobody update, delete or truncate what is kept', async () => {
    const { db } = await written()
    for (const [table, column] of [
      ['audit', 'deed'],
      ['history', 'deed'],
      ['audit_seal', 'signature'],
    ] as const) {
      for (const statement of [
        `update ${table} set ${column} = 'x'`,
        `delete from ${table}`,
        `truncate ${table}`,
      ])
        await expect(db.execute(sql.raw(statement)), statement).rejects.toMatchObject({
          cause: { message: expect.stringContaining('append-only') },
        })
    }
  })

  const byHand: Record<string, string> = {
    edit: `update audit set actor_name = '另一人' where seq = 2`,
    delete: `delete from audit where seq = 2`,
    swap: `update audit set seq = case seq when 2 then -3 else -2 end where seq in (2, 3);
      update audit set seq = -seq where seq < 0`,
    insert: `update audit set seq = -(seq + 1) where seq > 2; update audit set seq = -seq where seq < 0;
      insert into audit select 3, at, actor_id, actor_name, 'approve', noun, object_id, before_hash, after_hash,
        request_id, prev_hash, hash, rule_version from audit where seq = 2`,
    'cut tail': `delete from audit where seq >= 3; update audit_head set seq = 2,
      hash = (select hash from audit where seq = 2); delete from audit_seal`,
  }
  for (const [name, statements] of Object.entries(byHand))
    it(`finds "${name}" by a hand that has every right`, async () => {
      const { db, dataDir } = await written()
      const beside = await readHeads(dataDir)
      const verify = () => verifyChain(auditRows(db), { seals: beside, isGenuine })
      expect(await verify()).toEqual([])
      await db.transaction(async tx => {
        await tx.execute(sql`set local session_replication_role = replica`)
        for (const statement of statements.split(';')) await tx.execute(sql.raw(statement))
      })
      expect((await verify())[0]).toMatch(/\b[234]\b/)
      expect(await checkInvariants(db, { secret: chainSecret, beside })).toBeGreaterThan(0)
      rmSync(dataDir, { recursive: true })
    })
})

/** A database with a few deeds in it, its head sealed in a table and in a file. */
async function written() {
  const { db } = await testDatabase({ max: 4 })
  await publishedScenario(testContext({ db }))
  const dataDir = mkdtempSync(join(tmpdir(), 'audit-heads-'))
  const keep = (seal: Seal) => keepHead(dataDir, seal)
  expect(await sealAudit(db, { secret: chainSecret, now: new Date(), keep })).toMatchObject({ seq: 3 })
  expect(await sealAudit(db, { secret: chainSecret, now: new Date(), keep })).toBeNull()
  expect(await readHeads(dataDir)).toHaveLength(1)
  return { db, dataDir }
}
