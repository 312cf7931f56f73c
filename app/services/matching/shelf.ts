import { setImmediate } from 'node:timers/promises'
import type { Db } from '#db/client.ts'
import { nextOnShelf, onShelf, productsSince, type ShelfRow } from '#db/queries/shelf.ts'
import { fromProduct } from '#domain/matching/adapters.ts'
import { openFitTable } from '#domain/matching/fit-table.ts'
import type { FitCount, FitNeed } from '#domain/matching/fits.ts'
import type { ProductId } from '#domain/shared/ids.ts'

/** The published products of one database as this process holds them for counting: a shadow of rows, made at will. */
export interface Shelf {
  /**
   * The count as of this moment: what was committed before the call is in it. Null when the products were not all
   * read within `patienceMs`; reading goes on.
   */
  count(need: FitNeed, patienceMs?: number): Promise<FitCount | null>
  /** Reads the products in the background, so that nobody has to wait for it later. */
  warm(onProblem: (error: unknown) => void): void
  /** Products read so far. */
  readonly size: number
}

/** Rows read at a time: small enough that other requests are answered in between. */
const chunk = 100
/** What a page waits for the first reading after the start. */
const patience = 400

/**
 * One for the process, not for the module: the site's build has a copy of this file of its own, beside the one of the
 * command that serves it and warms the shelf.
 */
const shelves: WeakMap<Db, Shelf> = shared('robot-plus.shelves', () => new WeakMap())

function shared<T extends object>(name: string, make: () => T): T {
  const key = Symbol.for(name)
  const known: T | undefined = Reflect.get(globalThis, key)
  if (known) return known
  const made = make()
  Reflect.set(globalThis, key, made)
  return made
}

/** The one shelf of this database in this process. */
// public: it holds what anybody may read, and says how many of it
export function shelfOf(db: Db): Shelf {
  const shelf = shelves.get(db) ?? openShelf(db)
  shelves.set(db, shelf)
  return shelf
}

function openShelf(db: Db): Shelf {
  let table = openFitTable()
  let seq: number | null = null
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  const put = (rows: readonly ShelfRow[]) => {
    for (const row of rows) table.put(fitProductOf(row))
  }

  /** All of it, in chunks; what changes meanwhile is caught up afterwards, for the head is read first. */
  const readAll = async () => {
    const head = await productsSince(db, Number.MAX_SAFE_INTEGER)
    // A reading that failed half-way may hold what has gone since.
    table = openFitTable()
    let after: ProductId | null = null
    for (;;) {
      const rows: ShelfRow[] = await nextOnShelf(db, { after, limit: chunk })
      put(rows)
      after = rows.at(-1)?.id ?? null
      if (rows.length < chunk) break
      await setImmediate()
    }
    seq = head.seq
  }

  const catchUp = async () => {
    if (seq === null) await readAll()
    const news = await productsSince(db, seq ?? 0)
    for (let from = 0; from < news.ids.length; from += chunk) {
      const ids = news.ids.slice(from, from + chunk)
      const rows = await onShelf(db, ids)
      const there = new Set(rows.map(row => row.id))
      for (const id of ids) if (!there.has(id)) table.remove(id)
      put(rows)
    }
    seq = news.seq
  }

  const start = () => {
    running = catchUp().finally(() => {
      running = null
    })
    return running
  }

  /** Who comes while one is under way waits for the following one, whose statement is younger than the call. */
  const refresh = (): Promise<void> => {
    if (!running) return start()
    next ??= running
      .catch(() => {})
      .then(() => {
        next = null
        return start()
      })
    return next
  }

  return {
    get size() {
      return table.size
    },
    warm(onProblem) {
      refresh().catch(onProblem)
    },
    async count(need, patienceMs = patience) {
      const fresh = refresh().then(() => true)
      const isFresh = await (seq === null ? Promise.race([fresh, lateAfter(patienceMs, fresh)]) : fresh)
      return isFresh ? table.count(need) : null
    },
  }
}

/** False after so long, unless the work is done before; a failure that comes later is the next caller's to see. */
function lateAfter(ms: number, work: Promise<unknown>): Promise<false> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(false), ms)
    work.catch(() => {}).finally(() => clearTimeout(timer))
  })
}

function fitProductOf({ id, category, tasks, specs }: ShelfRow) {
  return fromProduct(id, { ...(category && { category }), tasks: tasks ?? [], specs: specs ?? {} })
}
