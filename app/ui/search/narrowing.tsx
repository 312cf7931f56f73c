import type { ReactNode } from 'react'
import { Icon } from '../primitives/icon.tsx'
import { Tag } from '../primitives/tags.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { bare, chosenCount } from './narrow.tsx'
import { useSearchPath } from './path.ts'
import type { SearchPageView, SearchQueryView } from './view.ts'
import { boundsText, nearText } from './words.ts'

/** What narrows the results now: each can be taken away. */
export function Narrowing({ page }: { page: SearchPageView }) {
  const t = useT()
  const path = useSearchPath()
  const { query, facets, understood } = page
  const taken: { key: string; text: ReactNode; without: SearchQueryView }[] = [
    ...facets.flatMap(({ name, chosen }) =>
      chosen.map(({ value, label }) => ({
        key: `${name} ${value}`,
        text: t('search.condition', { name: t(`search.facet.${name}`), value: t.pick(label) }),
        without: withoutValue(query, name, value),
      })),
    ),
    ...Object.entries(query.ranges).map(([name, bounds]) => ({
      key: name,
      text: boundsText(t, name, bounds),
      without: { ...query, ranges: omit(query.ranges, name) },
    })),
    ...(query.near
      ? [{ key: 'near', text: nearText(t, query.near), without: { ...query, near: undefined } }]
      : []),
    ...(query.undisclosed === 'drop'
      ? [
          {
            key: 'undisclosed',
            text: t('search.undisclosed.drop'),
            without: { ...query, undisclosed: 'keep' as const },
          },
        ]
      : []),
    ...(query.match === 'last'
      ? [{ key: 'match', text: t('search.someWords'), without: { ...query, match: 'all' as const } }]
      : []),
    ...understood.map(({ criterion, bounds, written, rest }) => ({
      key: written,
      text: boundsText(t, criterion, bounds),
      without: { ...query, q: rest },
    })),
  ]
  if (taken.length === 0) return null
  return (
    <div className="narrowing">
      {taken.map(({ key, text, without }) => (
        <span className="taken" key={key}>
          <Tag>{text}</Tag>
          <Link href={path({ ...without, page: 1 })}>
            <Icon name="cross" label={t('search.takeAway', { what: String(text) })} />
          </Link>
        </span>
      ))}
      {chosenCount(page) > 1 && (
        <Link className="t13" href={path(bare(query))}>
          {t('search.clear')}
        </Link>
      )}
      {understood.length > 0 && <p className="t13 ink3">{t('search.understood')}</p>}
    </div>
  )
}

function withoutValue(
  query: SearchQueryView,
  name: keyof SearchQueryView['facets'],
  value: string,
): SearchQueryView {
  const left = (query.facets[name] ?? []).filter(each => each !== value)
  return { ...query, facets: { ...query.facets, [name]: left } }
}

function omit<T>(all: Readonly<Record<string, T>>, gone: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== gone))
}
