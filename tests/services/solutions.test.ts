import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { listHistory } from '#db/queries/history.ts'
import { notification, solutionPart, solutionVersion } from '#db/schema/index.ts'
import type { Person } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { ProductId, SolutionId } from '#domain/shared/ids.ts'
import { loadReader } from '#services/accounts/actor.ts'
import type { Context } from '#services/context.ts'
import { showFirm } from '#services/firms/show.ts'
import { showProduct } from '#services/products/show.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { listQueue } from '#services/queue/list.ts'
import { AnswerConsent, answerForPart, consentSheet } from '#services/solutions/consent.ts'
import { solutionDeed } from '#services/solutions/deed.ts'
import { draftSolution } from '#services/solutions/draft.ts'
import { editSolution } from '#services/solutions/edit.ts'
import { listSolutions } from '#services/solutions/list.ts'
import { mySolutions } from '#services/solutions/mine.ts'
import { publishSolution, returnSolution } from '#services/solutions/review.ts'
import { showSolution } from '#services/solutions/show.ts'
import { submitSolution } from '#services/solutions/submit.ts'
import { withdrawSolution } from '#services/solutions/withdraw.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { colleagueOf, membershipOf, officer, robotFirm } from '../support/factories.ts'
import {
  productDecision,
  publishedProduct,
  publish as publishProduct,
  revise as reviseProduct,
  submit as submitProduct,
} from '../support/products.ts'
import {
  answer,
  draftedSolution,
  publish,
  publishedSolution,
  revise,
  solutionContentOf,
  solutionDecision,
  submit,
  submittedSolution,
} from '../support/solutions.ts'

const { db, queries } = await testDatabase()
const ctx = testContext({ db })
const nobody = as(ctx, visitor)
const form = solutionDecision
const statusOf = async (reader: Context, id: SolutionId) => (await showSolution(reader, { id })).status
const absent = { code: 'notFound' }

/** A draft of a new firm with one product of its own and one of another firm, which was asked by it. */
async function withPartner(given: { reviewer?: Person } = {}) {
  const firm = await robotFirm(db)
  const { id: ours } = await publishedProduct(ctx, { firm })
  const { id: theirs, firm: partner, reviewer } = await publishedProduct(ctx, given)
  const drafted = await draftedSolution(ctx, { firm, products: [ours, theirs] })
  return { ...drafted, partner, theirs, reviewer }
}

const eventsFor = async (person: Person) => {
  const rows = await db.select().from(notification).where(eq(notification.accountId, person.accountId))
  return rows.map(row => row.event)
}

async function withdrawIt(id: ProductId, firm: Person): Promise<void> {
  const own = as(ctx, firm)
  await withdrawProduct(own, await productDecision(own, id))
}

