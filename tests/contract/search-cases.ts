import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '#db/client.ts'
import type { Filter, SearchDocument, SearchEngine, SearchQuery, Visibility } from '#search/engine.ts'
import type { Asking } from './search-asking.ts'
import { languageCases } from './search-cases-language.ts'
import { narrowingCases } from './search-cases-narrowing.ts'
import { pagingCases } from './search-cases-pages.ts'
import { market, product } from './search-fixture.ts'

const on2027 = new Date('2027-01-01T00:00:00Z')

export interface Bench {
  db: Db
  engine: SearchEngine
  /** Until everything that was put can be found. */
  settle(): Promise<void>
}

/** What every engine keeps to. Order is asserted only where the contract promises one, scores never. */
export function searchContract(name: string, open: () => Promise<Bench>): void {
  describe(`search contract: ${name}`, () => {
    let bench: Bench
    const ask = (query: Partial<SearchQuery>) =>
      bench.engine.search({ index: 'products', scope: ['public'], ...query })
    const ids = async (q: string, query: Partial<SearchQuery> = {}) =>
      (await ask({ q, ...query })).hits.map(hit => hit.id)
    const put = async (...documents: SearchDocument[]) => {
      await bench.db.transaction(tx => bench.engine.put(tx, documents))
      await bench.settle()
    }
    const remove = async (...gone: string[]) => {
      await bench.db.transaction(tx => bench.engine.remove(tx, 'products', gone))
      await bench.settle()
    }

    beforeAll(async () => {
      bench = await open()
      await put(...market)
    })

    const asking: Asking = {
      ...{ ask, ids, put },
      remove: async (id, index = 'products') => {
        await bench.db.transaction(tx => bench.engine.remove(tx, index, [id]))
        await bench.settle()
      },
    }
    narrowingCases(asking)
    languageCases(asking)
    pagingCases(asking)

    describe('words', () => {
      it.each(['AMR', '移动机器人', '无人搬运车', 'mobile robot', 'ＡＭＲ', 'agv'])(
        '%s names the same concept',
        async q => {
          expect(await ids(q)).toEqual(expect.arrayContaining(['amr', 'agv']))
        },
      )

      it('puts the very name before its other names', async () => {
        expect((await ids('无人搬运车'))[0]).toBe('agv')
        expect((await ids('移动机器人'))[0]).toBe('amr')
      })

      it('finds 机器人 inside 手术机器人', async () => {
        expect(await ids('机器人')).toEqual(expect.arrayContaining(['ortho', 'delivery', 'amr']))
        expect(await ids('手术')).toEqual(['ortho'])
      })

      it('asks for every word', async () => {
        expect(await ids('医院 配送')).toEqual(expect.arrayContaining(['delivery', 'delivery-unknown']))
        expect(await ids('医院 变电站')).toEqual([])
      })

      it('lets words go from the right when asked to, fuller matches first', async () => {
        const found = await ids('配送 药品 绝无此词', { match: 'last' })
        expect(found[0]).toBe('delivery')
        expect(found).toContain('delivery-small')
        expect(await ids('配送 药品 绝无此词')).toEqual([])
      })

      it('takes the last word as the beginning of one', async () => {
        expect(await ids('auton')).toContain('quadruped')
        expect(await ids('auton 变电站')).not.toContain('quadruped')
      })

      it('takes a single letter or digit as the beginning of one', async () => {
        const titled = (title: string) => ({ title })
        const pages = ['xanthic', 'yttric', '9xy', 'XR-9'].map(titled)
        expect((await orderOf('x', ...pages)).sort()).toEqual(['order-0', 'order-3'])
        expect((await orderOf('9', ...pages)).sort()).toEqual(['order-2', 'order-3'])
        expect(await orderOf('yttric x', ...pages)).toEqual([])
        expect(await orderOf('xr 9', ...pages)).toEqual(['order-3'])
        expect(await orderOf('x ', ...pages)).toEqual([])
      })

      it('does not take a finished word as a beginning', async () => {
        expect(await ids('auton ')).not.toContain('quadruped')
      })

      it.each(['具身智能', '置钉', '四足', '料箱'])('finds %s, which no dictionary knows', async q => {
        expect(await ids(q)).not.toEqual([])
      })

      /** Puts these, the later the newer, and says in which order the query finds them. */
      const orderOf = async (q: string, ...titled: Partial<SearchDocument>[]) => {
        const documents = titled.map((fields, nth) =>
          product(`order-${nth}`, { ...fields, updatedAt: new Date(Date.UTC(2026, 5, 1 + nth)) }),
        )
        await put(...documents)
        const found = await ids(q, { limit: 100 })
        await remove(...documents.map(each => each.id))
        return found.filter(id => id.startsWith('order-'))
      }

      it('finds characters that stand apart, after those that stand together', async () => {
        expect(await ids('机器人')).toContain('scattered')
        expect(await orderOf('机器人', { title: '机器人平台' }, { title: '机器旁的人' })).toEqual([
          'order-0',
          'order-1',
        ])
      })

      it('minds more that characters stand together than where they stand', async () => {
        expect(await orderOf('置钉', { summary: '置钉' }, { title: '先置再钉' })).toEqual([
          'order-0',
          'order-1',
        ])
      })

      it('puts the title before short words, those before the summary, and the text last', async () => {
        const places = [{ title: '消杀' }, { keywords: ['消杀'] }, { summary: '消杀' }, { body: '消杀' }]
        expect(await orderOf('消杀 ', ...places)).toEqual(['order-0', 'order-1', 'order-2', 'order-3'])
      })

      it('puts a fuller match in the text before a lesser one in the title', async () => {
        const partly = { match: 'last' } as const
        await put(
          product('fuller', { body: '消杀雾化' }),
          product('lesser', { title: '消杀', updatedAt: on2027 }),
        )
        expect((await ids('消杀 雾化', partly)).slice(0, 2)).toEqual(['fuller', 'lesser'])
        await remove('fuller', 'lesser')
      })

      it('takes 无人车间 for a workshop, not for a vehicle', async () => {
        expect(await ids('delivery vehicle')).not.toContain('workshop')
      })

      it('knows the firm by its name', async () => {
        expect(await ids('sample legged')).toEqual(['quadruped'])
        expect(await ids('示例重工')).toContain('chongqing')
      })

      it('answers a query without words with everything', async () => {
        expect((await ask({ q: '？！…' })).total).toBe((await ask({})).total)
        expect((await ask({ q: '的' })).total).toBe((await ask({})).total)
      })
    })

    describe('phrases and what is left out', () => {
      it('finds words between quotation marks only together and in order', async () => {
        expect(await ids('复位负责')).toEqual(['scattered'])
        expect(await ids('"负责复位"')).toEqual(['scattered'])
        expect(await ids('"复位负责"')).toEqual([])
        expect(await ids('“机器人”')).toEqual(expect.arrayContaining(['ortho', 'delivery', 'amr']))
      })

      it('leaves out what stands after a minus, its other names as well', async () => {
        const all = await ids('配送')
        const left = await ids('配送 -药品')
        expect(left.length).toBeLessThan(all.length)
        expect(left.length).toBeGreaterThan(0)
        expect(await ids('机器人 -无人搬运车')).not.toContain('amr')
        expect(await ids('机器人 -"手术机器人"')).not.toContain('ortho')
      })

      it('finds everything else when it only says what to leave out', async () => {
        const all = (await ask({})).total
        const surgical = (await ask({ q: '手术' })).total
        expect((await ask({ q: '-手术' })).total).toBe(all - surgical)
        expect(await ids('-手术')).not.toContain('ortho')
      })

      it('takes the minus inside a model code as a part of it', async () => {
        expect(await ids('XR-6279S')).toEqual(['quadruped'])
      })
    })

    describe('pinyin', () => {
      it.each(['jqr', 'jiqiren', 'jiqi', 'JiQiRen'])('%s finds 机器人', async q => {
        expect(await ids(q)).toEqual(expect.arrayContaining(['ortho', 'delivery', 'amr']))
      })

      it('reads characters with two sounds as they are spoken', async () => {
        expect(await ids('chongqing')).toContain('chongqing')
        expect(await ids('zhongzaixingzou')).toContain('chongqing')
        expect(await ids('zhongqing')).not.toContain('chongqing')
      })

      it('begins at each word of a title', async () => {
        expect(await ids('ssjqr')).toEqual(['ortho'])
        expect(await ids('peisong')).toEqual(expect.arrayContaining(['delivery', 'delivery-unknown']))
      })
    })

    describe('slips', () => {
      it.each(['autonomus', 'autonomuos', 'autnoomous', 'autonomous'])('%s finds autonomous', async q => {
        expect(await ids(q)).toContain('quadruped')
      })

      it.each(['XR-6279S', 'xr6279s', 'xr 6279s', 'XR-6297S', 'xr6729s', 'CR600A'])(
        '%s finds a model code',
        async q => {
          expect(await ids(q)).toEqual([q.toLowerCase().startsWith('x') ? 'quadruped' : 'amr'])
        },
      )

      it('forgives nothing in short words, numbers and Chinese', async () => {
        expect(await ids('xq')).toEqual([])
        expect(await ids('62790 变电站')).toEqual([])
        expect(await ids('骨料手术')).toEqual([])
      })

      it('forgives one slip below nine characters and two from there on', async () => {
        expect(await ids('leggde ')).toContain('quadruped')
        expect(await ids('lgegde ')).not.toContain('quadruped')
        expect(await ids('autnomuos ')).toContain('quadruped')
        expect(await ids('utonomous ')).toContain('quadruped')
        expect(await ids('euggdel ')).not.toContain('quadruped')
      })

      it('forgives none in a character, which is kept by a code like a model', async () => {
        // 机 is U+673A.
        await put(product('model', { title: 'U673B' }))
        expect(await ids('机')).toContain('amr')
        expect(await ids('机', { limit: 100 })).not.toContain('model')
        await remove('model')
      })

      it('puts the right spelling before the misspelt', async () => {
        await put(product('near', { title: 'leggey', updatedAt: new Date('2026-06-01') }))
        expect(await ids('legged ')).toEqual(['quadruped', 'near'])
        expect(await ids('leggey ')).toEqual(['near', 'quadruped'])
        await remove('near')
      })
    })

    it('counts a slip in the first letter twice', async () => {
      for (const q of ['uutonomous ', 'uatonomous ', 'xautonomous '])
        expect(await ids(q)).toContain('quadruped')
      expect(await ids('utonomuos ')).not.toContain('quadruped')
      expect(await ids('megged ')).not.toContain('quadruped')
    })

    describe('filters', () => {
      const payload = (unknown: 'keep' | 'drop', bounds: { gte?: number; lte?: number }): Filter => ({
        range: ['payloadKg', bounds],
        unknown,
      })

      it('filters by value', async () => {
        expect((await ids('', { filter: { eq: ['maturity', 'unfinalised'] } })).sort()).toEqual([
          'chongqing',
          'delivery-unknown',
        ])
        const either: Filter = { in: ['category', ['quadruped', 'orthopedicRobot']] }
        expect((await ids('', { filter: either })).sort()).toEqual(['ortho', 'quadruped'])
        expect(await ids('', { filter: { in: ['category', []] } })).toEqual([])
      })

      it('keeps what does not disclose a figure, and hides only what surely fails', async () => {
        const found = await ids('配送', { filter: payload('keep', { gte: 50 }) })
        expect(found).toEqual(expect.arrayContaining(['delivery', 'delivery-unknown', 'delivery-small']))
        expect(await ids('配送', { filter: payload('keep', { gte: 61 }) })).toEqual(['delivery-unknown'])
      })

      it('drops what is not certain when asked to', async () => {
        expect(await ids('配送', { filter: payload('drop', { gte: 50 }) })).toEqual(['delivery'])
        expect((await ids('配送', { filter: payload('drop', { gte: 15, lte: 60 }) })).sort()).toEqual([
          'delivery',
          'delivery-small',
        ])
      })

      it('negates by three-valued rules: unknown stays unknown', async () => {
        const not = (filter: Filter): Filter => ({ not: filter })
        expect((await ids('配送', { filter: not(payload('keep', { gte: 61 })) })).sort()).toEqual([
          'delivery',
          'delivery-small',
          'delivery-unknown',
        ])
        expect((await ids('配送', { filter: not(payload('drop', { gte: 61 })) })).sort()).toEqual([
          'delivery',
          'delivery-small',
        ])
      })

      it('combines and, or, not', async () => {
        const filter: Filter = {
          and: [
            { or: [{ eq: ['domain', 'energy'] }, { eq: ['domain', 'healthcare'] }] },
            { not: { eq: ['maturity', 'series'] } },
            { not: { in: ['category', ['orthopedicRobot']] } },
          ],
        }
        expect((await ids('', { filter })).sort()).toEqual(['chongqing', 'delivery-unknown'])
      })

      it('reads quantities in the query text', async () => {
        const found = await ask({ q: '配送 ≥50公斤 门宽≤80cm' })
        expect(found.hits.map(hit => hit.id).sort()).toEqual([
          'delivery',
          'delivery-small',
          'delivery-unknown',
        ])
        expect(found.understood).toMatchObject([
          { criterion: 'payloadKg', bounds: { gte: 50 } },
          { criterion: 'passageWidthMm', bounds: { lte: 800 } },
        ])
        expect(await ids('机器人 载重５００ｋｇ以上')).not.toContain('delivery')
      })

      it('counts facets over everything that matches, not over the page', async () => {
        const { facets, total } = await ask({ q: '配送', facets: ['domain', 'maturity'], limit: 1 })
        expect(total).toBe(3)
        expect(facets.domain).toEqual({ healthcare: 3, retail: 1 })
        expect(facets.maturity).toEqual({ series: 2, unfinalised: 1 })
      })
    })

    describe('what a reader may see', () => {
      it('hides what is not public from words, facets and totals', async () => {
        const energy = await ask({ filter: { eq: ['domain', 'energy'] }, facets: ['domain'] })
        expect(energy.total).toBe(3)
        expect(energy.facets.domain).toEqual({ energy: 3 })
        expect(await ids('ZZ-9000')).toEqual([])
        expect(await ids('绝密')).toEqual([])
      })

      it('shows it to its own organisation', async () => {
        const scope: Visibility[] = ['public', 'org:firm-1']
        expect(await ids('绝密', { scope })).toEqual(['secret'])
        expect(await ids('绝密', { scope: ['public', 'org:firm-2'] })).toEqual([])
      })

      it('keeps the indexes apart', async () => {
        expect(await ids('医院配送场景')).not.toContain('elsewhere')
        expect(await ids('医院配送', { index: 'scenarios' })).toEqual(['elsewhere'])
        expect(await ids('医院', { index: 'catalog' })).toEqual([])
      })

      it('forgets what was removed, its words included', async () => {
        await put(product('brief', { title: 'Ephemeral 短命' }))
        expect(await ids('ephemeral')).toEqual(['brief'])
        await remove('brief')
        expect(await ids('ephemeral')).toEqual([])
        expect(await ids('ephemreal')).toEqual([])
      })

      it('never lets an older document overwrite a newer one', async () => {
        await put(product('moving', { title: '新名称', rev: 5 }))
        await put(product('moving', { title: '旧名称', rev: 4 }))
        expect(await ids('新名称')).toContain('moving')
        expect(await ids('旧名称')).not.toContain('moving')
        await put(product('moving', { title: '再命名', rev: 5 }))
        expect(await ids('再命名')).toContain('moving')
        await remove('moving')
      })
    })

    describe('order and pages', () => {
      it('lists without words what the platform can do today first, then the newest', async () => {
        const found = await ids('')
        expect(found.slice(0, 3)).toEqual(['amr', 'agv', 'ortho'])
        expect(found.at(-1)).toBe('reported')
      })

      it('orders ties the same way every time', async () => {
        const twins = ['tie-c', 'tie-a', 'tie-b', 'tie-d'].map(id => product(id, { title: '双生件' }))
        await put(...twins)
        const first = await ids('双生件')
        expect(first).toHaveLength(4)
        for (let turn = 0; turn < 3; turn++) expect(await ids('双生件')).toEqual(first)
        await remove(...first)
      })

      it('pages without a gap or a repetition', async () => {
        const all = await ids('', { limit: 100 })
        const pages = await Promise.all([0, 4, 8, 12].map(offset => ids('', { offset, limit: 4 })))
        expect(pages.flat()).toEqual(all)
        expect(await ids('', { offset: 500 })).toEqual([])
        expect((await ask({ offset: 500 })).total).toBe(all.length)
      })

      it('sorts by a figure, what is unknown last both ways', async () => {
        const by = (order: 'asc' | 'desc') => ids('', { sort: { by: 'priceYuan', order }, limit: 3 })
        expect(await by('asc')).toEqual(['agv', 'amr', 'quadruped'])
        expect(await by('desc')).toEqual(['quadruped', 'amr', 'agv'])
      })

      it('sorts by day', async () => {
        expect((await ids('', { sort: { by: 'updatedAt', order: 'desc' } }))[0]).toBe('reported')
      })
    })

    describe('bad input', () => {
      it.each([
        "'; drop table search_document; --",
        "机器人' | 'x",
        '机器人:*A & !人 <-> (',
        'a\\b\\\\ "c" %_',
        '" OR visibility = "org:firm-1',
        '\u0000\u0001机器人\ud800',
        '\ud83d',
        '<script>alert(1)</script>',
        '-机器人',
        '机器人'.repeat(3334),
        '((((((((((((((((((((',
        ')'.repeat(500),
      ])('takes %j as text', async q => {
        const found = await ask({ q, facets: ['domain'] })
        expect(found.total).toBeGreaterThanOrEqual(0)
        expect(found.hits.map(hit => hit.id)).not.toContain('secret')
      })

      it('takes any text as the value of a filter', async () => {
        const nasty = `x" OR visibility = "org:firm-1' or true -- \\`
        expect(await ids('', { filter: { eq: ['domain', nasty] } })).toEqual([])
        expect(await ids('', { filter: { not: { eq: ['domain', nasty] } } })).not.toContain('secret')
        const odd = { range: [`pay'"load\\`, { gte: 1 }], unknown: 'drop' } as const
        expect(await ids('', { filter: odd })).toEqual([])
      })

      it('takes no page that does not exist', async () => {
        expect((await ask({ offset: -5, limit: 3 })).hits).toHaveLength(3)
        expect((await ask({ limit: 1_000_000 })).hits.length).toBeLessThanOrEqual(100)
        expect((await ask({ limit: 0 })).hits).toEqual([])
      })

      it('finds nothing for somebody who may see nothing', async () => {
        expect((await ask({ scope: [] })).total).toBe(0)
      })
    })
  })
}
