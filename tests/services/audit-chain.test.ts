import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Db } from '#db/client.ts'
import { type AuditRow, contradictionsOf } from '#db/queries/consistency.ts'
import { keepHead, readHeads } from '#http/audit-heads.ts'
import { type Seal, sealAudit, sealJudge } from '#services/audit/seal.ts'
import { verifyChain } from '#services/audit/verify.ts'
import { digest } from '#services/digest.ts'
import { hashOf } from '#services/record.ts'
import { testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { draftedScenario, publishedScenario } from '#tests/support/factories.ts'
import { chainOf, chainSecret, sealOf } from '../../scripts/bench/chain.ts'
import { auditRows, checkInvariants } from '../../scripts/invariants.ts'

const isGenuine = sealJudge(chainSecret)
const length = 200
const chain = chainOf(length)
const seals = [50, 100, 150, 200].map(seq => sealOf(chain, seq))
const check = (rows: readonly AuditRow[], with_: readonly Seal[] = seals) =>
  verifyChain(rows, { seals: with_, isGenuine })

/** Every second row, and the last: 100 places (S20). */
const places = [...Array.from({ length: 99 }, (_, n) => n * 2 + 1), length]

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
    const sealedNext = seals.some(seal => seal.seq === seq + 1)
    return { rows, named: seq === length ? length : sealedNext ? seq + 1 : seq + 2 }
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
      const { hash: _, ...rest } = { ...row, prevHash, reason: row.seq === 60 ? '另一理由' : row.reason }
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
      ['audit_content', 'content'],
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
      insert into audit select (jsonb_populate_record(a, '{"seq": 3, "deed": "approve"}')).* from audit a where seq = 2`,
    'another name': `update audit set actor_name = '另一人' where seq = 3`,
    'a withheld name': `update audit set actor_salt = null, actor_name = '已注销用户 ' || right(actor_id, 6) where seq = 3`,
    'another reason': `update audit set reason = '另一理由' where seq = 3`,
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
      // A withheld name is the chain's own form; whether its account is erased only the database knows.
      if (name !== 'a withheld name') expect((await verify())[0]).toMatch(/\b[2345]\b/)
      expect(await checkInvariants(db, { secret: chainSecret, beside })).toBeGreaterThan(0)
      rmSync(dataDir, { recursive: true })
    })
})

describe('what was decided on', () => {
  const breaches = (db: Db) => contradictionsOf(db, 'what was decided on reads as its hash says')
  const byHand = async (db: Db, statement: string) =>
    db.transaction(async tx => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(sql.raw(statement))
    })

  it('names the decision whose content was changed or taken away', async () => {
    const { db, dataDir } = await written()
    const beside = await readHeads(dataDir)
    expect(await breaches(db)).toEqual([])
    // The people of the tests are rows without a history; nothing else is amiss.
    expect(await checkInvariants(db, { secret: chainSecret, beside })).toBe(1)
    await byHand(db, `update audit_content set content = replace(content, '"units":3', '"units":9')`)
    expect((await breaches(db)).join()).toMatch(/row 4 \(scenario .*publish\) was changed/)
    await byHand(db, 'delete from audit_content')
    expect(await breaches(db)).toEqual([])
    expect(await checkInvariants(db, { secret: chainSecret, beside })).toBe(2)
    rmSync(dataDir, { recursive: true })
  })

  it('is kept of what was put before somebody, and of no draft', async () => {
    const { db, dataDir } = await written()
    const kept = await db.execute<{ deed: string; there: boolean }>(sql`
      select a.deed, c.hash is not null as there from audit a left join audit_content c on c.hash = a.after_hash order by seq`)
    expect([...kept]).toEqual([
      // The draft was submitted word for word, so its digest leads to what was submitted.
      { deed: 'draft', there: true },
      { deed: 'submit', there: true },
      { deed: 'approve', there: true },
      { deed: 'publish', there: true },
    ])
    const { id } = await draftedScenario(testContext({ db }), { content: { title: '还没有提交的场景' } })
    expect(
      await db.execute(sql`select from audit_content where content like '%还没有提交的场景%'`),
    ).toHaveLength(0)
    expect(await db.execute(sql`select from audit where object_id = ${id}`)).toHaveLength(1)
    rmSync(dataDir, { recursive: true })
  })
})

it('verifies rows from before names were marked', async () => {
  const old = { format: 1, actorSalt: null, actorMark: null, fromStatus: null, toStatus: null, reason: null }
  const { hash: _, ...first } = { ...(chain[0] as AuditRow), ...old, ruleVersion: null }
  // As the first version of the platform wrote and hashed it.
  const { format, actorSalt, actorMark, fromStatus, toStatus, reason, ruleVersion, ...hashed } = first
  expect(await verifyChain([{ ...first, hash: digest(hashed) }], { seals: [], isGenuine })).toEqual([])
  const renamed = { ...first, actorName: '另一人', hash: digest(hashed) }
  expect(await verifyChain([renamed], { seals: [], isGenuine })).toHaveLength(1)
})

/** A database with a few deeds in it, its head sealed in a table and in a file. */
async function written() {
  const { db } = await testDatabase({ max: 4 })
  await publishedScenario(testContext({ db }))
  const dataDir = mkdtempSync(join(tmpdir(), 'audit-heads-'))
  const keep = (seal: Seal) => keepHead(dataDir, seal)
  expect(await sealAudit(db, { secret: chainSecret, now: new Date(), keep })).toMatchObject({ seq: 4 })
  expect(await sealAudit(db, { secret: chainSecret, now: new Date(), keep })).toBeNull()
  expect(await readHeads(dataDir)).toHaveLength(1)
  return { db, dataDir }
}
