import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { findOrganization } from '#db/queries/organizations.ts'
import type { Person } from '#domain/shared/actor.ts'
import type { IndexName } from '#search/engine.ts'
import { indexNames, scopeOf } from '#search/engine.ts'
import { loadEntry } from '#services/catalog/load.ts'
import { delistEntry } from '#services/catalog/publish.ts'
import { suspendOrganization } from '#services/organizations/suspend.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { withdrawScenario } from '#services/scenarios/withdraw.ts'
import { find } from '#services/search/find.ts'
import { findHits } from '#services/search/hits.ts'
import { suggest } from '#services/search/suggest.ts'
import { withdrawSolution } from '#services/solutions/withdraw.ts'
import { indexRows } from '../../scripts/index-rows.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { publishedEntry } from '../support/entries.ts'
import { hospital, membershipOf, officer, publishedScenario, revOf, robotFirm } from '../support/factories.ts'
import { productRev, publishedProduct } from '../support/products.ts'
import { searchFor } from '../support/searches.ts'
import { publishedSolution, solutionDecision } from '../support/solutions.ts'
import { castOf } from '../support/trip.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })

/** A word that all of them have, and nothing else. */
const word = `zq${v7().replaceAll('-', '').slice(-12)}`
const name = (nth: number) => `${word} 第${nth}项`

interface Shown {
  index: IndexName
  id: string
  hide: () => Promise<void>
}

async function scenarios(count: number): Promise<Shown[]> {
  const [demand, reviewer] = [await hospital(db), await officer(db, 'handler')]
  const own = as(ctx, demand)
  const made: Shown[] = []
  for (let nth = 0; nth < count; nth++) {
    const { id } = await publishedScenario(ctx, { content: { title: name(nth) }, demand, reviewer })
    const hide = async () =>
      withdrawScenario(own, { id, rev: await revOf(own, id), formKey: v7(), reason: '计划调整' })
    made.push({ index: 'scenarios', id, hide })
  }
  return made
}

async function products(count: number, { firm, reviewer }: Side): Promise<Shown[]> {
  const own = as(ctx, firm)
  const made: Shown[] = []
  for (let nth = 0; nth < count; nth++) {
    const { id } = await publishedProduct(ctx, { content: { name: name(nth) }, firm, reviewer })
    const hide = async () => withdrawProduct(own, { id, rev: await productRev(own, id), formKey: v7() })
    made.push({ index: 'products', id, hide })
  }
  return made
}

interface Side {
  firm: Person
  reviewer: Person
}

async function solutions(count: number, { firm, reviewer }: Side): Promise<Shown[]> {
  const own = as(ctx, firm)
  const { id: part } = await publishedProduct(ctx, { firm, reviewer })
  const made: Shown[] = []
  for (let nth = 0; nth < count; nth++) {
    const content = { name: name(nth) }
    const { id } = await publishedSolution(ctx, { content, firm, reviewer, products: [part] })
    const hide = async () =>
      withdrawSolution(own, { id, rev: (await solutionDecision(own, id)).rev, formKey: v7() })
    made.push({ index: 'solutions', id, hide })
  }
  return made
}

async function firms(count: number, reviewer: Person): Promise<Shown[]> {
  const approver = as(ctx, await officer(db, 'approver'))
  const made: Shown[] = []
  for (let nth = 0; nth < count; nth++) {
    const firm = await robotFirm(db, { name: name(nth) })
    await publishedProduct(ctx, { firm, reviewer })
    const { organizationId: id } = membershipOf(firm)
    const hide = async () => {
      const rev = (await findOrganization(db, id))?.rev ?? 0
      await suspendOrganization(approver, { id, reason: '核查中发现材料不实', rev, formKey: v7() })
    }
    made.push({ index: 'firms', id, hide })
  }
  return made
}

async function entry(): Promise<Shown> {
  const cast = await castOf(ctx)
  const id = await publishedEntry(ctx, cast, { title: name(0) })
  const desk = as(ctx, cast.approver)
  const hide = async () => {
    const { entry: row } = await loadEntry(desk, id)
    await delistEntry(desk, { id, rev: row.rev, formKey: v7(), reason: '试点验收被撤回' })
  }
  return { index: 'catalog', id, hide }
}

/** Every id that any search of these indexes shows a visitor now. */
async function shown(indexes: readonly IndexName[] = indexNames): Promise<Set<string>> {
  const pages = await Promise.all(
    indexes.flatMap(index => [
      ctx.search.search({ index, q: word, scope: scopeOf(ctx.actor), limit: 100 }).then(({ hits }) => hits),
      findHits(ctx, { index, q: word, offset: 0, limit: 100 }).then(({ hits }) => hits),
      find(ctx, searchFor(word, { index })).then(({ hits }) => hits.map(({ row }) => ({ id: row.id }))),
    ]),
  )
  const { items } = await suggest(ctx, word)
  return new Set([...pages.flat(), ...items].flatMap(({ id }) => id ?? []))
}

describe('what is no longer public', () => {
  it('is in no answer from the moment when its verb has answered: fifty of all kinds', async () => {
    const side = { firm: await robotFirm(db), reviewer: await officer(db, 'handler') }
    const all = await Promise.all([
      ...[scenarios(15), products(14, side), solutions(10, side), firms(10, side.reviewer)],
      entry().then(each => [each]),
    ])
    const made = all.flat()
    expect(made).toHaveLength(50)
    const before = await shown()
    expect(made.filter(({ id }) => !before.has(id))).toEqual([])
    const hidden = new Set<string>()
    for (const { id, index, hide } of made) {
      await hide()
      hidden.add(id)
      const now = await shown([index])
      expect([...now].filter(each => hidden.has(each))).toEqual([])
    }
    expect([...(await shown())].filter(each => hidden.has(each))).toEqual([])
    for (const index of indexNames) await indexRows({ db, search: ctx.search }, index)
    expect([...(await shown())].filter(each => hidden.has(each))).toEqual([])
  }, 120_000)
})
