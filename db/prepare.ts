import type postgres from 'postgres'

/** More texts than the product has; a plan costs each connection some 20 KB. */
const mostTexts = 400
const known = new Set<string>()

/** Lists and rows of any length make ever new texts, which are not worth keeping. */
const varies = /\bin \(\$|\), ?\(/i

/**
 * Lets the server keep the plans of statements. Drizzle asks for that of no query it did not build by `prepare()`, and
 * the driver then asks for the types of the parameters first: two round trips and a new plan each time, instead of one.
 */
export function keepPlans(sql: postgres.Sql): postgres.Sql {
  const { begin } = sql
  keepPlansOf(sql)
  return Object.assign(sql, {
    begin: (work: (tx: postgres.TransactionSql) => unknown) => begin(tx => work(keepPlansOfTransaction(tx))),
  })
}

function keepPlansOfTransaction(tx: postgres.TransactionSql): postgres.TransactionSql {
  const { savepoint } = tx
  keepPlansOf(tx)
  return Object.assign(tx, {
    savepoint: (work: (inner: postgres.TransactionSql) => unknown) =>
      savepoint(inner => work(keepPlansOfTransaction(inner))),
  })
}

function keepPlansOf(sql: Pick<postgres.Sql, 'unsafe'>): void {
  const { unsafe } = sql
  const kept: typeof unsafe = (text, args = [], options = {}) =>
    unsafe(text, args, args.length > 0 && isKept(text) ? { ...options, prepare: true } : options)
  Object.assign(sql, { unsafe: kept })
}

function isKept(text: string): boolean {
  if (known.has(text)) return true
  if (known.size >= mostTexts || varies.test(text)) return false
  known.add(text)
  return true
}

/** A query with placeholders that is put together once a pool, for what every request asks. */
export function builtOnce<Db extends object, Q>(build: (db: Db) => Q): (db: Db) => Q {
  const built = new WeakMap<Db, Q>()
  return db => {
    const query = built.get(db) ?? build(db)
    built.set(db, query)
    return query
  }
}
