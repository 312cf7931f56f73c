import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { account, organization } from '#db/schema/index.ts'
import { hasFirmPage, shareOf, unnamedInReports } from '#domain/organizations/firm-page.ts'
import { showFirm } from '#services/firms/show.ts'
import { declareDeployment } from '#services/products/declare-deployment.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { noticedEntry } from '../support/entries.ts'
import {
  draftedScenario,
  hospital,
  membershipOf,
  publishedScenario,
  robotFirm,
} from '../support/factories.ts'
import { draftedProduct, publishedProduct } from '../support/products.ts'
import { castOf } from '../support/trip.ts'

const { db, queries } = await testDatabase()
const ctx = testContext({ db })

describe('who has a public page', () => {
  it.each([
    ['verified', 'platform', 1, true],
    ['verified', 'platform', 0, false],
    ['registered', 'platform', 1, false],
    ['suspended', 'platform', 1, false],
    ['registered', 'report', 1, true],
    ['suspended', 'report', 1, false],
  ] as const)('%s, %s, %i public objects: %s', (status, source, objects, has) => {
    expect(hasFirmPage({ name: '示例单位', status, source }, objects)).toBe(has)
  })

  it('the many organisations that reports do not name have no page together', () => {
    const reported = { status: 'registered', source: 'report' } as const
    for (const name of Object.values(unnamedInReports))
      expect(hasFirmPage({ name, ...reported }, 10)).toBe(false)
  })

  it.each([
    [4, 4, null],
    [3, 5, { part: 3, whole: 5 }],
    [0, 5, { part: 0, whole: 5 }],
  ])('%i of %i is a share: %j', (part, whole, share) => {
    expect(shareOf(part, whole)).toEqual(share)
  })
})

it('lists what is public of both sides, and nothing that is not', async () => {
  const cast = await castOf(ctx)
  await noticedEntry(ctx, cast)
  const secret = await draftedProduct(ctx, { firm: cast.firm, content: { name: '不公开的草稿产品' } })
  const firm = await showFirm(ctx, membershipOf(cast.firm).organizationId)
  expect(firm.products.items.map(each => each.id)).toContain(cast.productId)
  expect(firm.products.items.map(each => each.id)).not.toContain(secret.id)
  expect(firm).toMatchObject({ accepted: 1, acceptedShare: null, entries: { total: 1 } })
  const demand = await showFirm(ctx, membershipOf(cast.demand).organizationId)
  expect(demand.entries.total).toBe(1)
  expect(demand.scenarios.total).toBeGreaterThan(0)
  expect(JSON.stringify(firm)).not.toContain('不公开的草稿产品')
}, 60_000)

it('names no person of the organisation', async () => {
  const { firm, id } = await publishedProduct(ctx)
  const organizationId = membershipOf(firm).organizationId
  const representative = '王某某法人'
  await db
    .update(organization)
    .set({ legalRepresentative: representative })
    .where(eq(organization.id, organizationId))
  const [owner] = await db.select().from(account).where(eq(account.id, firm.accountId))
  await declareDeployment(as(ctx, firm), {
    task: '门诊导诊',
    isAnonymous: false,
    inUse: 'yes',
    formKey: v7(),
  })
  const told = JSON.stringify(await showFirm(ctx, organizationId))
  expect(told).toContain(id)
  expect(told).toContain('门诊导诊')
  for (const personal of [representative, owner?.id, owner?.email, owner?.phone, owner?.name])
    if (personal) expect(told).not.toContain(personal)
})

it('answers 404 for drafts only, for who is suspended or not verified, and for what is no id, its own people included', async () => {
  const drafting = await draftedScenario(ctx)
  const suspended = await publishedScenario(ctx)
  const { organizationId } = membershipOf(suspended.demand)
  await db.update(organization).set({ status: 'suspended' }).where(eq(organization.id, organizationId))
  const registered = await robotFirm(db, { status: 'registered' })
  const nobody = await hospital(db)
  for (const id of [
    membershipOf(drafting.demand).organizationId,
    organizationId,
    membershipOf(registered).organizationId,
    membershipOf(nobody).organizationId,
    'nonsense',
  ])
    for (const reader of [ctx, as(ctx, drafting.demand)])
      await expect(showFirm(reader, id)).rejects.toMatchObject({
        code: 'notFound',
        reason: 'organization.unknown',
      })
})

it('costs as many statements for many objects as for few', async () => {
  const { firm, reviewer } = await publishedProduct(ctx)
  const { organizationId } = membershipOf(firm)
  const statements = async () => {
    const before = queries.length
    await showFirm(ctx, organizationId)
    return queries.length - before
  }
  const few = await statements()
  for (let nth = 0; nth < 4; nth++) await publishedProduct(ctx, { firm, reviewer })
  expect(await statements()).toBe(few)
})
