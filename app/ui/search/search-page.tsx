import { type IndexName, indexNames } from '#domain/searching/address.ts'
import { paths } from '#paths'
import { SearchBox } from '../pattern/search-box.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Pager } from '../primitives/pager.tsx'
import { Tabs } from '../primitives/tabs.tsx'
import { SaveSearch } from '../saved-searches/save-search.tsx'
import { useT } from '../shell/dictionary.tsx'
import { HitRow } from './hit-row.tsx'
import { Narrow, NarrowButton } from './narrow.tsx'
import { Narrowing } from './narrowing.tsx'
import { Nothing } from './nothing.tsx'
import { DensityContext, useSearchPath } from './path.ts'
import { DensitySwitch, Sorting } from './sorting.tsx'
import type { SearchPageView } from './view.ts'

/** Everything that can be found, under one question. */
export function SearchResults({ page }: { page: SearchPageView }) {
  return (
    <DensityContext.Provider value={page.density}>
      <Head page={page} />
      <Results page={page} />
    </DensityContext.Provider>
  )
}

function Head({ page: { query, degraded, totals, total } }: { page: SearchPageView }) {
  const t = useT()
  const path = useSearchPath()
  // The words go along to the other indexes, the conditions do not: they would mean nothing there.
  const alone = (index: IndexName) =>
    path({ ...query, index, facets: {}, ranges: {}, near: undefined, sort: 'relevance', page: 1 })
  return (
    <>
      <div className="searchhead">
        <SearchBox
          key={`${query.index} ${query.q}`}
          action={paths.search()}
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          scope={query.index}
          query={query.q}
        />
        {(query.q === '' || total === 0) && <p className="syntax">{t('search.syntax')}</p>}
      </div>
      {degraded && <Alert title={t('search.degradedTitle')}>{t('search.degradedText')}</Alert>}
      <Tabs
        label={t('search.tabs')}
        items={indexNames.map(index => ({
          label: t(`search.index.${index}`),
          href: alone(index),
          count: totals[index],
          current: index === query.index,
        }))}
      />
    </>
  )
}

function Results({ page }: { page: SearchPageView }) {
  const t = useT()
  const path = useSearchPath()
  const { query, density, hits, total, reachable, pageSize, now, taken } = page
  const found = t(query.q ? 'search.found' : 'search.everything', { n: total, q: query.q })
  return (
    <div className="results">
      <div className="results__head">
        <h1 className="t16">{found}</h1>
        <p className="vh" role="status">
          {found}
        </p>
        <div className="results__how">
          <NarrowButton page={page} />
          {total > 1 && <Sorting page={page} />}
          <DensitySwitch page={page} />
        </div>
      </div>
      <Narrow page={page} />
      <div className="results__list">
        <Narrowing page={page} />
        <SaveSearch query={query} saving={page.saving} />
        {taken !== 'asTyped' && <p className="results__note t14 ink2">{t(`search.taken.${taken}`)}</p>}
        <h2 className="vh">{t('search.results')}</h2>
        <div className={density === 'compact' ? 'hits hits--compact' : 'hits'}>
          {hits.map(hit => (
            <HitRow key={hit.row.id} hit={hit} now={now} density={density} />
          ))}
        </div>
        {hits.length === 0 && <Nothing page={page} />}
        <Pager
          page={query.page}
          pageSize={pageSize}
          total={reachable}
          href={number => path({ ...query, page: number })}
        />
        {reachable < total && <p className="t13 ink3">{t('search.reachable', { n: reachable, total })}</p>}
      </div>
    </div>
  )
}
