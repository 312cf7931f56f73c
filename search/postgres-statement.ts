import { type SQL, sql } from 'drizzle-orm'
import { searchDocument as doc } from '#db/schema/search.ts'
import type { FacetName, Filter, IndexName, Sort, Visibility } from './engine.ts'
import { simplify } from './filter.ts'
import { condition, hasFacet, texts } from './postgres-condition.ts'
import { newestEnough, type Rung } from './postgres-newest.ts'
import { afterCursor, figureOf, keysOf, keyValues, orderBy, ties } from './postgres-order.ts'
import type { WordConditions } from './postgres-words.ts'

/** Relevance is computed for this many matches, those first that stand higher and are newer. */
export const mostRanked = 1000

export interface Plan {
  index: IndexName
  words: WordConditions | null
  /** Phrases and what is left out, as one condition on the words. */
  required: string | null
  /** Conditions on facets and figures; all must hold. */
  filters: readonly Filter[]
  /** What was read out of the query's words, as a condition that surely holds: such a document comes first. */
  surely?: Filter | undefined
  /** The reader's choice in each facet; the counts of a facet do not depend on its own. */
  chosen: readonly (readonly [FacetName, readonly string[]])[]
  match: 'all' | 'last' | 'most'
  scope: readonly Visibility[]
  ids?: readonly string[] | undefined
  facets: readonly FacetName[]
  spans: readonly string[]
  sort: Sort
  offset: number
  /** Values of the keys of the row after which the page begins. */
  after: readonly string[] | null
  limit: number
  /** Where the newest documents end, for whoever need not know how many match beyond those that are ranked. */
  rungs: readonly Rung[] | null
}

/**
 * One row: `total`, `hits` with the keys of their order, facet `counts` and `spans`, so that a page of results costs
 * one statement. What words match is found once and kept; without words a page is the beginning of an index, which
 * keeping all rows would waste.
 */
export function statement(plan: Plan): SQL {
  const { facets, spans, words } = plan
  if (isBounded(plan)) return boundedStatement(plan)
  const open = ownCounts(plan)
  const kept = words || open.length > 0 ? sql`materialized` : sql`not materialized`
  const columns = [
    ...[sql`${doc.id} as id`, sql`${doc.standing} as standing`, sql`${doc.updatedAt} as updated_at`],
    ...(facets.length > 0 ? [sql`${doc.facets} as facets`] : []),
    ...(spans.length > 0 ? [sql`${doc.specs} as specs`] : []),
    ...open.map(([name, values], nth) => sql`${hasFacet(name, values)} as ${flag(nth)}`),
  ]
  const all = open.map((_, nth) => flag(nth))
  return sql`
    with wide as ${kept} (
      select ${sql.join(columns, sql`, `)} from ${doc} where ${sql.join(wheres(plan), sql` and `)}
    ), matched as not materialized (
      select * from wide ${where(all)}
    ), page as (${page(plan, rows(plan))})
    select
      (select count(*) from matched)::int as total,
      ${hitsOfPage} as hits,
      ${facets.length > 0 ? counts(plan) : sql`'[]'`}::text as counts,
      ${spans.length > 0 ? extremes(spans) : sql`'[]'`}::text as spans`
}

const hitsOfPage = sql`
  (select coalesce(json_agg(json_build_object('id', id, 'score', score, 'keys', keys) order by place), '[]')
    from page)::text`

/** Whether the newest matches are all that has to be looked at: they are ranked, and nothing is counted over the others. */
export function isBounded(plan: Plan): plan is Plan & { words: WordConditions; rungs: readonly Rung[] } {
  const { rungs, words, facets, spans } = plan
  return rungs !== null && words !== null && facets.length + spans.length === 0 && isRanked(plan)
}

/** The same row for a page whose `total` ends where ranking does. */
function boundedStatement(plan: Plan & { words: WordConditions; rungs: readonly Rung[] }): SQL {
  const { match, rungs, words, surely } = plan
  const sought = {
    columns: surely ? sql`${doc}.*` : sql`${doc.id}, ${doc.standing}, ${doc.updatedAt}, ${doc.words}`,
    among: wheres({ ...plan, words: null }),
    words: match === 'last' ? words.sought.first : words.sought.all,
    enough: mostRanked,
  }
  return sql`
    with ${newestEnough(sought, rungs)}, newest as materialized (
      select * from wide order by ${orderBy(ties)} limit ${mostRanked}
    ), page as (${page(
      plan,
      sql`
      select id, standing, updated_at, score
      from newest ${doc} cross join ${unpacked(worth(plan), 'score')}`,
    )})
    select
      (select count(*) from newest)::int as total, ${hitsOfPage} as hits, '[]'::text as counts, '[]'::text as spans`
}