describe('from draft to publication', () => {
  it('is for its firm alone until it is submitted, for the bureau then, for everybody once published', async () => {
    const { id, firm } = await draftedSolution(ctx)
    const desk = as(ctx, await officer(db, 'handler'))
    expect(await showSolution(as(ctx, firm), { id })).toMatchObject({ reader: 'member', isPublic: false })
    for (const reader of [nobody, desk, as(ctx, await robotFirm(db))])
      await expect(showSolution(reader, { id })).rejects.toMatchObject(absent)
    await submit(ctx, { id, firm })
    expect(await showSolution(desk, { id })).toMatchObject({ reader: 'officer', status: 'submitted' })
    await expect(showSolution(nobody, { id })).rejects.toMatchObject(absent)
    const { late, today, later } = await listQueue(desk, {})
    expect([...late, ...today, ...later].map(each => each.key)).toContain(`solution.${id}`)
    await publish(ctx, { id, reviewer: await officer(db, 'approver') })
    const seen = await showSolution(nobody, { id })
    expect(seen).toMatchObject({ status: 'published', isPublic: true, reader: 'public', history: [] })
    expect(seen.number).toMatch(/^FA-\d{4}-\d{4}$/)
  })

  it('is no draft in any list, page or product of the public', async () => {
    const { id, firm, products } = await draftedSolution(ctx, { content: { name: '只在草稿里的方案' } })
    const [product] = products
    const listed = async () => (await listSolutions(nobody, {})).items.map(each => each.id)
    expect(await listed()).not.toContain(id)
    expect((await showProduct(nobody, { id: product })).partOf).toEqual([])
    expect((await showFirm(nobody, membershipOf(firm).organizationId)).solutions.total).toBe(0)
    await submit(ctx, { id, firm })
    await publish(ctx, { id, reviewer: await officer(db, 'handler') })
    expect(await listed()).toContain(id)
    expect((await showProduct(nobody, { id: product })).partOf).toMatchObject([{ id }])
    expect((await showFirm(nobody, membershipOf(firm).organizationId)).solutions.total).toBe(1)
    await revise(ctx, { id, firm })
    const own = as(ctx, firm)
    const changed = { ...(await showSolution(own, { id })).content, name: '改到一半的名字' }
    await editSolution(own, { ...(await form(own, id)), ...changed })
    expect((await showSolution(nobody, { id })).content.name).toBe('只在草稿里的方案')
  })

  it('publishes the very content that was read, and nothing else', async () => {
    const { id } = await submittedSolution(ctx)
    const desk = as(ctx, await officer(db, 'handler'))
    const decision = await form(desk, id)
    expect((await solutionDeed(desk, id, 'publication')).hash).toBe(decision.hash)
    const other = { ...decision, hash: 'f'.repeat(64) }
    await expect(publishSolution(desk, other)).rejects.toMatchObject({ reason: 'review.otherContent' })
    await publishSolution(desk, decision)
    expect(await statusOf(nobody, id)).toBe('published')
  })

  it('comes back with reasons field by field, and is submitted again', async () => {
    const { id, firm } = await submittedSolution(ctx)
    const desk = as(ctx, await officer(db, 'handler'))
    const { hash: _, ...page } = await form(desk, id)
    const notes = [{ field: 'software[0]', reason: '写明接口协议' }]
    await returnSolution(desk, { ...page, reason: '请补充软件接口', notes })
    const seen = await showSolution(as(ctx, firm), { id })
    expect(seen.history.at(-1)).toMatchObject({ deed: 'return', reason: '请补充软件接口' })
    await submit(ctx, { id, firm })
    expect((await solutionDeed(desk, id, 'publication')).comeBack?.notes).toMatchObject(notes)
  })

  it('is not submitted while something is missing', async () => {
    const { id, firm } = await draftedSolution(ctx, { content: {} })
    const own = as(ctx, firm)
    const bare = { ...(await showSolution(own, { id })).content, software: [], tasks: [] }
    await editSolution(own, { ...(await form(own, id)), ...bare })
    const missing = (await showSolution(own, { id })).missing.map(each => each.field)
    expect(missing).toEqual(expect.arrayContaining(['software', 'tasks']))
    await expect(submitSolution(own, await form(own, id))).rejects.toMatchObject({
      reason: 'solution.incomplete',
    })
  })

  it('leaves the public pages for good when withdrawn', async () => {
    const { id, firm } = await publishedSolution(ctx)
    const own = as(ctx, firm)
    await withdrawSolution(own, await form(own, id))
    await expect(showSolution(nobody, { id })).rejects.toMatchObject(absent)
    await expect(withdrawSolution(own, await form(own, id))).rejects.toMatchObject({
      reason: 'solution.alreadyWithdrawn',
    })
  })
})

