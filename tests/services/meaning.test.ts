import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { meaningLikeness, textLikeness, unit } from '#domain/matching/meaning.ts'
import { embedderChoice } from '#http/embedder.ts'
import { matchesForScenario } from '#services/matching/for-scenario.ts'
import { rememberMeaning } from '#services/meaning/attach.ts'
import { endpointEmbedder } from '#services/meaning/endpoint.ts'
import { keepMeaningsOf } from '#services/meaning/keep.ts'
import { fitLsa, lsaFrom, placeIn, storedLsa } from '#services/meaning/lsa.ts'
import { meaningsOf } from '#services/meaning/open.ts'
import { renewMeanings } from '#services/meaning/renew.ts'
import { testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { officer, publishedScenario } from '../support/factories.ts'
import { publishedProduct } from '../support/products.ts'

const { db } = await testDatabase()
const now = () => new Date('2026-06-01T00:00:00Z')

const counts = (text: string) => new Map(text.split(' ').map(word => [word, 1]))
const kitchens = ['粥 锅 菜', '菜 锅 油', '油 粥 盐', '盐 菜 锅'].map(counts)
const wards = ['药 病区 车', '车 药 电梯', '电梯 病区 标本', '标本 药 车'].map(counts)

describe('the built-in embedder', () => {
  const space = fitLsa([...kitchens, ...wards], 2)

  it('brings words together that keep the same company', () => {
    if (!space) throw new Error('no space')
    const place = (text: string) => placeIn(space, counts(text))
    // 药 and 标本 stand in one text only, 药 and 锅 in none.
    expect(meaningLikeness(place('药'), place('电梯'))).toBeGreaterThan(0.9)
    expect(meaningLikeness(place('药'), place('锅'))).toBeLessThan(0.1)
    expect(place('没有见过')).toBeNull()
  })

  it('gives the same space for the same texts, also after it was stored', () => {
    const again = fitLsa([...kitchens, ...wards], 2)
    if (!space || !again) throw new Error('no space')
    expect(placeIn(again, counts('药 车'))).toEqual(placeIn(space, counts('药 车')))
    const kept = lsaFrom(JSON.parse(JSON.stringify(storedLsa(space))))
    const [a, b] = [placeIn(kept, counts('药 车')), placeIn(space, counts('药 车'))]
    expect(meaningLikeness(a, b)).toBeCloseTo(1, 5)
  })

  it.each([[[]], [[counts('一 二')]], [[counts('一'), counts('二')]]])('has no space for %j', texts => {
    expect(fitLsa(texts, 8)).toBeNull()
  })
})

describe('likeness', () => {
  it('is the words alone without meanings, and never beyond 0 to 1', () => {
    const [a, b] = [unit([3, 4]), unit([4, 3])]
    expect(textLikeness(0.4, null, b)).toBe(0.4)
    expect(textLikeness(0.4, a, null)).toBe(0.4)
    expect(textLikeness(0.4, a, unit([1, 2, 3]))).toBe(0.4)
    expect(textLikeness(0.4, a, b)).toBeGreaterThan(0.4)
    expect(textLikeness(1, a, a)).toBe(1)
    expect(meaningLikeness(a, unit([-3, -4]))).toBe(0)
    expect(meaningLikeness(a, Float32Array.of(Number.NaN, 1))).toBe(0)
    expect(unit([0, 0])).toBeNull()
    expect(unit([Number.POSITIVE_INFINITY, 1])).toBeNull()
  })
})

/** An endpoint of the OpenAI kind on loopback: each text's meaning is its length and its number of 药. */
const asked: { path: string; key: string | undefined; input: string[] }[] = []
let answer: (input: string[]) => { status?: number; body: string }
const meaningOf = (text: string) => [text.length, (text.match(/药/g) ?? []).length * 10]
const inOrder = (input: string[]) => ({
  body: JSON.stringify({
    // Turned round: an answer may come in any order.
    data: input.map((text, index) => ({ index, embedding: meaningOf(text) })).reverse(),
  }),
})
const server = createServer(async (request, response) => {
  const input: string[] = JSON.parse(await bodyOf(request)).input
  asked.push({ path: request.url ?? '', key: request.headers.authorization, input })
  const { status = 200, body } = answer(input)
  response.writeHead(status, { 'content-type': 'application/json' }).end(body)
})
async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}
let url = ''
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
})
afterAll(() => void server.close())
beforeEach(() => {
  asked.length = 0
  answer = inOrder
})

