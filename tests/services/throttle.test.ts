import { v7 } from 'uuid'
import { beforeEach, describe, expect, test } from 'vitest'
import { connect } from '#db/client.ts'
import { admitTry, forgiveTry } from '#services/accounts/throttle.ts'
import { testDatabase } from '#tests/support/database.ts'

const { db, sql: raw } = await testDatabase()
const here = '203.0.113.7'
/** To be asked again in so many seconds, of which a busy machine may have let a few go by. */
const tooMany = (seconds: number) => ({
  code: 'tooMany',
  detail: { retryAfterSeconds: expect.closeTo(seconds, -1) },
})
let email = ''

async function tries(times: number, address = here): Promise<void> {
  for (let nth = 0; nth < times; nth++) await admitTry(db, email, address)
}

/** As if so much time had gone by. */
const pass = (seconds: number) =>
  raw`update rate_limit set expire = expire - make_interval(secs => ${seconds})`

const points = async () =>
  (
    await raw<
      { key: string; points: number }[]
    >`select split_part(key, ':', 1) as key, points from rate_limit order by 1, 2`
  )
    .map(row => `${row.key} ${row.points}`)
    .join()

beforeEach(async () => {
  await raw`delete from rate_limit`
  email = `${v7()}@example.cn`
})

describe('guessing', () => {
  test('is free five times, then each try has to wait longer, and a try before its time does not count', async () => {
    await tries(5)
    await expect(admitTry(db, email, here)).rejects.toMatchObject(tooMany(30))
    const before = await points()
    await expect(admitTry(db, email, here)).rejects.toMatchObject({ code: 'tooMany' })
    expect(await points()).toBe(before)
    await pass(31)
    await tries(1)
    await expect(admitTry(db, email, here)).rejects.toMatchObject(tooMany(60))
  })

  test('many at once does not slip through', async () => {
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => admitTry(db, email, here)))
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(5)
    await pass(901)
    const later = await Promise.allSettled(Array.from({ length: 20 }, () => admitTry(db, email, here)))
    expect(later.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1)
  })

  test('by a stranger does not lock the owner out', async () => {
    await tries(5, '198.51.100.1')
    await expect(admitTry(db, email, '198.51.100.1')).rejects.toMatchObject({ code: 'tooMany' })
    await tries(1)
  })

  test('is bounded for one account over all addresses, and for one address over all accounts', async () => {
    for (let nth = 0; nth < 50; nth++) await tries(1, `198.51.100.${nth}`)
    await expect(tries(1, '198.51.100.200')).rejects.toMatchObject({ code: 'tooMany' })
    for (let nth = 0; nth < 30; nth++) await admitTry(db, `${nth}@example.cn`, '192.0.2.1')
    await expect(admitTry(db, 'another@example.cn', '192.0.2.1')).rejects.toMatchObject({ code: 'tooMany' })
  })
})

describe('a right password', () => {
  test('takes back what its owner tried, and only that', async () => {
    await admitTry(db, 'colleague@example.cn', here)
    await tries(5)
    await forgiveTry(db, email, here)
    expect(await points()).toBe('account 1,account 4,address 5,known 1,turn 0,wrong 0,wrong 1')
    await tries(5)
    await expect(admitTry(db, email, here)).rejects.toMatchObject(tooMany(30))
  })

  test('of many people at one address at once is forgiven to each', async () => {
    const people = Array.from({ length: 25 }, (_, nth) => `${nth}@example.cn`)
    await Promise.all(
      people.map(async each => {
        await admitTry(db, each, here)
        await forgiveTry(db, each, here)
      }),
    )
    expect(await raw`select key from rate_limit where points > 0 and key not like 'known:%'`).toEqual([])
  })
})

test('without a count nobody is let in', async () => {
  const gone = connect('postgres://nobody@127.0.0.1:1/nothing')
  await expect(admitTry(gone.db, email, here)).rejects.toThrow()
  await gone.close()
})
