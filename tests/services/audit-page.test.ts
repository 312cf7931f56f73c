import { and, desc, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { contradictionsOf } from '#db/queries/consistency.ts'
import { account, audit, history, objection } from '#db/schema/index.ts'
import type { Person } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { BidId, ClaimId, EntryId, PilotId, ScenarioId } from '#domain/shared/ids.ts'
import { yuan } from '#domain/shared/money.ts'
import { loadReader } from '#services/accounts/actor.ts'
import { exportOwnData } from '#services/accounts/privacy.ts'
import { contactSheet, viewContact } from '#services/audit/access.ts'
import { showAuditRow } from '#services/audit/as-of.ts'
import { searchAudit } from '#services/audit/search.ts'
import { objectToEntry } from '#services/catalog/object.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { noticedEntry } from '#tests/support/entries.ts'
import {
  draftedScenario,
  hospital,
  membershipOf,
  officer,
  publishedScenario,
} from '#tests/support/factories.ts'
import {
  acceptedPilot,
  announcedClaim,
  approve,
  biddenScenario,
  type Cast,
  castOf,
} from '#tests/support/trip.ts'

const { db, queries } = await testDatabase()
const ctx = testContext({ db })
let cast: Cast
let auditor: Person
let claimId: ClaimId
let pilotId: PilotId
let sealed: { id: ScenarioId; bidId: BidId }
let entryId: EntryId
let draftId: ScenarioId

beforeAll(async () => {
  cast = await castOf(ctx)
  auditor = await officer(db, 'auditor')
  pilotId = await acceptedPilot(ctx, cast, ['SN-1'])
  claimId = await announcedClaim(ctx, { cast, pilotId })
  await approve(ctx, { cast, id: claimId, units: [{ serial: 'SN-1', fen: yuan(1000) }] })
  sealed = await biddenScenario(ctx, cast)
  entryId = await noticedEntry(ctx, cast)
  await objectToEntry(as(ctx, visitor), {
    id: entryId,
    objectorName: '赵异议',
    objectorContact: '13700137000',
    statement: '介入次数与我科登记不符，请核查原始记录。',
    affirmed: true,
    formKey: v7(),
  })
  draftId = (await draftedScenario(ctx, { demand: cast.demand, content: { title: '抽屉里的草稿' } })).id
}, 120_000)

const reading = () => as(ctx, auditor)

/** The number of the last row of an object with this deed. */
async function rowOf(objectId: string, deed: string): Promise<number> {
  const where = and(eq(audit.objectId, objectId), eq(audit.deed, deed))
  const [row] = await db.select({ seq: audit.seq }).from(audit).where(where).orderBy(desc(audit.seq)).limit(1)
  if (!row) throw new Error(`nobody did ${deed}`)
  return row.seq
}

const accessRows = () => db.select().from(history).where(eq(history.noun, 'access')).orderBy(history.id)

describe('the search', () => {
  test('answers when a firm submitted in one go: by name, by code, by deed and day', async () => {
    const { organizationId, name } = membershipOf(cast.firm)
    const today = dayOf(new Date())
    const { rows } = await searchAudit(reading(), {
      organization: name,
      deed: 'submit',
      from: today,
      to: today,
    })
    expect(rows.map(row => row.noun)).toEqual(expect.arrayContaining(['claim', 'product', 'bid']))
    expect(rows.every(row => row.deed === 'submit')).toBe(true)
    const { rows: all } = await searchAudit(reading(), { organization: name })
    const own = all.filter(row => row.noun === 'organization')
    expect(own.every(row => row.objectId === organizationId)).toBe(true)
    expect(await searchAudit(reading(), { organization: name, to: '2020-01-01' })).toMatchObject({ rows: [] })
    expect(await searchAudit(reading(), { organization: '没有这家单位' })).toMatchObject({ rows: [] })
  })

  test('finds an object by number, id or a part of its title, and nothing by a wildcard', async () => {
    const { rows } = await searchAudit(reading(), { object: claimId })
    expect(rows.map(row => row.deed)).toEqual([
      'approve',
      'announce',
      'forward',
      'precheck',
      'submit',
      'draft',
    ])
    const [first] = rows
    expect(first?.number).toMatch(/^JL-\d{4}-\d{4}$/)
    const again = await searchAudit(reading(), { object: first?.number?.toLowerCase() })
    expect(again.rows.map(row => row.seq)).toEqual(rows.map(row => row.seq))
    expect((await searchAudit(reading(), { object: '药品与标本' })).rows.length).toBeGreaterThan(0)
    expect((await searchAudit(reading(), { object: '%' })).rows).toEqual([])
  })

  test('finds what a person did, by the whole name or address only, and is on record', async () => {
    const [row] = await db.select().from(account).where(eq(account.id, cast.approver.accountId))
    const before = (await accessRows()).length
    const { rows } = await searchAudit(reading(), { person: row?.email.toUpperCase() })
    expect(rows.map(({ deed }) => deed)).toContain('approve')
    expect((await searchAudit(reading(), { person: row?.email.slice(0, 8) })).rows).toEqual([])
    const written = (await accessRows()).slice(before)
    expect(written).toMatchObject([
      { objectId: cast.approver.accountId, deed: 'searchPerson', actorId: auditor.accountId },
    ])
  })

  test('pages by number without losing or repeating a row', async () => {
    const seen: number[] = []
    let before: number | undefined
    for (;;) {
      const page = await searchAudit(reading(), { before, kind: 'scenario' })
      seen.push(...page.rows.map(row => row.seq))
      if (page.next === null) break
      before = page.next
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a))
    const all = await db.select({ seq: audit.seq }).from(audit).where(eq(audit.noun, 'scenario'))
    expect(seen).toHaveLength(all.length)
  })

  test('asks as often for 20 rows as for 200', async () => {
    const asked = async () => {
      queries.length = 0
      await searchAudit(reading(), {})
      return queries.length
    }
    const few = await asked()
    for (let nth = 0; nth < 50; nth++)
      await publishedScenario(ctx, { demand: cast.demand, reviewer: cast.reviewer })
    expect(await db.$count(audit)).toBeGreaterThan(200)
    expect(await asked()).toBe(few)
    expect(few).toBeLessThanOrEqual(6)
  }, 120_000)
})

