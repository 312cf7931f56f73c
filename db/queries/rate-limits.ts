import { sql } from 'drizzle-orm'
import type { Db } from '../client.ts'

/** Where the rate limiter keeps its points; all processes count in the same rows. */
export { rateLimit as rateLimitTable } from '../schema/index.ts'

export interface Tries {
  points: number
  /** Until they count no more. */
  seconds: number
}

// A count lost with a crashed database lets somebody try once more; whoever signs in next need not wait for a disk.
const unhurried = sql`(select set_config('synchronous_commit', 'off', true))`

/**
 * Counts one try more under each key, in one statement; while `bar` has points, nothing is counted. All who count
 * take the rows in the order of the keys they give. Says besides whether `known` has a point.
 */
export async function countTries(
  db: Db,
  { bar, known }: { bar: string; known: string },
  keys: readonly { key: string; seconds: number }[],
): Promise<{ barred: Tries | null; isKnown: boolean; counted: Tries[] }> {
  const asked = JSON.stringify(keys)
  const rows = await db.execute<{ nth: number; points: number; seconds: number }>(sql`
    with bar as (select points, expire from rate_limit where key = ${bar} and points > 0 and expire > now()),
    asked as (
      select nth::int, item->>'key' as key, (item->>'seconds')::int as seconds
      from json_array_elements(${asked}::json) with ordinality as each(item, nth)
      where not exists (select from bar) and ${unhurried} = 'off'),
    counted as (
      insert into rate_limit as r (key, points, expire)
      select key, 1, now() + make_interval(secs => seconds) from asked order by nth
      on conflict (key) do update set
        points = case when r.expire <= now() then 1 else r.points + 1 end,
        expire = case when r.expire <= now() then excluded.expire else r.expire end
      returning key, points, expire)
    select asked.nth, points, extract(epoch from expire - now())::float as seconds
      from counted join asked using (key)
    union all select 0, points, extract(epoch from expire - now())::float from bar
    union all select -1, points, 0 from rate_limit where key = ${known} and points > 0 and expire > now()
    order by 1`)
  return {
    barred: rows.find(({ nth }) => nth === 0) ?? null,
    isKnown: rows.some(({ nth }) => nth === -1),
    counted: rows.filter(({ nth }) => nth > 0),
  }
}

/**
 * Gives one key a point for so long, forgets the tries under some others and takes one off the rest, in one statement;
 * the rows in the order given.
 */
export async function forgiveTries(
  db: Db,
  {
    remember,
    forget,
    giveBack,
  }: { remember: { key: string; seconds: number }; forget: readonly string[]; giveBack: readonly string[] },
): Promise<void> {
  const asked = JSON.stringify([...forget, ...giveBack])
  await db.execute(sql`
    with remembered as (
      insert into rate_limit (key, points, expire)
      values (${remember.key}, 1, now() + make_interval(secs => ${remember.seconds}::int))
      on conflict (key) do update set points = 1, expire = excluded.expire
      returning key),
    asked as (
      select nth, each.key from json_array_elements_text(${asked}::json) with ordinality as each(key, nth)
      where ${unhurried} = 'off' and exists (select from remembered)),
    held as (
      select r.key, nth from asked join rate_limit r using (key) order by nth for update of r)
    update rate_limit r set
      points = case when nth <= ${forget.length} then 0 else greatest(points - 1, 0) end,
      expire = case when nth <= ${forget.length} then now() else r.expire end
    from held where held.key = r.key`)
}
