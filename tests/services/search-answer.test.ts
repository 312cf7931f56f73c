import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { find } from '#services/search/find.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { robotFirm } from '#tests/support/factories.ts'
import { productRev, publishedProduct } from '#tests/support/products.ts'
import { searchFor } from '#tests/support/searches.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const seek = (q: string, more: Record<string, string> = { index: 'products' }) =>
  find(ctx, searchFor(q, more))
const titles = async (q: string, more?: Record<string, string>) => {
  const { taken, hits } = await seek(q, more)
  return [taken, ...hits.map(({ title }) => title.map(segment => segment.text).join(''))]
}

beforeAll(async () => {
  for (const [name, summary, payloadKg] of [
    ['蓝鲸配送机器人', '夜间在病区之间送药，自己乘电梯，过自动门。', '60'],
    ['云雀 C6BD', '走廊里运送被服与餐食的小车，白天使用。', '20'],
    ['白鹭巡检机器人', '变电站里看表、测温的轮式机器人，遇雨回库。', '5'],
  ] as const)
    await publishedProduct(ctx, {
      content: { name, summary, specs: { payloadKg: { value: payloadKg, grade: 'C' } } },
    })
})

describe('words that nothing has', () => {
  it('are taken as they stand whenever something has them', async () => {
    expect(await titles('蓝鲸')).toEqual(['asTyped', '蓝鲸配送机器人'])
  })

  it.each([
    ['蓝京配松', '蓝鲸配送机器人'],
    ['百鹭巡检', '白鹭巡检机器人'],
    ['云雀 C6-BD', '云雀 C6BD'],
  ])('%s is spelt otherwise: %s', async (q, title) => {
    expect(await titles(q)).toEqual(['respelt', title])
  })

  it('keep the figure that stands beside them', async () => {
    expect(await titles('蓝京配松 ≥50kg')).toEqual(['respelt', '蓝鲸配送机器人'])
    expect(await titles('蓝京配松 ≥90kg')).toEqual(['asTyped'])
  })

  it('are nothing when they sound like nothing, are quoted, or are words of what nobody may see', async () => {
    const firm = await robotFirm(db)
    const { id } = await publishedProduct(ctx, { firm, content: { name: '赤狐焊接机器人' } })
    expect(await titles('赤胡焊接')).toEqual(['respelt', '赤狐焊接机器人'])
    const own = as(ctx, firm)
    await withdrawProduct(own, { id, rev: await productRev(own, id), formKey: v7() })
    expect(await titles('赤胡焊接')).toEqual(['asTyped'])
    expect(await titles('"蓝京配松"')).toEqual(['asTyped'])
    expect(await titles('洗碗柜')).toEqual(['asTyped'])
  })
})

describe('a sentence', () => {
  it('lets words go, the fuller match first, and keeps what the facets say in step', async () => {
    const page = await seek('我们病区夜里需要能送药、乘电梯又会讲笑话的设备')
    expect(page.taken).toBe('inPart')
    expect(page.hits[0]?.title.map(({ text }) => text).join('')).toBe('蓝鲸配送机器人')
    expect(page.total).toBe(page.hits.length)
  })

  it('finds its index when none is named', async () => {
    const page = await seek('哪里有夜间送药乘电梯讲笑话的', {})
    expect([page.query.index, page.taken]).toEqual(['products', 'inPart'])
  })

  it('finds nothing when hardly anything of it is there', async () => {
    expect(await titles('请问哪些理发店提供上门的剪发服务')).toEqual(['asTyped'])
  })
})

describe('a figure in the query', () => {
  it('puts what surely reaches it before what does not say', async () => {
    await publishedProduct(ctx, { content: { name: '灰雁配送机器人', specs: {} } })
    const { hits } = await seek('配送机器人 ≥50kg')
    expect(hits.map(({ title }) => title.map(({ text }) => text).join(''))).toEqual([
      '蓝鲸配送机器人',
      '灰雁配送机器人',
    ])
  })
})