describe('who may', () => {
  test('the auditor everything, the two officers the trip, nobody else', async () => {
    for (const person of [cast.handler, cast.approver]) {
      const { kinds, late } = await searchAudit(as(ctx, person), {})
      expect(kinds).not.toContain('account')
      expect(kinds).not.toContain('access')
      expect(late).toBeNull()
    }
    expect((await searchAudit(reading(), {})).kinds).toContain('account')
    const access = { kind: 'access' } as const
    expect((await searchAudit(as(ctx, cast.handler), access)).rows).toEqual([])
    expect((await searchAudit(reading(), access)).rows.length).toBeGreaterThan(0)
    const others = [cast.firm, cast.demand, await officer(db, 'expert'), await officer(db, 'administrator')]
    for (const person of others) {
      await expect(searchAudit(as(ctx, person), {})).rejects.toMatchObject({ code: 'forbidden' })
      await expect(showAuditRow(as(ctx, person), '1')).rejects.toMatchObject({ code: 'forbidden' })
      if (!person.offices.some(({ role }) => role === 'administrator'))
        await expect(contactSheet(as(ctx, person), cast.firm.accountId)).rejects.toMatchObject({
          code: 'forbidden',
        })
    }
    await expect(searchAudit(as(ctx, visitor), {})).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('opens no row of what is not theirs, and none that is not there', async () => {
    const [access] = await db.select().from(audit).where(eq(audit.noun, 'access')).limit(1)
    await expect(showAuditRow(as(ctx, cast.handler), String(access?.seq))).rejects.toMatchObject({
      code: 'notFound',
    })
    for (const seq of ['0', '-1', '1e3', '999999999', 'x', undefined])
      await expect(showAuditRow(reading(), seq), String(seq)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('what never appears', () => {
  test('a bid before its opening, to nobody', async () => {
    const seq = await rowOf(sealed.bidId, 'submit')
    for (const person of [auditor, cast.handler]) {
      const found = await searchAudit(as(ctx, person), { object: sealed.bidId })
      expect(found.rows).toEqual([])
      await expect(showAuditRow(as(ctx, person), String(seq))).rejects.toMatchObject({ code: 'notFound' })
    }
    expect(await db.execute(`select from audit_content where content like '%${sealed.bidId}%'`)).toHaveLength(
      0,
    )
  })

  test('who objected', async () => {
    const [filed] = await db.select().from(objection).where(eq(objection.entryId, entryId))
    const seq = await rowOf(entryId, 'object')
    const text = JSON.stringify(await showAuditRow(reading(), String(seq)))
    expect(text).toContain(filed?.statement)
    expect(text).not.toContain(filed?.objectorName)
    expect(text).not.toContain(filed?.objectorContact)
  })

  test('a draft to the officers, and its title to anybody', async () => {
    expect((await searchAudit(as(ctx, cast.handler), { object: draftId })).rows).toEqual([])
    const { rows } = await searchAudit(reading(), { object: draftId })
    expect(rows).toMatchObject([{ deed: 'draft', title: null }])
    expect((await searchAudit(reading(), { object: '抽屉里' })).rows).toEqual([])
    expect((await showAuditRow(reading(), String(rows[0]?.seq))).shown).toBeNull()
  })
})

describe('as of', () => {
  test('a decision shows what it was taken on, its neighbours then, and nothing later', async () => {
    const seq = await rowOf(claimId, 'announce')
    const moment = await showAuditRow(reading(), String(seq))
    expect(moment.chain).toMatchObject({ rowHolds: true, linkHolds: true, sealedAt: null })
    expect(moment.row).toMatchObject({ fromStatus: 'review', toStatus: 'notice', by: cast.handler.name })
    expect(moment.shown).toMatchObject({
      whole: true,
      content: {
        facts: { units: [{ serial: 'SN-1' }] },
        assessment: { verdict: 'eligible', firmYear: { cap: 200_000_000 } },
        notice: { from: expect.any(String) },
      },
    })
    // The approval came later: neither its row nor its amount is here.
    expect(moment.history.map(row => row.deed)).toEqual([
      'announce',
      'forward',
      'precheck',
      'submit',
      'draft',
    ])
    expect(JSON.stringify(moment)).not.toContain('"granted":[')
    expect(moment.neighbours.map(({ noun, deed }) => `${noun} ${deed}`)).toEqual([
      'pilot accept',
      'scenario publish',
      'product publish',
    ])
    for (const each of moment.neighbours) expect(each.seq).toBeLessThan(seq)
    const approved = await showAuditRow(reading(), String(await rowOf(claimId, 'approve')))
    expect(approved.shown?.content).toMatchObject({ approvedFen: 100_000, granted: [{ serial: 'SN-1' }] })
    expect(approved.before?.deed).toBe('announce')
    expect(approved.row.ruleVersion).toBe('m09@2023-08-16')
  })

  test('a later change of a neighbour does not reach an earlier moment', async () => {
    const other = await castOf(ctx)
    const id = await acceptedPilot(ctx, other, ['SN-9'])
    const seq = await rowOf(id, 'accept')
    const product = async () =>
      (await showAuditRow(reading(), String(seq))).neighbours.find(each => each.noun === 'product')
    const before = await product()
    const [row] = await db.execute<{ rev: number }>(`select rev from product where id = '${other.productId}'`)
    await withdrawProduct(as(ctx, other.firm), { id: other.productId, rev: row?.rev ?? 0, formKey: v7() })
    expect(await product()).toEqual(before)
    expect(before).toMatchObject({ deed: 'publish', content: { version: 1 } })
  })

  test('the selection shows every opened bid and what each firm was told', async () => {
    const [pilot] = await db.execute<{ scenario_id: string; bid_id: string }>(
      `select scenario_id, bid_id from pilot where id = '${pilotId}'`,
    )
    const award = await showAuditRow(reading(), String(await rowOf(pilot?.scenario_id ?? '', 'award')))
    expect(award.shown?.content).toMatchObject({
      conflictFree: true,
      bids: [
        { selected: true, offer: { priceFen: 48_000_000 }, firm: { name: cast.firm.memberships[0]?.name } },
      ],
    })
    const bid = await showAuditRow(reading(), String(await rowOf(pilot?.bid_id ?? '', 'select')))
    expect(bid.neighbours.map(each => each.noun)).toEqual(['scenario', 'product'])
  })
})

describe('access to personal data', () => {
  test('is given with a reason, once on record, and read by the person it is about', async () => {
    const person = await hospital(db)
    await db.update(account).set({ phone: '13900139000' }).where(eq(account.id, person.accountId))
    const key = v7()
    const input = { id: person.accountId, reason: '电话核实开放日时间', formKey: key }
    const desk = as(ctx, cast.handler)
    await expect(viewContact(desk, { ...input, reason: '看' })).rejects.toThrow()
    for (let nth = 0; nth < 2; nth++)
      expect(await viewContact(desk, input)).toMatchObject({
        phone: '13900139000',
        email: expect.any(String),
      })
    await expect(viewContact(as(ctx, cast.firm), input)).rejects.toMatchObject({ code: 'forbidden' })
    const own = as(ctx, (await loadReader(db, { accountId: person.accountId, provedAt: new Date() })).actor)
    const { access } = await exportOwnData(own)
    expect(access).toMatchObject([{ by: cast.handler.name, deed: 'viewContact', reason: input.reason }])
  })

  test('opening a row of theirs is read by its actor, and the laws of the records hold', async () => {
    const seq = await rowOf(claimId, 'approve')
    await showAuditRow(reading(), String(seq))
    const own = as(
      ctx,
      (await loadReader(db, { accountId: cast.approver.accountId, provedAt: new Date() })).actor,
    )
    const { access } = await exportOwnData(own)
    expect(access.map(each => each.deed)).toEqual(expect.arrayContaining(['viewRow', 'searchPerson']))
    for (const sentence of [
      'the history of an object has no gaps',
      'every step of the history is one its lifecycle allows',
      'as many audit rows as history rows for each object',
      'history names whom the audit chain names',
      'what was decided on reads as its hash says',
    ] as const)
      expect(await contradictionsOf(db, sentence), sentence).toEqual([])
  })
})
