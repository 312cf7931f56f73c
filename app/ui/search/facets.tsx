import type { SearchFacet } from '#domain/searching/address.ts'
import { Icon } from '../primitives/icon.tsx'
import { Tag } from '../primitives/tags.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import type { FacetView, SearchPageView, SearchQueryView } from './view.ts'
import { facetLabel, searchPath, understoodText } from './words.ts'

const shownFirst = 8

/** Ways to narrow the results, each a link with how many it leaves. */
export function Facets({ query, facets, total }: Pick<SearchPageView, 'query' | 'facets' | 'total'>) {
  const t = useT()
  // A facet that leaves everything as it is narrows nothing.
  const open = facets.filter(
    ({ chosen, values }) => chosen.length === 0 && values.some(({ count }) => count < total),
  )
  if (open.length === 0) return null
  return (
    <nav className="facets" id="facets" aria-label={t('search.narrow')}>
      {open.map(facet => (
        <Facet key={facet.name} facet={facet} query={query} />
      ))}
    </nav>
  )
}

function Facet({ facet: { name, values }, query }: { facet: FacetView; query: SearchQueryView }) {
  const t = useT()
  const rest = values.slice(shownFirst)
  const link = ({ value, count }: FacetView['values'][number]) => (
    <li key={value}>
      <Link href={searchPath({ ...query, facets: { ...query.facets, [name]: [value] }, page: 1 })}>
        {facetLabel(t, name, value)}
      </Link>
      <span className="num">{t.number(count)}</span>
    </li>
  )
  return (
    <section>
      <h2>{t(`search.facet.${name}`)}</h2>
      <ul>{values.slice(0, shownFirst).map(link)}</ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('search.moreValues', { n: rest.length })}</summary>
          <ul>{rest.map(link)}</ul>
        </details>
      )}
    </section>
  )
}

/** What narrows the results now: each can be taken away. */
export function Narrowing({
  query,
  facets,
  understood,
}: Pick<SearchPageView, 'query' | 'facets' | 'understood'>) {
  const t = useT()
  const chosen = facets.filter(facet => facet.chosen.length > 0)
  if (chosen.length === 0 && understood.length === 0 && query.match === 'all') return null
  return (
    <div className="narrowing">
      {chosen.flatMap(({ name, chosen: values }) =>
        values.map(value => (
          <Taken key={`${name} ${value}`} href={searchPath(withoutValue(query, name, value))}>
            {t(`search.facet.${name}`)}
            {t('search.colon')}
            {facetLabel(t, name, value)}
          </Taken>
        )),
      )}
      {query.match === 'last' && (
        <Taken href={searchPath({ ...query, match: 'all', page: 1 })}>{t('search.someWords')}</Taken>
      )}
      {understood.map(each => (
        <Taken key={each.written} href={searchPath({ ...query, q: each.rest, page: 1 })}>
          {understoodText(t, each)}
        </Taken>
      ))}
      {understood.length > 0 && <p className="t13 ink3">{t('search.understood')}</p>}
    </div>
  )
}

function withoutValue(query: SearchQueryView, name: SearchFacet, value: string): SearchQueryView {
  const left = (query.facets[name] ?? []).filter(each => each !== value)
  return { ...query, facets: { ...query.facets, [name]: left }, page: 1 }
}

function Taken({ href, children }: { href: string; children: React.ReactNode }) {
  const t = useT()
  return (
    <span className="taken">
      <Tag>{children}</Tag>
      <Link href={href}>
        <Icon name="cross" label={t('search.takeAway')} />
      </Link>
    </span>
  )
}