describe('the consent of another firm', () => {
  it('is asked with the draft, and blocks the submission until it is given', async () => {
    const { id, firm, partner, reviewer } = await withPartner()
    const own = as(ctx, firm)
    expect(await eventsFor(partner)).toContain('solution.consentAsked')
    expect((await mySolutions(as(ctx, partner))).asked).toMatchObject([{ id }])
    const seen = await showSolution(own, { id })
    expect(seen.parts.map(each => each.consent)).toEqual([null, 'asked'])
    expect(seen.can.submit).toMatchObject({ ok: false, reason: 'solution.consentMissing' })
    await expect(submit(ctx, { id, firm })).rejects.toMatchObject({ reason: 'solution.consentMissing' })
    await answer(ctx, { id, partner, answer: 'confirmed' })
    expect(await eventsFor(firm)).toContain('solution.consentGiven')
    await submit(ctx, { id, firm })
    await publish(ctx, { id, reviewer })
    expect((await showSolution(nobody, { id })).parts).toHaveLength(2)
  })

  it('a refusal blocks as well, and one after the submission stops the publication', async () => {
    const { id, firm, partner, reviewer } = await withPartner()
    await answer(ctx, { id, partner, answer: 'declined' })
    await expect(submit(ctx, { id, firm })).rejects.toMatchObject({ reason: 'solution.consentDeclined' })
    await answer(ctx, { id, partner, answer: 'confirmed' })
    await submit(ctx, { id, firm })
    await answer(ctx, { id, partner, answer: 'declined' })
    await expect(publish(ctx, { id, reviewer })).rejects.toMatchObject({ reason: 'solution.consentDeclined' })
  })

  it('is shown to the public when it is taken back after the publication', async () => {
    const { id, firm, partner, reviewer } = await withPartner()
    await answer(ctx, { id, partner, answer: 'confirmed' })
    await submit(ctx, { id, firm })
    await publish(ctx, { id, reviewer })
    const seen = async () => (await showSolution(nobody, { id })).parts.map(each => each.consent)
    expect(await seen()).toEqual([null, null])
    await answer(ctx, { id, partner, answer: 'declined' })
    expect(await seen()).toEqual([null, 'declined'])
  })

  it('is for that quantity and role: another one is asked anew, and an answer to the old question is stale', async () => {
    const { id, firm, partner } = await withPartner()
    await answer(ctx, { id, partner, answer: 'confirmed' })
    const own = as(ctx, firm)
    const { content } = await showSolution(own, { id })
    const parts = content.parts.map(part => ({ ...part, quantity: 9 }))
    const old = await consentSheet(as(ctx, partner), id)
    await editSolution(own, { ...(await form(own, id)), ...content, parts })
    expect((await showSolution(own, { id })).parts[1]?.consent).toBe('asked')
    const [line] = old.lines
    const stale = AnswerConsent.parse({ ...line, quantity: `${line?.quantity}`, id, answer: 'confirmed' })
    await expect(answerForPart(as(ctx, partner), stale)).rejects.toMatchObject({ code: 'conflict' })
    await expect(submit(ctx, { id, firm })).rejects.toMatchObject({ reason: 'solution.consentMissing' })
  })

  it('is nobody else’s to give: not the bundling firm’s, not a third one’s, not a viewer’s', async () => {
    const { id, firm, partner } = await withPartner()
    for (const other of [firm, await robotFirm(db), await officer(db, 'handler')])
      await expect(consentSheet(as(ctx, other), id)).rejects.toMatchObject(absent)
    const viewer = await colleagueOf(db, partner, 'viewer')
    await expect(answer(ctx, { id, partner: viewer, answer: 'confirmed' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('an officer of a firm in it does not review it', async () => {
    const { id, firm, partner } = await withPartner()
    await answer(ctx, { id, partner, answer: 'confirmed' })
    await submit(ctx, { id, firm })
    const insider = { ...(await officer(db, 'handler')), memberships: partner.memberships }
    const { can } = await showSolution(as(ctx, insider), { id })
    expect(can.review).toMatchObject({ ok: false, reason: 'officer.ownOrganization' })
  })
})

describe('the products in it', () => {
  it('are pinned to the version that was public; a newer one does not change what is published', async () => {
    const { id, firm, products, reviewer } = await publishedSolution(ctx)
    const [product = '' as ProductId] = products
    await reviseProduct(ctx, { id: product, firm })
    await submitProduct(ctx, { id: product, firm })
    await publishProduct(ctx, { id: product, reviewer })
    expect((await showSolution(nobody, { id })).parts).toMatchObject([{ version: 1, isOutdated: true }])
    await revise(ctx, { id, firm })
    const own = as(ctx, firm)
    const { content } = await showSolution(own, { id })
    await editSolution(own, { ...(await form(own, id)), ...content })
    expect((await showSolution(own, { id })).parts).toMatchObject([{ version: 2, isOutdated: false }])
    expect((await showSolution(nobody, { id })).parts).toMatchObject([{ version: 1 }])
  })

  it('are shown as gone once withdrawn, and are not submitted again', async () => {
    const { id, firm, products } = await publishedSolution(ctx)
    for (const product of products) await withdrawIt(product, firm)
    expect((await showSolution(nobody, { id })).parts).toMatchObject([{ isPublic: false }])
    await revise(ctx, { id, firm })
    await expect(submit(ctx, { id, firm })).rejects.toMatchObject({ reason: 'solution.partGone' })
  })

  it('one that goes between submission and publication stops the publication', async () => {
    const { id, firm, products } = await submittedSolution(ctx)
    for (const product of products) await withdrawIt(product, firm)
    await expect(publish(ctx, { id, reviewer: await officer(db, 'handler') })).rejects.toMatchObject({
      reason: 'solution.partGone',
    })
  })

  it('are public products; a number that is none is an error at its row', async () => {
    const firm = await robotFirm(db)
    const content = { ...solutionContentOf(['CP-1999-0001']), formKey: v7() }
    await expect(draftSolution(as(ctx, firm), content)).rejects.toMatchObject({
      reason: 'solution.partNumber',
      path: 'parts[0].number',
    })
    expect((await mySolutions(as(ctx, firm))).own).toEqual([])
  })

  it('cannot be rewritten once published, not even past the services', async () => {
    const { id } = await publishedSolution(ctx)
    const [version] = await db.select().from(solutionVersion).where(eq(solutionVersion.solutionId, id))
    const versionId = version?.id ?? ('' as never)
    await expect(
      db.update(solutionPart).set({ quantity: 99 }).where(eq(solutionPart.versionId, versionId)),
    ).rejects.toMatchObject({ cause: { code: '23001' } })
  })
})

describe('twice, stale, foreign', () => {
  it('a form sent twice has one effect', async () => {
    const firm = await robotFirm(db)
    const { id: product } = await publishedProduct(ctx, { firm })
    const { numbers } = await draftedSolution(ctx, { firm, products: [product] })
    const own = as(ctx, firm)
    const form1 = { ...solutionContentOf(numbers), formKey: v7() }
    const { id } = await draftSolution(own, form1)
    expect(await draftSolution(own, form1)).toEqual({ id })
    const page = await form(own, id)
    await submitSolution(own, page)
    await submitSolution(own, page)
    expect((await listHistory(db, 'solution', id)).map(row => row.deed)).toEqual(['draft', 'submit'])
    const desk = as(ctx, await officer(db, 'handler'))
    const decision = await form(desk, id)
    await Promise.all([publishSolution(desk, decision), publishSolution(desk, decision)])
    expect((await listHistory(db, 'solution', id)).filter(row => row.deed === 'publish')).toHaveLength(1)
  })

  it('a page opened before a change is refused, and names who changed what', async () => {
    const { id, firm } = await draftedSolution(ctx)
    const own = as(ctx, firm)
    const page = await form(own, id)
    const { content } = await showSolution(own, { id })
    await editSolution(as(ctx, await colleagueOf(db, firm)), { ...(await form(own, id)), ...content })
    await expect(editSolution(own, { ...page, ...content })).rejects.toMatchObject({ code: 'conflict' })
    await expect(submitSolution(own, { ...page, formKey: v7() })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('does not exist for another firm, whatever it does', async () => {
    const { id, firm } = await draftedSolution(ctx)
    const foreign = as(ctx, await robotFirm(db))
    const page = await form(as(ctx, firm), id)
    const { content } = await showSolution(as(ctx, firm), { id })
    for (const deed of [
      () => editSolution(foreign, { ...page, ...content }),
      () => submitSolution(foreign, page),
      () => withdrawSolution(foreign, page),
      () => solutionDeed(foreign, id, 'submission'),
    ])
      await expect(deed()).rejects.toMatchObject(absent)
  })

  it('a draft’s key does not open another firm’s draft', async () => {
    const { id, numbers } = await draftedSolution(ctx)
    const foreign = as(ctx, await robotFirm(db))
    await expect(
      draftSolution(foreign, { ...solutionContentOf(numbers), formKey: id }),
    ).rejects.toMatchObject(absent)
  })
})

it('one page asks the database as often with many rows as with few', async () => {
  const { id, firm, products } = await publishedSolution(ctx)
  const reader = as(ctx, (await loadReader(db, { accountId: firm.accountId, provedAt: new Date() })).actor)
  const asked = async (work: () => Promise<unknown>) => {
    const before = queries.length
    await work()
    return queries.length - before
  }
  const count = async () => [
    await asked(() => listSolutions(nobody, {})),
    await asked(() => mySolutions(reader)),
    await asked(() => showSolution(nobody, { id })),
  ]
  const few = await count()
  for (let nth = 0; nth < 5; nth++) await publishedSolution(ctx, { firm, products })
  expect(await count()).toEqual(few)
  expect(Math.max(...few)).toBeLessThanOrEqual(4)
}, 60_000)
