import { beforeAll, describe, expect, it } from 'vitest'
import type { Asking } from './search-asking.ts'
import { product, texts } from './search-fixture.ts'

/** Phrases, what is left out, sizes, attachments; over an index of its own. */
export function languageCases({ ask, ids, put, remove }: Asking): void {
  const index = 'solutions' as const
  const find = async (q: string) => (await ids(q, { index, limit: 100 })).sort()

  describe('language of the query', () => {
    beforeAll(() => put(...texts))

    describe('phrases', () => {
      it.each(['"夜间配送"', '“夜间配送”', '「夜间配送」', '『夜间配送』', '《夜间配送》', '＂夜间配送＂'])(
        '%s stand together in one field and sentence',
        async q => {
          expect(await find(q)).toEqual(['together'])
        },
      )

      it('without marks may stand apart', async () => {
        expect(await find('夜间配送')).toEqual(['apart', 'fields', 'sentences', 'together'])
      })

      it('have an order', async () => {
        expect(await find('"hospital robot"')).toEqual(['latin'])
        expect(await find('"robot hospital"')).toEqual(['latin-turned'])
      })

      it('forgive no slip and are no beginning of a word', async () => {
        expect(await find('"hospitel robot"')).toEqual([])
        expect(await find('"hospital rob"')).toEqual([])
      })

      it('are asked for beside words', async () => {
        expect(await find('"夜间配送" 楼宇')).toEqual(['together'])
        expect(await find('"夜间配送" 变电站')).toEqual([])
      })

      it('may be several', async () => {
        expect(await find('"夜间配送" "楼宇之间"')).toEqual(['together'])
        expect(await find('"夜间配送" "hospital robot"')).toEqual([])
      })

      it('hold even where words may be let go', async () => {
        const found = await ids('"夜间配送" 绝无此词', { index, match: 'last' })
        expect(found).toEqual(['together'])
      })

      it('whose marks are not closed are words', async () => {
        expect(await find('"夜间配送')).toEqual(['apart', 'fields', 'sentences', 'together'])
        expect((await ask({ index, q: '""' })).total).toBe((await ask({ index })).total)
      })
    })

    describe('what is left out', () => {
      it.each(['配送 -夜间', '配送 －夜间', '-夜间 配送'])('%s', async q => {
        expect(await find(q)).toEqual(['day'])
      })

      it('may be a phrase', async () => {
        expect(await find('配送 -"夜间配送"')).toEqual(['apart', 'day', 'fields', 'sentences'])
      })

      it('alone means everything but', async () => {
        const all = await find('')
        expect(await find('-夜间')).toEqual(
          all.filter(id => !['apart', 'fields', 'sentences', 'together'].includes(id)),
        )
        expect(await find('-绝无此词')).toEqual(all)
      })

      it('may be several', async () => {
        expect(await find('配送 -夜间 -白天')).toEqual([])
      })

      it('is counted out of totals and facets', async () => {
        const { total, facets } = await ask({ index, q: '配送 -夜间', facets: ['domain'] })
        expect([total, facets.domain]).toEqual([1, { retail: 1 }])
      })

      it('is not what stands inside a model code', async () => {
        expect(await find('QD-4410S')).toEqual(['code'])
      })

      it('is not what follows a minus that stands alone', async () => {
        expect(await find('夜间 - 配送')).toEqual(['apart', 'fields', 'sentences', 'together'])
      })

      it('leaves nothing where it contradicts what is asked', async () => {
        expect(await find('配送 -配送')).toEqual([])
      })
    })

    describe('sizes', () => {
      it.each([
        ['50公斤 转运', 'payloadKg', { gte: 50 }],
        ['转运 载重≥50kg', 'payloadKg', { gte: 50 }],
        ['转运 载重５０千克以上', 'payloadKg', { gte: 50 }],
        ['转运 0.05t以上', 'payloadKg', { gte: 50 }],
        ['60分贝 转运', 'noiseDbA', { lte: 60 }],
      ])('%s is a condition', async (q, criterion, bounds) => {
        const { understood, hits } = await ask({ index, q })
        expect(understood.map(each => [each.criterion, each.bounds])).toEqual([[criterion, bounds]])
        expect(hits.map(hit => hit.id).sort()).toEqual(['carrier', 'carrier-silent'])
      })

      it('keep what does not disclose them and leave out what surely fails', async () => {
        expect(await find('转运')).toEqual(['carrier', 'carrier-light', 'carrier-silent'])
        expect(await find('转运 ≥80kg')).toEqual(['carrier-silent'])
      })

      it('may stand alone', async () => {
        expect((await find('≥80kg')).includes('carrier')).toBe(false)
        expect((await find('≥80kg')).includes('carrier-silent')).toBe(true)
      })
    })

    describe('attachments', () => {
      it('are found by any page', async () => {
        expect(await find('防爆合格证')).toEqual(['with-files'])
        expect(await find('"extended warranty"')).toEqual(['with-files'])
        expect(await find('extendd warranty')).toEqual(['with-files'])
      })

      it('weigh less than the title', async () => {
        await put(product('titled', { index, title: '防爆合格证', updatedAt: new Date('2020-01-01') }))
        expect(await ids('防爆合格证', { index })).toEqual(['titled', 'with-files'])
        await remove('titled', index)
      })

      it('do not run from page to page', async () => {
        expect(await find('"合格证 第二页"')).toEqual([])
      })

      it('are forgotten with the file', async () => {
        await put(
          product('filed', { index, attachments: [{ fileId: 'f', name: 'a.pdf', pages: ['昙花一现'] }] }),
        )
        expect(await find('昙花一现')).toEqual(['filed'])
        await put(product('filed', { index }))
        expect(await find('昙花一现')).toEqual([])
        await remove('filed', index)
      })
    })
  })
}
