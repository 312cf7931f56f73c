import './standing.css'
import { paths } from '#paths'
import { NearMiss } from '../pattern/near-miss.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { StateLine } from '../shell/state-line.tsx'
import { Answer } from './answer.tsx'
import { AskForm } from './ask-form.tsx'
import { Costly } from './costly.tsx'
import { MarketTable } from './market-table.tsx'
import type { SpokenStanding } from './view.ts'

export interface StandingPageProps {
  view: SpokenStanding
  /** The address of this page with every near miss, and with the first ones only. */
  allHref: string
  fewHref: string
}

/** 为什么没有推荐我: what a product costs itself, what it misses by how little, and what a change would open. */
export function StandingPage({ view, allHref, fewHref }: StandingPageProps) {
  const t = useT()
  const { exposure } = view
  return (
    <>
      <StandingState view={view} />
      <Places view={view} />
      <Section title={t('standing.cost.title')} note={t('standing.cost.note', { n: view.working })}>
        <Costly view={view} />
      </Section>
      <Section top title={t('standing.near.title')} note={t('standing.near.note')}>
        <NearGaps view={view} allHref={allHref} fewHref={fewHref} />
      </Section>
      <Section id="what-if" title={t('standing.ask.title')} note={t('standing.ask.note')}>
        {view.answer && <Answer answer={view.answer} />}
        <AskForm ask={view.ask} product={view.product} />
      </Section>
      {exposure && (
        <Section title={t('standing.shown.title')}>
          <p className="prose">
            {exposure.shown > 0
              ? t('standing.shown.text', {
                  days: exposure.days,
                  shown: exposure.shown,
                  position: t.number(exposure.meanPosition ?? 0, 1),
                })
              : t('standing.shown.never', { days: exposure.days })}
          </p>
        </Section>
      )}
      {view.market.length > 0 && (
        <Section top title={t('standing.market.title')} note={t('standing.market.note')}>
          <MarketTable lines={view.market} of={view.working} />
        </Section>
      )}
    </>
  )
}

function StandingState({ view: { product, computed, tally, undisclosed } }: { view: SpokenStanding }) {
  const t = useT()
  const counts = { suggested: tally.met + tally.pending, near: tally.near }
  return (
    <StateLine
      where={{ strong: t('standing.where'), note: t('standing.whereNote', { n: computed }) }}
      state={
        product.isDraft
          ? { strong: t('standing.draft'), note: t('standing.draftState', counts) }
          : { strong: t('standing.state', counts) }
      }
      can={
        product.isDraft
          ? { strong: t('standing.draftCan'), note: t('standing.draftCanNote') }
          : { strong: t('standing.can'), note: t('standing.canNote') }
      }
      waits={
        undisclosed > 0
          ? { strong: t('standing.waits', { n: undisclosed }), note: t('standing.waitsNote') }
          : { strong: t('standing.nobody'), note: t('standing.nobodyNote') }
      }
    />
  )
}

const parts = ['met', 'pending', 'near', 'ruledOut', 'otherWork'] as const

/** Every open scenario falls into one part, so that the numbers add up. */
function Places({ view: { computed, tally, product } }: { view: SpokenStanding }) {
  const t = useT()
  const count = (part: (typeof parts)[number]) =>
    part === 'otherWork' ? tally.otherWork + tally.otherWorkRuledOut : tally[part]
  return (
    <div className="tally">
      <p className="t14 ink2">{t('standing.partsNote', { n: computed })}</p>
      <dl>
        {parts.map(part => (
          <div key={part} data-place={part}>
            <dt>{t(`standing.parts.${part}`)}</dt>
            <dd className="num">{count(part)}</dd>
          </div>
        ))}
      </dl>
      <p className="t14">
        <Link href={paths.productMatches(product.id)}>{t('standing.partsAll')}</Link>
      </p>
    </div>
  )
}

function NearGaps({ view, allHref, fewHref }: Pick<StandingPageProps, 'view' | 'allHref' | 'fewHref'>) {
  const t = useT()
  const { near, nearTotal, all } = view
  if (nearTotal === 0) return <p className="t14 ink2">{t('standing.near.none')}</p>
  return (
    <>
      {near.map(({ scenario, ...words }) => (
        <NearMiss
          key={scenario.id}
          title={scenario.title}
          href={paths.scenario(scenario.id)}
          organization={scenario.organization}
          {...words}
        />
      ))}
      {(near.length < nearTotal || all) && (
        <p className="t14 mt3">
          {t('standing.near.more', { shown: near.length, total: nearTotal })}{' '}
          <Link href={all ? fewHref : allHref}>{t(all ? 'standing.near.fewer' : 'standing.near.all')}</Link>
        </p>
      )}
    </>
  )
}
