import { type SQL, sql } from 'drizzle-orm'
import { searchDocument as doc } from '#db/schema/search.ts'
import type { SearchQuery } from '#search/engine.ts'
import { simplify } from '#search/filter.ts'
import { condition, texts } from '#search/postgres-condition.ts'
import { nearby } from '#search/postgres-near.ts'
import { byIndex } from '#search/postgres-statement.ts'
import { conditions } from '#search/postgres-words.ts'
import { readQuery } from '#search/query.ts'
import type { Db } from '../../db/client.ts'

/**
 * The most direct SQL for a page and its total, as somebody would write it by hand: all
 * matches ranked by `ts_rank_cd`, counted by a window; with facets a second count over the same matches. Answers the
 * total.
 */
export async function bareSearch(db: Db, query: SearchQuery): Promise<() => Promise<number>> {
  const { index, q = '', scope, facets = [], filter, match } = query
  const { terms } = readQuery(q)
  const words = conditions(terms, await nearby(db, index, terms))
  const plain = filter && simplify(filter)
  const sought = match === 'last' ? words?.tiers[0] : words?.wide
  const wheres: SQL[] = [sql`${doc.index} = ${index}`, sql`${doc.visibility} && ${texts(scope)}`]
  if (sought !== undefined) wheres.push(byIndex(sought))
  if (plain !== undefined && typeof plain !== 'boolean') wheres.push(condition(plain))
  const where = sql.join(wheres, sql` and `)
  const ranked = match === 'last' ? words?.loose : words?.wide
  const rank = ranked === undefined ? sql`standing` : sql`ts_rank_cd(${doc.words}, ${ranked}::tsquery)`
  const page = sql`
    select ${doc.id} as id, count(*) over ()::int as total from ${doc} where ${where}
    order by ${rank} desc, ${doc.standing} desc, ${doc.updatedAt} desc limit 20`
  const counts = sql`
    select facet, count(*) from ${doc}, unnest(${doc.facets}) facet
    where ${where} and split_part(facet, ':', 1) = any(${texts(facets)}) group by facet`
  return async () => {
    // Who may have slipped asks for the words nearby first, by hand as well.
    await nearby(db, index, terms)
    const [row] = await db.execute<{ total: number }>(page)
    if (facets.length > 0) await db.execute(counts)
    return row?.total ?? 0
  }
}
