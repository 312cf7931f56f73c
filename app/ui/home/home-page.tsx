import { paths } from '#paths'
import { Roles } from '../pattern/roles.tsx'
import { TripLine } from '../pattern/trip-line.tsx'
import { ScenarioRow } from '../scenarios/scenario-row.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { DomainsSection, FiguresSection } from './figures.tsx'
import { HomeHero } from './hero.tsx'
import { ShowcaseSection } from './showcase.tsx'
import type { HomeView } from './view.ts'

/** The first page: what it is, who starts where, what there is, what is new, what came of it. */
export function HomePage({ home }: { home: HomeView }) {
  const t = useT()
  const { figures, newest, showcase, pair, now } = home
  const doors = [
    ['demand', paths.scenarioNew()],
    ['supply', paths.scenarios({ kind: 'open' })],
    ['bureau', paths.queue()],
  ] as const
  return (
    <>
      <HomeHero pair={pair} />
      <Wrap>
        <Roles
          roles={doors.map(([key, href]) => ({
            key,
            href,
            who: t(`home.roles.${key}.who`),
            what: t(`home.roles.${key}.what`),
            go: t(`home.roles.${key}.go`),
          }))}
        />
        <FiguresSection figures={figures} />
        <DomainsSection figures={figures} />
        {newest.length > 0 && (
          <Section
            title={t('home.newest')}
            note={<Link href={paths.scenarios()}>{t('home.allScenarios')}</Link>}
          >
            {newest.map(row => (
              <ScenarioRow key={row.id} row={row} now={now} />
            ))}
          </Section>
        )}
        {showcase && <ShowcaseSection entry={showcase} />}
        <Section top title={t('home.trip.title')} note={t('home.trip.note')}>
          <TripLine />
        </Section>
      </Wrap>
    </>
  )
}
