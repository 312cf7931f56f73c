import { describe, expect, it } from 'vitest'
import { placeOf } from '#domain/searching/places.ts'
import type { SearchQuery, Sort } from '#search/engine.ts'
import { BadCursor } from '#search/engine.ts'
import type { Asking } from './search-asking.ts'
import { product } from './search-fixture.ts'

const sorts: [string, Sort][] = [
  ['relevance', { by: 'relevance' }],
  ['the newest first', { by: 'updatedAt', order: 'desc' }],
  ['the oldest first', { by: 'updatedAt', order: 'asc' }],
  ['the cheapest first', { by: 'priceYuan', order: 'asc' }],
  ['the dearest first', { by: 'priceYuan', order: 'desc' }],
  ['distance', { by: 'distance', from: placeOf('110105') }],
]

/** From page to page by a cursor. */
export function pagingCases({ ask, ids, put, remove }: Asking): void {
  describe('pages by cursor', () => {
    /** All pages of two, one after the other; `between` runs after the first. */
    const walk = async (query: Partial<SearchQuery>, between?: () => Promise<void>) => {
      const pages: string[][] = []
      let after: string | null | undefined
      do {
        const page = await ask({ ...query, limit: 2, ...(after && { after }) })
        pages.push(page.hits.map(hit => hit.id))
        if (pages.length === 1) await between?.()
        after = page.next
      } while (after && pages.length < 50)
      return pages
    }

    describe.each(sorts)('by %s', (_, sort) => {
      it.each(['', '机器人'])('lead through all of "%s" once, in order', async q => {
        const all = await ids(q, { sort, limit: 100 })
        const pages = await walk({ q, sort })
        expect(all.length).toBeGreaterThan(4)
        expect(pages.flat()).toEqual(all)
        expect(pages.every(page => page.length > 0)).toBe(true)
      })
    })

    it('repeat and skip nothing when something comes before them', async () => {
      const sort = { by: 'updatedAt', order: 'desc' } as const
      const all = await ids('', { sort, limit: 100 })
      const newcomer = product('newcomer', { title: '新来的', updatedAt: new Date('2026-12-01') })
      const pages = await walk({ sort }, () => put(newcomer))
      await remove('newcomer')
      expect(pages.flat()).toEqual(all)
    })

    it('skip nothing when the last one seen goes away', async () => {
      const sort = { by: 'updatedAt', order: 'asc' } as const
      const gone = product('going', { title: '将离去', updatedAt: new Date('2020-01-02') })
      const first = product('first', { title: '最早的', updatedAt: new Date('2020-01-01') })
      const all = await ids('', { sort, limit: 100 })
      await put(first, gone)
      const pages = await walk({ sort }, () => remove('going'))
      await remove('first')
      expect(pages.flat()).toEqual(['first', 'going', ...all])
    })

    it('end: the last page has no next, nor has one that holds all', async () => {
      expect((await ask({ limit: 100 })).next).toBeNull()
      expect((await ask({ q: '绝无此词' })).next).toBeNull()
      expect((await ask({ limit: 0 })).next).toBeNull()
    })

    it('count the whole on each page', async () => {
      const first = await ask({ limit: 2, facets: ['maturity'] })
      const second = await ask({ limit: 2, facets: ['maturity'], after: first.next ?? '' })
      expect([second.total, second.facets]).toEqual([first.total, first.facets])
    })

    it('never show what the reader may not see, whatever the cursor says', async () => {
      const mine = { scope: ['public', 'org:firm-1'] } as const
      const { next } = await ask({ ...mine, limit: 1 })
      const others = await ask({ limit: 100, after: next ?? '' })
      expect(others.hits.map(hit => hit.id)).not.toContain('secret')
    })

    it.each([
      ['empty', () => ''],
      ['text', () => 'next'],
      ['too long', () => 'x'.repeat(100_000)],
      ['JSON of something else', () => Buffer.from('{"a":1}').toString('base64url')],
      ['of too few values', () => Buffer.from('["standing desc"]').toString('base64url')],
      [
        'SQL',
        () => Buffer.from(`["' or true --","1","1","x'; drop table search_document"]`).toString('base64url'),
      ],
    ])('refuse a cursor that is %s', async (_, cursor) => {
      await expect(ask({ after: cursor() })).rejects.toThrow(BadCursor)
    })

    it('refuse or take as the beginning any cursor that was tampered with', async () => {
      const { next } = await ask({ limit: 2 })
      const honest = Buffer.from(next ?? '', 'base64url').toString('utf8')
      for (let at = 0; at < honest.length; at += 3) {
        const after = Buffer.from(`${honest.slice(0, at)}9${honest.slice(at + 1)}`).toString('base64url')
        const found = await ask({ after, limit: 100 }).catch((error: unknown) => error)
        if (!(found instanceof BadCursor)) expect(found).toMatchObject({ degraded: false })
      }
    })

    it('refuse the cursor of another order', async () => {
      const { next } = await ask({ limit: 2, sort: { by: 'priceYuan', order: 'asc' } })
      await expect(ask({ after: next ?? '', sort: { by: 'updatedAt' } })).rejects.toThrow(BadCursor)
    })
  })
}
