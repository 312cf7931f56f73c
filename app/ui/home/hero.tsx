import { criterionOf } from '#domain/ontology/criteria.ts'
import { formatNeed, formatValue } from '#domain/ontology/values.ts'
import { sources } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { Hero } from '../pattern/middle-line.tsx'
import { SearchBox } from '../pattern/search-box.tsx'
import { nameOf } from '../scenarios/words.ts'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Phrase } from '../shell/phrases.tsx'
import type { PairView } from './view.ts'

/** The sentence in two halves, a real need meeting a real have, and the search where the line ends. */
export function HomeHero({ pair }: { pair: PairView | null }) {
  const t = useT()
  const tries = ['delivery', 'tunnel', 'door', 'pinyin'] as const
  return (
    <Hero
      left={t('home.left')}
      right={t('home.right')}
      leftNote={pair && <Demand scenario={pair.scenario} />}
      rightNote={pair && <Supply product={pair.product} />}
      pairs={
        pair ? pair.rows.map(row => ({ key: row.criterion, verdict: row.state, ...wordsOf(t, row) })) : []
      }
    >
      <SearchBox
        action={paths.search()}
        label={t('home.search.label')}
        placeholder={t('home.search.placeholder')}
        scopes={[
          { value: 'scenarios', label: t('home.search.scenarios') },
          { value: 'products', label: t('home.search.products') },
        ]}
        tries={tries.map(each => {
          const q = t(`home.search.tries.${each}`)
          return { label: q, href: paths.search({ index: indexOf[each], q }) }
        })}
        advice={t('home.search.advice')}
      />
    </Hero>
  )
}

const indexOf = { delivery: 'products', tunnel: 'scenarios', door: 'products', pinyin: 'scenarios' } as const

function Demand({ scenario: { id, title, organization, source } }: { scenario: PairView['scenario'] }) {
  const t = useT()
  return (
    <>
      <Phrase>{nameOf(t, organization)}</Phrase>{' '}
      <Phrase>
        <Link className="plain" href={paths.scenarioMatches(id)}>
          {title}
        </Link>
      </Phrase>{' '}
      {source !== 'platform' && <Phrase>{t.pick(sources[source])}</Phrase>}
    </>
  )
}

function Supply({ product: { id, name, source } }: { product: PairView['product'] }) {
  const t = useT()
  return (
    <>
      <Phrase>
        <Link className="plain" href={paths.product(id)}>
          {name}
        </Link>
      </Phrase>{' '}
      {source !== 'platform' && <Phrase>{t.pick(sources[source])}</Phrase>}
    </>
  )
}

/** 载重 ≥ 50 kg — 204 kg; of a yes-or-no need the name says it all. */
function wordsOf(t: Translate, { criterion, need, have }: PairView['rows'][number]) {
  const name = t.pick(criterionOf(criterion).label)
  return {
    need: typeof need === 'boolean' ? name : `${name} ${formatNeed(criterion, need, t.locale, have)}`,
    have: have === null ? t('common.unknown') : formatValue(criterion, have, t.locale, need),
  }
}
