import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { listOf, text } from '#domain/shared/fields.ts'
import { answerApi, jsonBody } from '#http/api.ts'
import { submitted } from '#http/respond.ts'
import { costOf } from '#tests/support/cpu-time.ts'
import { ask, formHeaders, type House, openHouse, post } from './house.ts'

// Bodies made to cost more than they weigh (reliability S12): refused, and nobody else waits for them.

let house: House
const Form = z.object({
  title: text({ max: 100 }),
  metrics: listOf(z.object({ name: text({ max: 5 }) }), { max: 3 }),
})
const Anything = z.strictObject({ any: z.unknown() })

beforeAll(async () => {
  house = await openHouse({
    routes: {
      'scenarios/new': { page: true, action: args => submitted(args, Form, async () => null) },
      'api/v1/rewards/estimate': {
        action: args => answerApi(args, async () => Object.keys(await jsonBody(args.request, Anything))),
      },
    },
  })
})
afterAll(() => house.close())

/**
 * What a body costs, sending included, in the cheapest of three tries: others wait no longer than that. How long they
 * wait by the clock is a matter of what else the machine does.
 */
async function costOfAnswer(work: () => Promise<unknown>): Promise<number> {
  const costs: number[] = []
  for (let time = 0; time < 3; time += 1) costs.push(await costOf(work))
  return Math.min(...costs)
}
/** Each takes 5 to 80 ms; a bomb that goes off takes seconds. */
const mostMs = 500
const json = (body: string) =>
  ask(house, '/api/v1/rewards/estimate', {
    method: 'POST',
    headers: { ...formHeaders, 'content-type': 'application/json' },
    body,
  })

test.each<[string, string, number[]]>([
  ['a list of depth 10,000', '['.repeat(10_000) + ']'.repeat(10_000), [422]],
  ['a record of depth 100,000', `${'{"any":'.repeat(100_000)}1${'}'.repeat(100_000)}`, [200, 422]],
  ['half a megabyte of zeros', `[${'0,'.repeat(250_000)}0]`, [422]],
  ['100,000 keys', `{${Array.from({ length: 60_000 }, (_, n) => `"k${n}":1`).join(',')}}`, [422]],
  ['a prototype', '{"__proto__":{"any":1},"constructor":{}}', [422]],
  ['two megabytes', `"${'x'.repeat(2 * 1024 * 1024)}"`, [413]],
  ['no JSON', '{', [422]],
])('JSON: %s', async (_, body, statuses) => {
  const cost = await costOfAnswer(async () => expect(statuses).toContain((await json(body)).status))
  expect(cost).toBeLessThan(mostMs)
})

const fields = (count: number, name: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => `${name(n)}=1`).join('&')

test.each<[string, string, number]>([
  ['100,000 fields', fields(100_000, n => `f${n}`), 413],
  ['one field 100,000 times', fields(100_000, () => 'title'), 413],
  ['700 fields', fields(700, n => `f${n}`), 400],
  ['a list of a million gaps', 'title=x&metrics[999999].name=x', 400],
  ['a name of 10,000 steps', `title=x&${'a[0].'.repeat(10_000)}b=1`, 400],
  ['a name into a prototype', 'title=x&__proto__[x]=1', 400],
  ['a megabyte in one field', `title=${'长'.repeat(100_000)}`, 422],
  ['more than a megabyte', `title=${'x'.repeat(1024 * 1024)}`, 413],
])('a form: %s', async (_, body, status) => {
  const cost = await costOfAnswer(async () =>
    expect((await post(house, '/scenarios/new', body)).status).toBe(status),
  )
  expect(cost).toBeLessThan(mostMs)
})
