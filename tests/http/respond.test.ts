import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { decimal, listOf, text } from '#domain/shared/fields.ts'
import { answerApi, jsonBody, queryOf } from '#http/api.ts'
import { respond, submitted } from '#http/respond.ts'
import { readToast, redirectWithToast } from '#http/toast.ts'
import { Refusal } from '#services/refusal.ts'
import { costOf } from '#tests/support/cpu-time.ts'
import { type Answer, ask, type House, openHouse, origin, post } from './house.ts'

const Entry = z.object({
  title: text({ min: 4, max: 10 }),
  weeks: decimal({ min: 1, max: 156, integer: true }).optional(),
  plain: z.string().max(3).optional(),
  metrics: listOf(z.object({ name: text({ max: 5 }) }), { max: 3 }),
})

const refusals: Record<string, Refusal> = {
  placed: new Refusal('invalid', 'bid.wrong', { path: 'title', detail: { max: 3, of: 'a|b' } }),
  unplaced: new Refusal('invalid', 'bid.wrong'),
  stale: new Refusal('conflict', 'scenario.changed', { detail: { status: 'published' } }),
  often: new Refusal('tooMany', 'account.tooManyTries', { detail: { retryAfterSeconds: 90 } }),
  gone: new Refusal('notFound', 'scenario.unknown'),
  barred: new Refusal('forbidden', 'scenario.notYours'),
  stranger: new Refusal('unauthenticated', 'account.signInFirst'),
}
let saved: unknown[] = []
const decide = (how: string | null) => {
  const refusal = refusals[how ?? '']
  if (refusal) throw refusal
}

let house: House
beforeAll(async () => {
  house = await openHouse({
    routes: {
      show: {
        loader: args => respond(args, () => decide(new URL(args.request.url).searchParams.get('how'))),
      },
      entry: {
        page: true,
        loader: () => ({}),
        action: args =>
          submitted(args, Entry, async value => {
            decide(new URL(args.request.url).searchParams.get('how'))
            saved.push(value)
            return redirectWithToast(args.context, '/next', { key: 'scenario.saved', params: { n: 3 } })
          }),
      },
      entry2: {
        action: async args => {
          const answer = await submitted(args, Entry, async value => {
            decide(new URL(args.request.url).searchParams.get('how'))
            saved.push(value)
            return redirectWithToast(args.context, '//evil.example', { key: 'scenario.saved' })
          })
          return answer instanceof Response ? answer : Response.json(answer.data, answer.init ?? {})
        },
      },
      next: {
        loader: ({ request, context }) => {
          const { toast, headers } = readToast(request, context)
          return Response.json(toast, { headers })
        },
      },
      'api/v1/things': {
        loader: args =>
          answerApi(args, () => queryOf(args.request, z.object({ q: z.string().max(3).default('') }))),
        action: args =>
          answerApi(args, async () => {
            const { how } = await jsonBody(args.request, z.strictObject({ how: z.string() }))
            decide(how)
            return { how }
          }),
      },
    },
  })
})
afterAll(() => house.close())

const json = (answer: Answer) => JSON.parse(answer.text)

describe('a refused loader', () => {
  test.each([
    ['gone', 404, 'notFound'],
    ['barred', 403, 'forbidden'],
    ['stale', 409, 'conflict'],
    ['placed', 422, 'invalid'],
    ['often', 429, 'tooMany'],
  ])('%s is %i with its code, reason and the request’s id', async (how, status, code) => {
    const answer = await ask(house, `/show?how=${how}`)
    expect(answer.status).toBe(status)
    expect(json(answer)).toEqual({
      code,
      reason: refusals[how]?.reason,
      detail: refusals[how]?.detail ?? {},
      requestId: answer.headers['x-request-id'],
    })
    expect(answer.headers['retry-after']).toBe(how === 'often' ? '90' : undefined)
  })

  test('a visitor is sent to sign in and comes back to the page with its query', async () => {
    const answer = await ask(house, '/show?how=stranger&q=1')
    expect(answer.status).toBe(302)
    expect(answer.headers.location).toBe(`/sign-in?next=${encodeURIComponent('/show?how=stranger&q=1')}`)
  })

  test('after a form, to the page it was on, and to no other site', async () => {
    const fields = { title: '四个字的' }
    const from = async (referer: string) =>
      (await post(house, '/entry2?how=stranger', fields, { referer })).headers.location
    expect(await from(`${origin}/scenarios/new?a=1`)).toBe('/sign-in?next=%2Fscenarios%2Fnew%3Fa%3D1')
    expect(await from('https://evil.example/x')).toBe('/sign-in?next=%2Fentry2')
    expect(await from(`${origin}.evil.example/x`)).toBe('/sign-in?next=%2Fentry2')
  })
})

