import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { visitor } from '#domain/shared/actor.ts'
import { showWorkspace } from '#services/home/workspace.ts'
import { returnProduct } from '#services/products/review.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import {
  colleagueOf,
  draftedScenario,
  hospital,
  officer,
  passDeadline,
  publishedScenario,
  robotFirm,
} from '../support/factories.ts'
import {
  draftedProduct,
  productRev,
  publishedProduct,
  revise,
  submittedProduct,
} from '../support/products.ts'
import { agreedPilot, biddenScenario, castOf } from '../support/trip.ts'

const { db, queries } = await testDatabase()
const ctx = testContext({ db })

describe('the home of an organisation', () => {
  it('asks a visitor to sign in, and teaches a newcomer with empty halves', async () => {
    await expect(showWorkspace(as(ctx, visitor))).rejects.toMatchObject({ code: 'unauthenticated' })
    const seen = await showWorkspace(as(ctx, await hospital(db)))
    expect(seen.sides).toEqual({ demand: true, supply: false })
    expect(seen.waiting).toEqual([])
    expect(Object.values(seen.items).flat()).toEqual([])
  })

  it('puts what holds others up first, each with its one next step', async () => {
    const demand = await hospital(db)
    await draftedScenario(ctx, { demand })
    const { id } = await publishedScenario(ctx, { demand })
    await publishedScenario(ctx, { demand })
    await passDeadline(db, id)
    const { waiting, items } = await showWorkspace(as(ctx, demand))
    expect(waiting.map(each => each.act)).toEqual(['openBids', 'finishDraft'])
    expect(waiting[0]?.id).toBe(id)
    expect(items.scenario.map(each => each.waits).sort()).toEqual(['firms', 'me', 'me'])
  })

  it('shows a firm its own products, what came back and what is being revised', async () => {
    const firm = await robotFirm(db)
    await draftedProduct(ctx, { firm })
    const { id: back } = await submittedProduct(ctx, { firm })
    const desk = as(ctx, await officer(db, 'handler'))
    const reason = '请补充检测报告'
    await returnProduct(desk, { id: back, rev: await productRev(desk, back), formKey: v7(), reason })
    const { id: revised } = await publishedProduct(ctx, { firm })
    await revise(ctx, { id: revised, firm })
    const { waiting, notices } = await showWorkspace(as(ctx, firm))
    expect(waiting.map(each => [each.act, each.id])).toEqual(
      expect.arrayContaining([
        ['mend', back],
        ['finishRevision', revised],
      ]),
    )
    expect(waiting[0]?.act).toBe('mend')
    expect(notices.map(each => each.event)).toContain('product.returned')
  })

  it('shows a sealed bid to its own firm and to nobody else', async () => {
    const cast = await castOf(ctx)
    const { bidId } = await biddenScenario(ctx, cast)
    const own = await showWorkspace(as(ctx, cast.firm))
    expect(own.items.bid.map(each => [each.id, each.waits])).toEqual([[bidId, 'demand']])
    for (const person of [cast.demand, cast.reviewer, await robotFirm(db)]) {
      expect(JSON.stringify(await showWorkspace(as(ctx, person)))).not.toContain(bidId)
    }
  })

  it('names the side whose turn it is in a pilot', async () => {
    const cast = await castOf(ctx)
    const pilotId = await agreedPilot(ctx, cast)
    const supply = (await showWorkspace(as(ctx, cast.firm))).items.pilot
    const demand = (await showWorkspace(as(ctx, cast.demand))).items.pilot
    expect(supply).toMatchObject([{ id: pilotId, side: 'supply', waits: 'me', act: 'deploy' }])
    expect(demand).toMatchObject([{ id: pilotId, side: 'demand', waits: 'supply', act: null }])
  })

  it('lets a viewer read without handing them anything to do', async () => {
    const demand = await hospital(db)
    await draftedScenario(ctx, { demand })
    const seen = await showWorkspace(as(ctx, await colleagueOf(db, demand, 'viewer')))
    expect(seen.canEdit).toBe(false)
    expect(seen.waiting).toEqual([])
    expect(seen.items.scenario).toHaveLength(1)
  })

  it('needs two queries', async () => {
    const firm = await robotFirm(db)
    const before = queries.length
    await showWorkspace(as(ctx, firm))
    expect(queries.length - before).toBe(2)
  })
})
