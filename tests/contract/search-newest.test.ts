import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { searchDocument as doc } from '#db/schema/search.ts'
import type { SearchDocument } from '#search/engine.ts'
import { postgresEngine } from '#search/postgres.ts'
import { newestEnough, notAfter, orderWord, rungsOf } from '#search/postgres-newest.ts'
import { testDatabase } from '../support/database.ts'
import { product } from './search-fixture.ts'

const { db } = await testDatabase()
const enough = 5
const count = 240

/** The oldest first; every sixth is not the platform's own, and so stands behind all others. */
const documents = Array.from(
  { length: count },
  (_, nth): SearchDocument =>
    product(`order-${String(nth).padStart(3, '0')}`, {
      index: 'solutions',
      title: [
        'each',
        ...(nth % 3 === 0 ? ['third'] : []),
        ...(nth % 40 === 1 ? ['seldom'] : []),
        ...(nth < 30 ? ['former'] : []),
        // Often among the very newest, and then for a long time not at all.
        ...(nth > count - 6 || nth < 60 ? ['heaped'] : []),
      ].join(' '),
      standing: nth % 6 === 5 ? 0 : 1,
      updatedAt: new Date(Date.UTC(2024, 0, 1) + nth * 20_000_000),
    }),
)

describe('the newest of what matches', () => {
  beforeAll(() => db.transaction(tx => postgresEngine(db).put(tx, documents)))

  const inOrder = (some: readonly SearchDocument[]) =>
    some.toSorted(
      (a, b) =>
        b.standing - a.standing || b.updatedAt.getTime() - a.updatedAt.getTime() || (a.id < b.id ? -1 : 1),
    )

  async function found(word: string): Promise<string[]> {
    const rungs = await rungsOf(db, enough)('solutions')
    expect(rungs.length).toBeGreaterThan(3)
    const columns = sql`${doc.id}, ${doc.standing}, ${doc.updatedAt}`
    const among = [sql`${doc.index} = 'solutions'`]
    const rows = await db.execute<{ id: string }>(
      sql`with ${newestEnough({ columns, among, words: `'${word}'`, enough }, rungs)}
        select id from wide order by standing desc, updated_at desc, id limit ${enough}`,
    )
    return rows.map(row => row.id)
  }

  it.each(['each', 'third', 'seldom', 'former', 'heaped', 'never'])(
    'is what reading all of them would give: %s',
    async word => {
      const all = documents.filter(({ title }) => title.includes(word))
      expect(await found(word)).toEqual(
        inOrder(all)
          .slice(0, enough)
          .map(({ id }) => id),
      )
    },
  )

  it('is told by a word that stands before another exactly when its document does', () => {
    const placed = fc.record({
      standing: fc.integer({ min: 0, max: 1 }),
      updatedAt: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
    })
    fc.assert(
      fc.property(placed, placed, (one, other) => {
        const [word, end] = [orderWord(one), orderWord(other)]
        const parts = notAfter(end).split('|')
        const isIn = parts.some(part => {
          const [, text = '', begins] = /^'([^']*)'(:\*)?$/.exec(part) ?? []
          return begins ? word.startsWith(text) : word === text
        })
        expect(isIn).toBe(word >= end)
        if (one.standing > other.standing) expect(word > end).toBe(true)
        else if (one.standing === other.standing && one.updatedAt >= other.updatedAt)
          expect(word >= end).toBe(true)
      }),
    )
  })
})
