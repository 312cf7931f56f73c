import { indexNames } from '#domain/searching/address.ts'
import { paths } from '#paths'
import { ButtonLink } from '../primitives/button.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { bare } from './narrow.tsx'
import { useSearchPath } from './path.ts'
import type { SearchPageView } from './view.ts'
import { relaxationText } from './words.ts'

/** Nothing found: what to let go of, what lies near, what the other indexes have, each with how many it would find. */
export function Nothing({ page }: { page: SearchPageView }) {
  const t = useT()
  const path = useSearchPath()
  const { query, relaxations, ideas, totals, total, mayPublish } = page
  const elsewhere = indexNames.filter(index => index !== query.index && totals[index] > 0)
  if (total > 0)
    return (
      <EmptyState title={t('search.beyondTitle')}>
        <Link href={path({ ...query, page: 1 })}>{t('search.firstPage')}</Link>
      </EmptyState>
    )
  return (
    <>
      <EmptyState
        title={t('search.nothingTitle')}
        actions={
          mayPublish && (
            <ButtonLink look="line" href={paths.scenarioNew()}>
              {t('search.publish')}
            </ButtonLink>
          )
        }
      >
        {relaxations.length + ideas.length + elsewhere.length === 0
          ? t('search.nothingText')
          : t('search.nothingLead')}
      </EmptyState>
      <Ways
        title={t('search.relaxTitle')}
        ways={relaxations.map(way => ({
          href: path(way.query),
          text: relaxationText(t, way),
          count: way.count,
        }))}
      />
      <Ways
        title={t('search.ideasTitle')}
        ways={ideas.map(({ facet, label, count, query: near }) => ({
          href: path(near),
          text: t('search.condition', { name: t(`search.facet.${facet}`), value: t.pick(label) }),
          count,
        }))}
      />
      <Ways
        title={t('search.elsewhereTitle')}
        ways={elsewhere.map(index => ({
          href: path({ ...bare(query), index, sort: 'relevance' }),
          text: t(`search.index.${index}`),
          count: totals[index],
        }))}
      />
    </>
  )
}

interface Way {
  href: string
  text: string
  count: number
}

function Ways({ title, ways }: { title: string; ways: readonly Way[] }) {
  const t = useT()
  if (ways.length === 0) return null
  return (
    <section className="ways">
      <h3>{title}</h3>
      <ul>
        {ways.map(({ href, text, count }) => (
          <li key={`${href} ${text}`}>
            <Link href={href}>{text}</Link>
            <span className="num">{t('search.wouldFind', { n: count })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
