import { beforeAll, describe, expect, it } from 'vitest'
import { placeOf } from '#domain/searching/places.ts'
import type { Filter, Visibility } from '#search/engine.ts'
import type { Asking } from './search-asking.ts'
import { firms } from './search-fixture.ts'

/** Counts, choices, spans and places, over an index of its own with seven firms. */
export function narrowingCases({ ask, ids, put }: Asking): void {
  const index = 'firms' as const
  const of = async (query: Parameters<typeof ids>[1] = {}, q = '') =>
    (await ids(q, { index, limit: 100, ...query })).sort()
  const from = placeOf('110302')
  const within = (km: number, unknown: 'keep' | 'drop'): Filter => ({ within: { ...from, km }, unknown })

  describe('narrowing', () => {
    beforeAll(() => put(...firms))

    describe('choices within a facet', () => {
      it('are alternatives', async () => {
        const chosen = { domain: ['energy', 'retail'] }
        expect(await of({ chosen })).toEqual(['haidian', 'nowhere', 'yanqing'])
      })

      it('leave the counts of their own facet as they are, and narrow the others', async () => {
        const facets = ['domain', 'district'] as const
        const open = await ask({ index, facets })
        const found = await ask({ index, facets, chosen: { domain: ['energy'] } })
        expect(found.total).toBe(2)
        expect(found.facets.domain).toEqual(open.facets.domain)
        expect(found.facets.district).toEqual({ '110108': 1, '110119': 1 })
      })

      it('in two facets narrow each other', async () => {
        const found = await ask({
          ...{ index, facets: ['domain', 'district'] },
          chosen: { domain: ['manufacturing'], district: ['110105', '110108'] },
        })
        expect(found.hits.map(hit => hit.id)).toEqual(['chaoyang'])
        expect(found.facets).toEqual({
          domain: { manufacturing: 1, energy: 1 },
          district: { '110302': 1, '110105': 1 },
        })
      })

      it('that nothing has find nothing and still say what the others would bring', async () => {
        const found = await ask({ index, facets: ['domain'], chosen: { domain: ['aerospace'] } })
        expect([found.total, found.facets.domain?.manufacturing]).toEqual([0, 2])
      })

      it('narrow like any filter where their facet is not counted', async () => {
        const found = await ask({ index, facets: ['district'], chosen: { domain: ['retail'] } })
        expect([found.total, found.facets]).toEqual([1, { district: {} }])
      })

      it('that are empty choose nothing', async () => {
        expect(await of({ chosen: { domain: [] } })).toHaveLength(5)
      })

      it('hold beside words and filters', async () => {
        const found = await ask({
          ...{ index, q: '巡检', facets: ['domain'], chosen: { domain: ['energy'] } },
          filter: within(50, 'keep'),
        })
        expect(found.hits.map(hit => hit.id)).toEqual(['haidian'])
        expect(found.facets.domain).toEqual({ energy: 1, retail: 1 })
      })

      it('differ from a filter, which narrows the counts of its own facet', async () => {
        const found = await ask({ index, facets: ['domain'], filter: { eq: ['domain', 'energy'] } })
        expect(found.facets.domain).toEqual({ energy: 2 })
      })
    })

    describe('counts', () => {
      it('say how many disclose a figure or a place', async () => {
        const { facets, total } = await ask({ index, facets: ['discloses'] })
        expect(total).toBe(5)
        expect(facets.discloses).toEqual({ place: 4, payloadKg: 3, noiseDbA: 2 })
      })

      it('are of the whole index, of what words find, and of nothing', async () => {
        const count = async (q: string) => (await ask({ index, q, facets: ['source'] })).facets.source
        expect(await count('')).toEqual({ platform: 4, report: 1 })
        expect(await count('巡检')).toEqual({ platform: 3 })
        expect(await count('绝无此词')).toEqual({})
      })

      it('know the terms of trade', async () => {
        const { facets } = await ask({ index, facets: ['commercialForm'] })
        expect(facets.commercialForm).toEqual({ purchase: 2, lease: 1 })
      })

      it('leave out what the reader may not see', async () => {
        const scope: Visibility[] = ['public', 'org:firm-9']
        const count = async (more: object) =>
          (await ask({ index, facets: ['domain'], ...more })).facets.domain
        expect((await count({}))?.manufacturing).toBe(2)
        expect((await count({ scope }))?.manufacturing).toBe(4)
        expect((await count({ chosen: { domain: ['energy'] } }))?.manufacturing).toBe(2)
      })
    })

    describe('spans', () => {
      it('are the least and the greatest known value among what is found', async () => {
        const { spans } = await ask({ index, spans: ['payloadKg', 'noiseDbA', 'reachMm'] })
        expect(spans).toEqual({ payloadKg: { min: 10, max: 500 }, noiseDbA: { min: 55, max: 70 } })
      })

      it('follow words and filters', async () => {
        const filter: Filter = { eq: ['domain', 'manufacturing'] }
        expect((await ask({ index, spans: ['payloadKg'], filter })).spans).toEqual({
          payloadKg: { min: 80, max: 500 },
        })
        expect((await ask({ index, spans: ['payloadKg'], q: '绝无此词' })).spans).toEqual({})
      })

      it('leave out what the reader may not see', async () => {
        const scope: Visibility[] = ['public', 'org:firm-9']
        expect((await ask({ index, spans: ['payloadKg'], scope })).spans.payloadKg?.max).toBe(99_999)
      })
    })

    describe('ranges', () => {
      const range = (bounds: { gte?: number; lte?: number }, unknown: 'keep' | 'drop'): Filter => ({
        range: ['payloadKg', bounds],
        unknown,
      })

      it('include their ends', async () => {
        expect(await of({ filter: range({ gte: 500 }, 'drop') })).toEqual(['yizhuang'])
        expect(await of({ filter: range({ lte: 10 }, 'drop') })).toEqual(['haidian'])
        expect(await of({ filter: range({ gte: 10, lte: 10 }, 'drop') })).toEqual(['haidian'])
      })

      it('take a span that sticks out for unknown', async () => {
        expect(await of({ filter: range({ gte: 100 }, 'drop') })).toEqual(['yizhuang'])
        expect(await of({ filter: range({ gte: 100 }, 'keep') })).toEqual([
          'chaoyang',
          'nowhere',
          'yanqing',
          'yizhuang',
        ])
        expect(await of({ filter: range({ gte: 80, lte: 120 }, 'drop') })).toEqual(['chaoyang'])
      })

      it('hold for any criterion', async () => {
        const filter = (unknown: 'keep' | 'drop'): Filter => ({ range: ['noiseDbA', { lte: 60 }], unknown })
        expect(await of({ filter: filter('drop') })).toEqual(['haidian'])
        expect(await of({ filter: filter('keep') })).toEqual(['chaoyang', 'haidian', 'nowhere', 'yanqing'])
      })

      it('that cannot hold find only what is not disclosed', async () => {
        expect(await of({ filter: range({ gte: 9, lte: 1 }, 'drop') })).toEqual([])
        expect(await of({ filter: range({ gte: 1_000_000 }, 'keep') })).toEqual(['nowhere', 'yanqing'])
      })

      it('without ends ask whether it is disclosed at all', async () => {
        expect(await of({ filter: range({}, 'drop') })).toEqual(['chaoyang', 'haidian', 'yizhuang'])
        expect(await of({ filter: range({}, 'keep') })).toHaveLength(5)
      })

      it('may be two hundred', async () => {
        const many = Array.from({ length: 200 }, (_, nth) => range({ gte: 10 - nth, lte: 600 + nth }, 'keep'))
        expect(await of({ filter: { and: many } })).toHaveLength(5)
        const wide = Array.from({ length: 200 }, (_, nth) => range({ gte: nth, lte: nth }, 'drop'))
        expect(await of({ filter: { or: wide } })).toEqual(['haidian'])
      })
    })

    describe('places', () => {
      it('are found within so many kilometres', async () => {
        expect(await of({ filter: within(5, 'drop') })).toEqual(['yizhuang'])
        expect(await of({ filter: within(20, 'drop') })).toEqual(['chaoyang', 'yizhuang'])
        expect(await of({ filter: within(60, 'drop') })).toEqual(['chaoyang', 'haidian', 'yizhuang'])
      })

      it('that are not known are kept when asked to', async () => {
        expect(await of({ filter: within(20, 'keep') })).toEqual(['chaoyang', 'nowhere', 'yizhuang'])
      })

      it('are negated by three-valued rules', async () => {
        expect(await of({ filter: { not: within(20, 'drop') } })).toEqual(['haidian', 'yanqing'])
        expect(await of({ filter: { not: within(20, 'keep') } })).toEqual(['haidian', 'nowhere', 'yanqing'])
      })

      it('order by distance, the unknown last', async () => {
        const sort = { by: 'distance', from } as const
        expect(await ids('', { index, sort })).toEqual([
          'yizhuang',
          'chaoyang',
          'haidian',
          'yanqing',
          'nowhere',
        ])
        expect(await ids('巡检', { index, sort })).toEqual(['haidian', 'yanqing', 'nowhere'])
        const away = { by: 'distance', from: placeOf('110119') } as const
        expect((await ids('', { index, sort: away }))[0]).toBe('yanqing')
      })

      it('do not tell where something is that the reader may not see', async () => {
        const scope: Visibility[] = ['org:firm-8']
        expect(await of({ filter: within(5, 'drop'), scope })).toEqual([])
        expect(await of({ filter: within(5, 'drop'), scope: ['org:firm-9'] })).toEqual([
          'hidden',
          'hidden-too',
        ])
      })
    })

    it('finds given documents and no others', async () => {
      expect(await of({ filter: { ids: ['haidian', 'hidden', 'not there'] } })).toEqual(['haidian'])
      expect(await of({ filter: { not: { ids: ['haidian'] } } })).toHaveLength(4)
      expect(await of({ filter: { ids: [] } })).toEqual([])
    })
  })
}
