import { paths } from '#paths'
import { RulerLegend } from '../chart/ruler.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link, StayLink } from '../shell/link.tsx'
import { StateLine } from '../shell/state-line.tsx'
import { Candidates, NearMisses } from './candidates.tsx'
import { Formula } from './formula.tsx'
import type { MatchSide, SpokenMatches } from './view.ts'

export interface MatchPageProps {
  side: MatchSide
  view: SpokenMatches
  now: Date
  mayBid: boolean
  /** The address of this page with so much shown and opened. */
  href: (query: { all?: 1; open?: string }) => string
}

/** The matches of a scenario or of a product: state, how to read it, candidates, near misses, the rest, the formula. */
export function MatchPage({ side, view, now, mayBid, href }: MatchPageProps) {
  const t = useT()
  const { main, near, counts } = view
  const opening = (open: string | null) =>
    href({ ...(view.all && { all: 1 as const }), ...(open !== null && { open }) })
  const isMissing = view.open && view.open !== 'all' && !main.some(each => each.opened)
  return (
    <>
      <MatchState side={side} view={view} />
      <div className="match__intro">
        <p className="t14 ink2">
          {t('match.advice')}
          <b>{t('match.adviceStrong')}</b>
          {t('match.scale')}
          <Link href={paths.formula()}>{t('match.formulaLink')}</Link>
          {t('match.formulaVersion', {
            ...{ weights: view.weightsVersion, basis: view.basisVersion, time: t.dateTime(now) },
          })}
        </p>
        <RulerLegend />
      </div>
      <section aria-labelledby="match-main">
        <h2 id="match-main" className="vh">
          {t('match.main')}
        </h2>
        {isMissing && <p className="match__more t14">{t('match.notHere')}</p>}
        <Candidates {...{ side, now, mayBid, opening }} list={main} />
        {main.length === 0 && (
          <EmptyState title={t(`match.${side}.emptyTitle`)}>{t(`match.${side}.emptyText`)}</EmptyState>
        )}
        {main.length > 0 && (
          <p className="match__more match__turn t14">
            <StayLink href={opening(view.open === 'all' ? null : 'all')}>
              {t(view.open === 'all' ? 'match.closeAll' : 'match.openAll')}
            </StayLink>
          </p>
        )}
        {(main.length < counts.main || view.all) && (
          <p className="match__more t14">
            {t(`match.${side}.more`, { shown: main.length, total: counts.main })}{' '}
            <Link href={href(view.all ? {} : { all: 1 })}>{t(view.all ? 'match.fewer' : 'match.all')}</Link>
          </p>
        )}
      </section>
      {near.length > 0 && (
        <section className="match__part" aria-labelledby="match-near">
          <h2 id="match-near">{t('match.near')}</h2>
          <p className="t14 ink2 match__lead">{t(`match.${side}.near`)}</p>
          <NearMisses side={side} list={near} now={now} />
        </section>
      )}
      <Others side={side} view={view} />
      {view.formula && <Formula formula={view.formula} />}
    </>
  )
}

function MatchState({ side, view }: { side: MatchSide; view: SpokenMatches }) {
  const t = useT()
  const { counts, unanswered } = view
  const rest = counts.others + counts.ruledOut
  return (
    <StateLine
      where={{
        strong: t(`match.${side}.where`),
        note: t(`match.${side}.whereNote`, { n: counts.computed }),
      }}
      state={{
        strong: t(`match.${side}.counts`, { main: counts.main, near: counts.near }),
        note: rest > 0 && (
          <>
            {t(`match.${side}.restNote`, { n: rest })} <a href="#others">{t('match.seeRest')}</a>
          </>
        ),
      }}
      can={{ strong: t('match.can'), note: t('match.canNote') }}
      waits={
        unanswered > 0
          ? { strong: t(`match.${side}.waits`, { n: unanswered }) }
          : { strong: t('match.nobody'), note: t('match.nobodyNote') }
      }
    />
  )
}

/** Those whose work does not fit, by name; and how many were ruled out, so that every number adds up. */
function Others({ side, view: { others, counts } }: { side: MatchSide; view: SpokenMatches }) {
  const t = useT()
  const rest = counts.others + counts.ruledOut
  if (rest === 0) return null
  const href = (id: string) => (side === 'forScenario' ? paths.product(id) : paths.scenario(id))
  return (
    <section className="match__part" id="others" aria-labelledby="match-others">
      <h2 id="match-others">{t(`match.${side}.others`, { n: rest })}</h2>
      {counts.others > 0 && <p className="t14 ink2 match__lead">{t(`match.${side}.othersNote`)}</p>}
      {others.length > 0 && (
        <ul className="match__names">
          {others.map(party => (
            <li key={party.id}>
              <Link href={href(party.id)}>{party.title}</Link>
            </li>
          ))}
        </ul>
      )}
      {counts.ruledOut > 0 && (
        <p className="t14 ink3 match__lead">{t(`match.${side}.ruledOut`, { n: counts.ruledOut })}</p>
      )}
    </section>
  )
}