describe('a form', () => {
  test('that is right runs its verb once and redirects, with a word for the next page only', async () => {
    saved = []
    const answer = await post(house, '/entry', {
      title: ' 四个字的 ',
      weeks: '１２',
      'metrics[0].name': '时间',
    })
    expect([answer.status, answer.headers.location]).toEqual([303, '/next'])
    expect(saved).toEqual([{ title: '四个字的', weeks: 12, metrics: [{ name: '时间' }] }])
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
    expect(String(answer.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Lax/)
    const next = await ask(house, '/next', { headers: { cookie } })
    expect(json(next)).toEqual({ key: 'scenario.saved', params: { n: 3 }, tone: 'good' })
    expect(String(next.headers['set-cookie'])).toContain('Max-Age=0')
    const forged = cookie.replace(/=(.)/, (_, first) => `=${first === 'e' ? 'f' : 'e'}`)
    expect(json(await ask(house, '/next', { headers: { cookie: forged } }))).toBeNull()
    expect(json(await ask(house, '/next', { headers: { cookie: 'toast=rubbish' } }))).toBeNull()
  })

  test('cannot be made to redirect to another site', async () => {
    expect((await post(house, '/entry2', { title: '四个字的' })).headers.location).toBe('/')
  })

  test('that is wrong comes back with keys at its fields and everything typed but passwords', async () => {
    saved = []
    const typed = {
      title: '三个字',
      weeks: '很久',
      plain: 'long',
      'metrics[0].name': '',
      password: 'hidden words',
    }
    const answer = await post(house, '/entry2', typed)
    expect(answer.status).toBe(422)
    const { submission, refusal } = json(answer)
    expect(refusal).toBeNull()
    expect(submission.error).toEqual({
      title: ['field.tooShort|min=4'],
      weeks: ['field.number'],
      plain: ['field.tooLong|max=3'],
      'metrics[0].name': ['field.required'],
    })
    expect(submission.initialValue).toMatchObject({ title: '三个字', weeks: '很久', plain: 'long' })
    expect(answer.text).not.toContain('hidden words')
    expect(saved).toEqual([])
  })

  test('that its verb refuses says so at the field, or at the form', async () => {
    const placed = await post(house, '/entry2?how=placed', { title: '四个字的' })
    expect(placed.status).toBe(422)
    expect(json(placed)).toMatchObject({
      submission: { error: { title: ['bid.wrong|max=3|of=a b'] }, initialValue: { title: '四个字的' } },
      refusal: { code: 'invalid', reason: 'bid.wrong' },
    })
    const unplaced = json(await post(house, '/entry2?how=unplaced', { title: '四个字的' }))
    expect(unplaced.submission.error).toEqual({ '': ['bid.wrong'] })
  })

  test.each([
    ['stale', 409],
    ['often', 429],
  ])('that comes too late or too often (%s) keeps what was typed', async (how, status) => {
    const answer = await post(house, `/entry2?how=${how}`, { title: '四个字的' })
    expect(answer.status).toBe(status)
    expect(json(answer)).toMatchObject({
      submission: { status: 'error', initialValue: { title: '四个字的' } },
      refusal: { reason: refusals[how]?.reason, detail: refusals[how]?.detail },
    })
  })

  test('about an unknown thing is 404 like the page of it', async () => {
    expect((await post(house, '/entry2?how=gone', { title: '四个字的' })).status).toBe(404)
  })

  test('a button that adds a row is not a mistake', async () => {
    const intent = JSON.stringify({ type: 'insert', payload: { name: 'metrics' } })
    const answer = await post(house, '/entry2', { title: '三', __intent__: intent })
    expect(answer.status).toBe(200)
    expect(json(answer).submission.status).toBeUndefined()
  })
})

describe('a form that no page of ours sends is 400 and quick', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => `f${i}=1`).join('&')
  const intent = (payload: unknown) =>
    `__intent__=${encodeURIComponent(JSON.stringify({ type: 'update', payload }))}`
  test.each([
    ['601 fields', many(601), 'form.tooManyFields'],
    ['a list of a milliard gaps', 'metrics[999999999].name=1', 'form.badField'],
    ['the same by intent', intent({ name: 'metrics[999999999].name', value: '1' }), 'form.badField'],
    ['an index by intent', intent({ name: 'metrics', index: 1e9, value: '1' }), 'form.badField'],
    ['a prototype', '__proto__.polluted=1', 'form.badField'],
    ['a constructor', 'a[constructor].prototype=1', 'form.badField'],
    ['a state that is no JSON', '__state__={', 'form.badField'],
    ['an intent that is no JSON', '__intent__={', 'form.badField'],
    ['an intent without a payload', '__intent__={"type":"insert"}', 'form.badField'],
    ['a NUL', 'title=a%00b', 'form.badField'],
  ])('%s', async (_name, body, reason) => {
    const cost = await costOf(async () => {
      const answer = await post(house, '/entry2', body)
      expect([answer.status, json(answer).reason]).toEqual([400, reason])
    })
    expect(cost).toBeLessThan(1000)
    expect('polluted' in {}).toBe(false)
  })

  test('400 fields are read', async () => {
    expect((await post(house, '/entry2', many(400))).status).toBe(422)
  })
})

describe('the API', () => {
  const send = (body: string) =>
    ask(house, '/api/v1/things', {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body,
    })

  test('answers JSON', async () => {
    expect(json(await send('{"how":"x"}'))).toEqual({ how: 'x' })
    expect(json(await ask(house, '/api/v1/things?q=%E6%9C%BA'))).toEqual({ q: '机' })
  })

  test.each([
    ['no JSON', '{', 422, 'api.notJson', undefined],
    ['the wrong shape', '{"how":1}', 422, 'api.invalidBody', 'how'],
    ['an unknown name', '{"how":"x","role":"admin"}', 422, 'api.invalidBody', '(body)'],
    ['a refusal', '{"how":"stranger"}', 401, 'account.signInFirst', undefined],
    ['too often', '{"how":"often"}', 429, 'account.tooManyTries', undefined],
  ])('%s is problem JSON', async (_name, body, status, reason, path) => {
    const answer = await send(body)
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    const problem = json(answer)
    expect(problem).toMatchObject({ type: 'about:blank', status, reason, title: expect.any(String) })
    expect(problem.path).toBe(path)
    expect(problem.requestId).toBe(answer.headers['x-request-id'])
  })

  test('a repeated or over-long parameter is refused', async () => {
    expect(json(await ask(house, '/api/v1/things?q=a&q=b')).reason).toBe('api.repeatedParameter')
    expect(json(await ask(house, '/api/v1/things?q=aaaa'))).toMatchObject({
      reason: 'api.invalidQuery',
      path: 'q',
    })
  })
})
