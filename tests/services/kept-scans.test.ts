import { describe, expect, it } from 'vitest'
import type { Scan } from '#domain/matching/scan.ts'
import { keptScan } from '#services/matching/kept-scans.ts'
import { shelfOf } from '#services/matching/shelf.ts'
import { testDatabase } from '../support/database.ts'

const { db } = await testDatabase()
const stock = await shelfOf(db).stock()

const scanOf = (computed: number): Scan => ({
  ...{ main: [], near: [], rest: [], unanswered: 0 },
  counts: { computed, main: 0, near: 0, rest: 0, ruledOut: 0 },
})

/** Asks `store` the question at a moment; each scan made is another one, so that it shows which of them is answered. */
let made = 0
function ask(
  question: object,
  { now = 0, until = undefined as number | undefined, on = stock } = {},
): number {
  const work = () => ({ scan: scanOf(++made), ...(until !== undefined && { until }) })
  return keptScan(on, on.market, { asked: question, now, work }).counts.computed
}

describe('a scan', () => {
  it('is made once for a question, as long as the market, the weights and the basis are the same', () => {
    const first = ask({ id: 'a', text: 'x' })
    expect(ask({ id: 'a', text: 'x' })).toBe(first)
    expect(ask({ id: 'a', text: 'y' })).not.toBe(first)
    const moved = { ...stock, turn: stock.turn + 1 }
    const after = ask({ id: 'a', text: 'x' }, { on: moved })
    expect(after).not.toBe(first)
    expect(ask({ id: 'a', text: 'x' }, { on: moved })).toBe(after)
    const weighed = { ...moved, world: { ...stock.world } }
    expect(ask({ id: 'a', text: 'x' }, { on: weighed })).not.toBe(after)
  })

  it('is true until the next call is closed, and not before the moment it was made', () => {
    const first = ask({ id: 'b' }, { now: 100, until: 200 })
    expect(ask({ id: 'b' }, { now: 199, until: 200 })).toBe(first)
    expect(ask({ id: 'b' }, { now: 99, until: 200 })).not.toBe(first)
    const second = ask({ id: 'b' }, { now: 199, until: 200 })
    expect(ask({ id: 'b' }, { now: 200 })).not.toBe(second)
  })

  it('makes room for others, the one that was asked for longest ago first', () => {
    const [old, used] = [ask({ id: 'old' }), ask({ id: 'used' })]
    for (let nth = 0; nth < 127; nth++) {
      ask({ nth })
      expect(ask({ id: 'used' })).toBe(used)
    }
    expect(ask({ id: 'old' })).not.toBe(old)
  })
})
