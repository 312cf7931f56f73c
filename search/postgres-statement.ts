import { type SQL, sql } from 'drizzle-orm'
import { searchDocument as doc } from '#db/schema/search.ts'
import type { FacetName, Filter, IndexName, Sort, Visibility } from './engine.ts'
import { type Plain, simplify } from './filter.ts'
import type { WordConditions } from './postgres-words.ts'

/** Relevance is computed for this many matches, those first that stand higher and are newer. */
export const mostRanked = 2000

export interface Plan {
  index: IndexName
  words: WordConditions | null
  /** Conditions on facets and figures; all must hold. */
  filters: readonly Filter[]
  match: 'all' | 'last'
  scope: readonly Visibility[]
  ids?: readonly string[] | undefined
  facets: readonly FacetName[]
  sort: Sort
  offset: number
  limit: number
}

/**
 * One row: `total`, `hits` and facet `counts`, so that a page of results costs one statement. What words match is
 * found once and kept; without words a page is the beginning of an index, which keeping all rows would waste.
 */
export function statement(plan: Plan): SQL {
  const facets = plan.facets.length > 0
  const where = sql.join(wheres(plan), sql` and `)
  return sql`
    with matched as ${plan.words ? sql`materialized` : sql`not materialized`} (
      select ${doc.id} as id, ${doc.standing} as standing, ${doc.updatedAt} as updated_at
        ${facets ? sql`, ${doc.facets} as facets` : sql``}
      from ${doc} where ${where}
    ), page as (${page(plan)})
    select
      (select count(*) from matched)::int as total,
      (select coalesce(json_agg(json_build_object('id', id, 'score', score) order by place), '[]') from page)::text as hits,
      ${facets ? counts(plan.facets) : sql`'[]'`}::text as counts`
}

function wheres({ index, words, filters, match, scope, ids }: Plan): SQL[] {
  const found = [sql`${doc.index} = ${index}`, sql`${doc.visibility} && ${texts(scope)}`]
  if (ids) found.push(sql`${doc.id} = any(${texts(ids)})`)
  const sought = match === 'last' ? words?.tiers[0] : words?.wide
  if (sought !== undefined) found.push(sql`${doc.words} @@ ${sought}::tsquery`)
  const plain = simplify({ and: filters })
  if (typeof plain !== 'boolean') found.push(condition(plain))
  else if (!plain) found.push(sql`false`)
  return found
}

function page({ words, match, sort, offset, limit, index }: Plan): SQL {
  const window = sql`limit ${limit} offset ${offset}`
  const ties = sql`standing desc nulls last, updated_at desc nulls last, id`
  if (words && sort.by === 'relevance') {
    return sql`
      select id, score, row_number() over (order by score desc, ${ties}) as place from (
        select newest.id, newest.standing, newest.updated_at, ${score(words, match)} as score
        from (select * from matched order by ${ties} limit ${mostRanked}) newest
        join ${doc} on ${doc.index} = ${index} and ${doc.id} = newest.id
      ) ranked order by score desc, ${ties} ${window}`
  }
  const direction = sort.order === 'asc' ? sql`asc` : sql`desc`
  if (sort.by === 'relevance' || sort.by === 'updatedAt') {
    const order = sort.by === 'relevance' ? ties : sql`updated_at ${direction}, id`
    return sql`
      select id, 1 as score, row_number() over (order by ${order}) as place
      from matched order by ${order} ${window}`
  }
  const order = sql`figure ${direction} nulls last, ${ties}`
  return sql`
    select id, 1 as score, row_number() over (order by ${order}) as place from (
      select matched.*, (${doc.specs} -> ${sort.by}::text ->> 0)::float8 as figure
      from matched join ${doc} on ${doc.index} = ${index} and ${doc.id} = matched.id
    ) sorted order by ${order} ${window}`
}

/**
 * Between 0 and 1, ordered first by how many words are found, then exact before misspelt, adjacent before
 * scattered, title before short words before text, and last by how often and how densely they occur.
 */
function score({ wide, loose, tiers, exact, adjacent, fields }: WordConditions, match: 'all' | 'last'): SQL {
  const has = (condition: string) => sql`${doc.words} @@ ${condition}::tsquery`
  const tier = (nth: number) => sql`when ${has(tiers[nth] ?? wide)} then ${nth + 1}::int`
  const fewer = tiers.map((_, nth) => tier(nth)).reverse()
  const found = match === 'last' ? sql`case ${sql.join(fewer, sql` `)} else 0 end` : sql`${tiers.length}::int`
  const flag = (condition: string, worth: number) =>
    sql`case when ${has(condition)} then ${worth}::int else 0 end`
  const typed = exact === null ? sql`8` : flag(exact, 8)
  const together = adjacent === null ? sql`4` : flag(adjacent, 4)
  const [title, short, summary] = fields
  const field = sql`case when ${has(title)} then 3 when ${has(short)} then 2 when ${has(summary)} then 1 else 0 end`
  const density = sql`ts_rank_cd('{0.1,0.2,0.5,1}', ${doc.words}, ${match === 'last' ? loose : wide}::tsquery, 32)`
  return sql`round(((${found} * 16 + ${typed} + ${together} + ${field} + ${density}) / ${tiers.length * 16 + 16})::numeric, 6)::float8`
}

function counts(facets: readonly FacetName[]): SQL {
  return sql`(
    select coalesce(json_agg(json_build_array(facet, n)), '[]') from (
      select facet, count(*) as n from matched, unnest(matched.facets) facet
      where split_part(facet, ':', 1) = any(${texts(facets)}) group by facet
    ) each)`
}

function condition(plain: Plain): SQL {
  if (plain.kind === 'facet') {
    const within = sql`${doc.facets} && ${texts(plain.values.map(value => `${plain.name}:${value}`))}`
    return plain.negated ? sql`not (${within})` : within
  }
  if (plain.kind === 'range') return range(plain)
  const glue = plain.kind === 'and' ? sql` and ` : sql` or `
  return sql`(${sql.join(plain.parts.map(condition), glue)})`
}

function range({ name, bounds: { gte, lte }, want }: Plain & { kind: 'range' }): SQL {
  const low = sql`(${doc.specs} -> ${name}::text ->> 0)::float8`
  const high = sql`(${doc.specs} -> ${name}::text ->> 1)::float8`
  // Surely inside: the whole span is; possibly inside: some of it is.
  const sure = want === 'surelyIn' || want === 'maybeOut'
  const [left, right] = sure ? [low, high] : [high, low]
  const inside = sql.join(
    [
      sql`${left} is not null`,
      ...(gte === undefined ? [] : [sql`${left} >= ${gte}::float8`]),
      ...(lte === undefined ? [] : [sql`${right} <= ${lte}::float8`]),
    ],
    sql` and `,
  )
  if (want === 'surelyIn') return sql`coalesce(${inside}, false)`
  if (want === 'maybeOut') return sql`not coalesce(${inside}, false)`
  const possibly = sql`(${left} is null or (${inside}))`
  return want === 'maybeIn' ? possibly : sql`not ${possibly}`
}

function texts(values: readonly string[]): SQL {
  return sql`array[${sql.join(
    values.map(value => sql`${value}`),
    sql`, `,
  )}]::text[]`
}