/** What decides which documents are found. */
type Conditions = Pick<
  Plan,
  'index' | 'words' | 'required' | 'filters' | 'match' | 'scope' | 'chosen' | 'facets' | 'ids'
>

/** One row for each index: how many it has. */
export function countStatement(plans: readonly Conditions[]): SQL {
  const counts = plans.map(
    plan => sql`
      select ${plan.index}::text as index, count(*)::int as n
      from ${doc} where ${sql.join(wheres(plan), sql` and `)}`,
  )
  return sql.join(counts, sql` union all `)
}

/** One row for each plan that finds something: its place among them. */
export function fitStatement(plans: readonly Conditions[]): SQL {
  const found = plans.map(
    (plan, nth) => sql`select ${nth}::int as nth from ${doc} where ${sql.join(wheres(plan), sql` and `)}`,
  )
  return sql.join(found, sql` union all `)
}

/** Choices in facets that are counted; the others narrow like any filter. */
function ownCounts({ chosen, facets }: Plan): Plan['chosen'] {
  return chosen.filter(([name]) => facets.includes(name))
}

const flag = (nth: number) => sql.identifier(`chosen_${nth}`)
const where = (flags: readonly SQL[] | readonly ReturnType<typeof flag>[]) =>
  flags.length === 0
    ? sql``
    : sql`where ${sql.join(
        flags.map(each => sql`${each}`),
        sql` and `,
      )}`

function wheres(plan: Conditions): SQL[] {
  const { index, words, required, filters, match, scope, ids, chosen, facets } = plan
  const found = [sql`${doc.index} = ${index}`, sql`${doc.visibility} && ${texts(scope)}`]
  if (ids) found.push(sql`${doc.id} = any(${texts(ids)})`)
  const sought = match === 'last' ? words?.sought.first : words?.sought.all
  if (sought !== undefined) found.push(byIndex(sought))
  if (required !== null) found.push(sql`${doc.words} @@ ${required}::tsquery`)
  for (const [name, values] of chosen) if (!facets.includes(name)) found.push(hasFacet(name, values))
  const plain = simplify({ and: filters })
  if (typeof plain !== 'boolean') found.push(condition(plain))
  else if (!plain) found.push(sql`false`)
  return found
}

/**
 * Words found by their index, however frequent they are. Whoever plans a query that names them reads the whole table
 * instead where most documents have them, and unpacks each document's words for it, which costs a hundred times more.
 */
export function byIndex(query: string): SQL {
  return sql`${doc.words} @@ (select ${query}::tsquery)`
}

function page(plan: Plan, from: SQL): SQL {
  const { sort, offset, limit, after } = plan
  const ranked = isRanked(plan)
  const keys = keysOf(sort, ranked)
  const order = orderBy(keys)
  const beyond = after === null ? sql`` : sql`where ${afterCursor(keys, after)}`
  return sql`
    select id, ${ranked ? sql`score` : sql`1::float8`} as score, ${keyValues(keys)} as keys,
      row_number() over (order by ${order}) as place
    from (${from}) rows ${beyond} order by ${order} limit ${limit} offset ${offset}`
}

/** What a page is cut from: the newest matches with their score, or all of them with what they are sorted by. */
function rows(plan: Plan): SQL {
  const { sort, index } = plan
  if (isRanked(plan)) {
    return sql`
      select newest.id, newest.standing, newest.updated_at, score
      from (select * from matched order by ${orderBy(ties)} limit ${mostRanked}) newest
      join ${doc} on ${doc.index} = ${index} and ${doc.id} = newest.id
      cross join ${unpacked(worth(plan), 'score')}`
  }
  const figure = figureOf(sort)
  if (!figure) return sql`select id, standing, updated_at from matched`
  return sql`
    select matched.id, matched.standing, matched.updated_at, ${figure} as figure
    from matched join ${doc} on ${doc.index} = ${index} and ${doc.id} = matched.id`
}

/**
 * What is computed from all words of a document, which are taken out of their storage once for it: no document has the
 * word that is left out, and then what has been taken out is handed on as it is.
 */
