import { indexNames } from '#domain/searching/address.ts'
import { paths } from '#paths'
import { EntryRow } from '../catalog/entry-row.tsx'
import { FirmRow } from '../firms/firm-row.tsx'
import { SearchBox } from '../pattern/search-box.tsx'
import { Alert } from '../primitives/alert.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { Pager } from '../primitives/pager.tsx'
import { Tabs } from '../primitives/tabs.tsx'
import { ProductRow } from '../products/product-row.tsx'
import { SaveSearch } from '../saved-searches/save-search.tsx'
import { ScenarioRow } from '../scenarios/scenario-row.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { SolutionRow } from '../solutions/solution-row.tsx'
import { Facets, Narrowing } from './facets.tsx'
import { Marked } from './marked.tsx'
import type { HitView, SearchPageView } from './view.ts'
import { relaxationText, searchPath } from './words.ts'

/** Scenarios, products and catalog entries under one question. */
export function SearchResults({ page }: { page: SearchPageView }) {
  const t = useT()
  const { query, hits, total, reachable, pageSize, totals, now } = page
  return (
    <>
      <div className="searchhead">
        <SearchBox
          key={`${query.index} ${query.q}`}
          action={paths.search()}
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          scopes={indexNames.map(value => ({ value, label: t(`search.index.${value}`) }))}
          scope={query.index}
          query={query.q}
        />
      </div>
      {page.degraded && <Alert title={t('search.degradedTitle')}>{t('search.degradedText')}</Alert>}
      <Tabs
        label={t('search.tabs')}
        items={indexNames.map(index => ({
          label: t(`search.index.${index}`),
          href: paths.search({ index, q: query.q }),
          count: totals[index],
          current: index === query.index,
        }))}
      />
      <div className="results">
        <div>
          <div className="results__head">
            <h1 className="t16">
              {t(query.q ? 'search.found' : 'search.everything', { n: total, q: query.q })}
            </h1>
            {total > 1 && <Sorting page={page} />}
          </div>
          <Narrowing {...page} />
          <SaveSearch query={query} saving={page.saving} />
          {total > 1 && (
            <p className="results__jump">
              <a href="#facets">{t('search.narrow')}</a>
            </p>
          )}
          <h2 className="vh">{t('search.results')}</h2>
          <div>
            {hits.map(hit => (
              <HitRow key={hit.row.id} hit={hit} now={now} />
            ))}
          </div>
          {total === 0 && <Nothing page={page} />}
          <Pager
            page={query.page}
            pageSize={pageSize}
            total={reachable}
            href={number => searchPath({ ...query, page: number })}
          />
        </div>
        <Facets {...page} />
      </div>
    </>
  )
}

function HitRow({ hit, now }: { hit: HitView; now: Date }) {
  const marked = {
    title: <Marked segments={hit.title} />,
    text: hit.text.length > 0 ? <Marked segments={hit.text} /> : '',
  }
  switch (hit.index) {
    case 'scenarios':
      return <ScenarioRow row={hit.row} now={now} {...marked} />
    case 'products':
      return <ProductRow row={hit.row} {...marked} />
    case 'solutions':
      return <SolutionRow row={hit.row} {...marked} />
    case 'firms':
      return <FirmRow row={hit.row} {...marked} />
    case 'catalog':
      return <EntryRow row={hit.row} {...marked} />
  }
}

function Sorting({ page: { query, sorts } }: { page: SearchPageView }) {
  const t = useT()
  const current = sorts.includes(query.sort) ? query.sort : 'relevance'
  return (
    <nav className="sorting" aria-label={t('search.sort.label')}>
      <span>{t('search.sort.label')}</span>
      {sorts.map(sort => (
        <Link
          key={sort}
          href={searchPath({ ...query, sort, page: 1 })}
          aria-current={sort === current ? 'true' : undefined}
        >
          {t(`search.sort.${sort}`)}
        </Link>
      ))}
    </nav>
  )
}

/** Nothing found: what to let go of, each with what it would find, and what the other indexes have. */
function Nothing({ page: { query, relaxations, totals, total } }: { page: SearchPageView }) {
  const t = useT()
  const elsewhere = indexNames.filter(index => index !== query.index && totals[index] > 0)
  const beyond = total > 0
  return (
    <EmptyState title={t('search.nothingTitle')}>
      {relaxations.length + elsewhere.length === 0 || beyond
        ? t('search.nothingText')
        : t('search.relaxText')}
      <span className="ways">
        {relaxations.map(way => (
          <Link key={`${way.kind} ${way.what} ${way.value}`} href={searchPath(way.query)}>
            {relaxationText(t, way)}
            {t('search.wouldFind', { n: way.count })}
          </Link>
        ))}
        {elsewhere.map(index => (
          <Link key={index} href={paths.search({ index, q: query.q })}>
            {t('search.elsewhere', { where: t(`search.index.${index}`) })}
            {t('search.wouldFind', { n: totals[index] })}
          </Link>
        ))}
      </span>
    </EmptyState>
  )
}
