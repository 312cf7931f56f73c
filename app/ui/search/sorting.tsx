import { paths } from '#paths'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { useSearchPath } from './path.ts'
import type { SearchPageView } from './view.ts'

export function Sorting({ page: { query, sorts } }: { page: SearchPageView }) {
  const t = useT()
  const path = useSearchPath()
  const current = sorts.includes(query.sort) ? query.sort : 'relevance'
  // A distance is one from somewhere.
  const shown = sorts.filter(sort => sort !== 'distance' || query.near)
  return (
    <nav className="sorting" aria-label={t('search.sort.label')}>
      <span>{t('search.sort.label')}</span>
      {shown.map(sort => (
        <Link
          key={sort}
          href={path({ ...query, sort, page: 1 })}
          aria-current={sort === current ? 'true' : undefined}
        >
          {t(`search.sort.${sort}`)}
        </Link>
      ))}
    </nav>
  )
}

/** Wide or close rows: kept for the reader's next searches, and in the address for whom it is sent to. */
export function DensitySwitch({ page: { query, density } }: { page: SearchPageView }) {
  const t = useT()
  const path = useSearchPath()
  const other = density === 'compact' ? 'comfortable' : 'compact'
  return (
    <form method="post" action={paths.preferences()} className="density">
      <input type="hidden" name="next" value={path(query, other)} />
      <button type="submit" name="density" value={other} aria-pressed={density === 'compact'}>
        <svg viewBox="0 0 18 14" aria-hidden="true">
          <path d={density === 'compact' ? 'M1 2h16M1 7h16M1 12h16' : 'M1 2h16M1 5.3h16M1 8.7h16M1 12h16'} />
        </svg>
        {t('search.compact')}
      </button>
    </form>
  )
}