describe('an endpoint', () => {
  it('is asked with its model and key, and its answers come back in the order asked', async () => {
    const embedder = embedderChoice({ EMBEDDER: `${url}#bge-m3`, EMBEDDER_KEY: 'secret' })
    if (!embedder || embedder === 'lsa') throw new Error('no embedder')
    expect(embedder.name).toMatch(/^127\.0\.0\.1:\d+\/bge-m3$/)
    const [first, second] = await embedder.embed(['药', '不是'])
    expect(meaningLikeness(first ?? null, unit(meaningOf('药')))).toBeCloseTo(1)
    expect(meaningLikeness(second ?? null, unit(meaningOf('不是')))).toBeCloseTo(1)
    expect(asked).toEqual([{ path: '/v1/embeddings', key: 'Bearer secret', input: ['药', '不是'] }])
  })

  it.each([
    ['an error', { status: 401, body: '{"error":"invalid key secret"}' }],
    ['no JSON', { body: '<html>' }],
    ['another form', { body: '{"data":[{"embedding":"x"}]}' }],
    ['a text left out', { body: '{"data":[]}' }],
  ])('that gives %s is a failure whose message repeats nothing', async (_, given) => {
    answer = () => given
    const asking = endpointEmbedder({ url, model: 'm', key: 'secret' }).embed(['药'])
    await expect(asking).rejects.toThrow(/^the embedding endpoint (?!.*secret)/)
  })

  it('that does not answer is given up', async () => {
    const silent = createServer(() => {})
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
    const place = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
    await expect(endpointEmbedder({ url: place, model: 'm' }, 50).embed(['药'])).rejects.toThrow()
    silent.closeAllConnections()
    silent.close()
  })
})

describe('meanings beside the rows', () => {
  const said = [
    { id: 'p1', text: '病区药品配送' },
    { id: 'p2', text: '厚板焊接' },
  ]

  it('are made once for a text, and anew when it changes', async () => {
    const embedder = endpointEmbedder({ url, model: 'once' })
    expect(await keepMeaningsOf(db, embedder, { noun: 'product', said })).toEqual(['p1', 'p2'])
    expect(await keepMeaningsOf(db, embedder, { noun: 'product', said })).toEqual([])
    const changed = said.map(each => (each.id === 'p2' ? { ...each, text: '厚板弧焊' } : each))
    expect(await keepMeaningsOf(db, embedder, { noun: 'product', said: changed })).toEqual(['p2'])
    expect(asked.map(each => each.input)).toEqual([['病区药品配送', '厚板焊接'], ['厚板弧焊']])
    const read = await meaningsOf(db, embedder, { scenario: [], product: ['p1', 'p2', 'p3'] })
    expect([...(read?.product.keys() ?? [])].sort()).toEqual(['p1', 'p2'])
  })

  it('are not asked for without an embedder', async () => {
    expect(await meaningsOf(db, undefined, { scenario: ['s'], product: ['p1'] })).toBeNull()
  })

  it('of the built-in embedder are used once everything has its place in the new space', async () => {
    const texts = ['药品送到病区', '病区的药品和标本', '标本送检', '焊接厚板', '厚板弧焊', '弧焊和打磨']
    const all = {
      scenario: texts.slice(0, 3).map((text, i) => ({ id: `s${i}`, text })),
      product: texts.slice(3).map((text, i) => ({ id: `q${i}`, text })),
    }
    expect(await meaningsOf(db, 'lsa', { scenario: ['s0'], product: [] })).toBeNull()
    expect(await renewMeanings({ db, now }, 'lsa', all)).toBe(6)
    const read = await meaningsOf(db, 'lsa', { scenario: ['s0', 's1'], product: ['q0', 'q1'] })
    const of = (id: string) => read?.scenario.get(id) ?? read?.product.get(id) ?? null
    expect(meaningLikeness(of('s0'), of('s1'))).toBeGreaterThan(meaningLikeness(of('s0'), of('q0')))
    // The space of the next day takes over whole.
    expect(await renewMeanings({ db, now }, 'lsa', all)).toBe(6)
    expect((await meaningsOf(db, 'lsa', { scenario: ['s0'], product: ['q0'] }))?.scenario.size).toBe(1)
  })
})

describe('a match page', () => {
  it('puts first what means the same, of two whose words say as much; and without an embedder goes by the words alone', async () => {
    const ctx = testContext({ db })
    const reviewer = await officer(db, 'handler')
    const scenario = await publishedScenario(ctx, { reviewer })
    const made = async (name: string) => (await publishedProduct(ctx, { reviewer, content: { name } })).id
    const [first, second] = [await made('同款机型一'), await made('同款机型二')]
    const order = async (embedder?: ReturnType<typeof endpointEmbedder>) =>
      (await matchesForScenario({ ...ctx, embedder }, { id: scenario.id })).main.map(each => each.party.id)
    expect(await order()).toEqual([first, second])
    answer = input => ({
      body: JSON.stringify({
        data: input.map((text, index) => ({ index, embedding: text.includes('机型一') ? [0, 1] : [1, 0] })),
      }),
    })
    const embedder = endpointEmbedder({ url, model: 'page' })
    expect(await order(embedder)).toEqual([first, second])
    const told: unknown[] = []
    const asking = { ...ctx, embedder, onProblem: (error: unknown) => void told.push(error) }
    await rememberMeaning(asking, 'scenario', { id: scenario.id, text: '需求' })
    for (const [id, text] of [
      [first, '机型一'],
      [second, '机型二'],
    ] as const)
      await rememberMeaning(asking, 'product', { id, text })
    expect(await order(embedder)).toEqual([second, first])
    expect(await order()).toEqual([first, second])
    // One that is silent stops nothing.
    answer = () => ({ status: 500, body: '' })
    await rememberMeaning(asking, 'product', { id: first, text: '别的话' })
    expect(told).toHaveLength(1)
    expect(await order(embedder)).toEqual([second, first])
  })
})
