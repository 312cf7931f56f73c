import { type SQL, sql } from 'drizzle-orm'
import { searchDocument as doc } from '#db/schema/search.ts'
import type { Place } from '#domain/searching/places.ts'
import type { FacetName } from './engine.ts'
import type { Plain, Want } from './filter.ts'

/** A filter as a condition on the documents. */
export function condition(plain: Plain): SQL {
  switch (plain.kind) {
    case 'facet':
      return negatable(hasFacet(plain.name, plain.values), plain.negated)
    case 'ids':
      return negatable(sql`${doc.id} = any(${texts(plain.ids)})`, plain.negated)
    case 'range':
      return range(plain)
    case 'within': {
      const inside = sql`${distanceKm(plain.circle)} <= ${plain.circle.km}::float8`
      return threeValued(plain.want, { known: sql`${doc.lat} is not null`, inside })
    }
    default: {
      const glue = plain.kind === 'and' ? sql` and ` : sql` or `
      return sql`(${sql.join(plain.parts.map(condition), glue)})`
    }
  }
}

export function hasFacet(name: FacetName, values: readonly string[]): SQL {
  return sql`${doc.facets} && ${texts(values.map(value => `${name}:${value}`))}`
}

const negatable = (is: SQL, negated: boolean) => (negated ? sql`not (${is})` : is)

function range({ name, bounds: { gte, lte }, want }: Plain & { kind: 'range' }): SQL {
  const low = sql`(${doc.specs} -> ${name}::text ->> 0)::float8`
  const high = sql`(${doc.specs} -> ${name}::text ->> 1)::float8`
  // Surely inside: the whole span is; possibly inside: some of it is.
  const sure = want === 'surelyIn' || want === 'maybeOut'
  const [left, right] = sure ? [low, high] : [high, low]
  const inside = [
    ...(gte === undefined ? [] : [sql`${left} >= ${gte}::float8`]),
    ...(lte === undefined ? [] : [sql`${right} <= ${lte}::float8`]),
  ]
  return threeValued(want, {
    known: sql`${left} is not null`,
    inside: inside.length > 0 ? sql.join(inside, sql` and `) : sql`true`,
  })
}

function threeValued(want: Want, { known, inside }: { known: SQL; inside: SQL }): SQL {
  const surely = sql`coalesce(${known} and ${inside}, false)`
  const perhaps = sql`(not (${known}) or (${inside}))`
  switch (want) {
    case 'surelyIn':
      return surely
    case 'maybeOut':
      return sql`not ${surely}`
    case 'maybeIn':
      return perhaps
    case 'surelyOut':
      return sql`not ${perhaps}`
  }
}

/** Kilometres as the crow flies from a place to the document's (haversine, a sphere of 6371 km); null where it has none. */
export function distanceKm({ lat, lng }: Place): SQL {
  const north = sql`sin(radians(${doc.lat} - ${lat}::float8) / 2)`
  const east = sql`sin(radians(${doc.lng} - ${lng}::float8) / 2)`
  const chord = sql`${north} ^ 2 + cos(radians(${lat}::float8)) * cos(radians(${doc.lat})) * ${east} ^ 2`
  return sql`(2 * 6371 * asin(sqrt(least(1, ${chord}))))`
}

export function texts(values: readonly string[]): SQL {
  if (values.length === 0) return sql`array[]::text[]`
  return sql`array[${sql.join(
    values.map(value => sql`${value}`),
    sql`, `,
  )}]::text[]`
}