export function unpacked(what: SQL, name: string): SQL {
  return sql`lateral (
    select ${what} as ${sql.identifier(name)}
    from (select ts_delete(${doc.words}, ' ') as words offset 0) unpacked offset 0) computed`
}
const unpackedWords = sql`unpacked.words`

/** Whether documents differ in how well they answer: by words, or by a figure that may not be disclosed. */
export function isRanked({ words, surely, sort }: Pick<Plan, 'words' | 'surely' | 'sort'>): boolean {
  return sort.by === 'relevance' && (words !== null || surely !== undefined)
}

/** What surely holds comes before what may, and then the words decide. */
function worth({ words, match, surely }: Plan): SQL {
  const said = words ? score(words, match) : sql`1::float8`
  const plain = surely && simplify(surely)
  if (plain === undefined || typeof plain === 'boolean') return said
  return sql`((case when ${condition(plain)} then 1::float8 else 0::float8 end + ${said}) / 2)`
}

/**
 * Between 0 and 1, ordered first by how many words are found, then exact before misspelt, adjacent before
 * scattered, title before short words before text, and last by how often and how densely they occur.
 */
function score(words: WordConditions, match: Plan['match']): SQL {
  const { wide, loose, tiers, exact, adjacent, fields } = words
  const has = (condition: string) => sql`${unpackedWords} @@ ${condition}::tsquery`
  const tier = (nth: number) => sql`when ${has(tiers[nth] ?? wide)} then ${nth + 1}::int`
  const fewer = tiers.map((_, nth) => tier(nth)).reverse()
  const counted =
    match === 'last' ? sql`case ${sql.join(fewer, sql` `)} else 0 end` : sql`${tiers.length}::int`
  const found = words.weights ? sql`(${weight(words)} * ${tiers.length}::int)` : counted
  const flag = (condition: string, worth: number) =>
    sql`case when ${has(condition)} then ${worth}::int else 0 end`
  const typed = exact === null ? sql`8` : flag(exact, 8)
  const together = adjacent === null ? sql`4` : flag(adjacent, 4)
  const [title, short, summary] = fields
  const field = sql`case when ${has(title)} then 3 when ${has(short)} then 2 when ${has(summary)} then 1 else 0 end`
  const density = sql`ts_rank_cd('{0.1,0.2,0.5,1}', ${unpackedWords}, ${match === 'all' ? wide : loose}::tsquery, 32)`
  return sql`round(((${found} * 16 + ${typed} + ${together} + ${field} + ${density}) / ${tiers.length * 16 + 16})::numeric, 6)::float8`
}

/** The share of what the terms say that is found among `unpacked.words`: 1 with all of them. */
export function weight({ single, weights }: Pick<WordConditions, 'single' | 'weights'>): SQL {
  const all = weights?.reduce((sum, each) => sum + each, 0) || 1
  const parts = single.map(
    (term, nth) =>
      sql`case when ${unpackedWords} @@ ${term}::tsquery then ${(weights?.[nth] ?? 0) / all}::float8 else 0 end`,
  )
  return sql`(${sql.join(parts, sql` + `)})::numeric`
}

/** How many each value of each facet has: of what is found, and for a chosen facet of what would be without its choice. */
function counts(plan: Plan): SQL {
  const open = ownCounts(plan)
  const closed = plan.facets.filter(name => open.every(([each]) => each !== name))
  const some = (names: readonly FacetName[], from: SQL) => sql`
    select facet, count(*) as n from ${from}, unnest(facets) facet
    where split_part(facet, ':', 1) = any(${texts(names)}) group by facet`
  const others = (own: number) => where(open.flatMap((_, nth) => (nth === own ? [] : [flag(nth)])))
  const parts = [
    ...(closed.length > 0 ? [some(closed, sql`matched`)] : []),
    ...open.map(([name], nth) => some([name], sql`(select facets from wide ${others(nth)}) others`)),
  ]
  return sql`(
    select coalesce(json_agg(json_build_array(facet, n)), '[]') from (${sql.join(parts, sql` union all `)}) each)`
}

/** The least and the greatest known value of each figure. */
function extremes(names: readonly string[]): SQL {
  return sql`(
    select coalesce(json_agg(json_build_array(name, low, high)), '[]') from (
      select name, min((specs -> name ->> 0)::float8) as low, max((specs -> name ->> 1)::float8) as high
      from matched, unnest(${texts(names)}) name where specs ? name group by name
    ) each)`
}
