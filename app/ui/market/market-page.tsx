import './market.css'
import { paths } from '#paths'
import { Tabs } from '../primitives/tabs.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { GapsSection, TasksSection } from './gaps.tsx'
import { EffectsSection, SharesSection } from './shares.tsx'
import { UnseenSection } from './unseen.tsx'
import type { MarketView } from './view.ts'

/** 撮合公平与缺口: for the bureau, and for a district what its own calls lack. */
export function MarketPage({ view }: { view: MarketView }) {
  const t = useT()
  const { query, span, days, now, exposure, districts, totals, tasks } = view
  const tabs = days.map(each => ({
    href: paths.market({ days: each, firms: query.firms }),
    label: t('market.days', { n: each }),
    current: each === query.days,
  }))
  return (
    <Wrap>
      <Crumbs items={[{ label: t('queue.title'), href: paths.queue() }, { label: t('market.title') }]} />
      <PageHead
        title={t('market.title')}
        facts={
          <>
            <span>{t('market.lead')}</span>
            {exposure && (
              <span className="num">
                {t('market.span', { from: t.date(span.from), to: t.date(span.to) })}
              </span>
            )}
            {districts && (
              <span>
                {t('market.district', { district: districts.join(t.locale === 'zh' ? '、' : ', ') })}
              </span>
            )}
            <span className="num">{t('market.asOf', { at: t.moment(now) })}</span>
          </>
        }
      />
      <div className="market">
        {exposure && (
          <>
            <Tabs label={t('market.spans')} items={tabs} />
            <SharesSection query={query} shares={exposure.shares} since={exposure.effects.since} />
            {exposure.effects.shown > 0 && <EffectsSection effects={exposure.effects} />}
            <UnseenSection query={query} unseen={exposure.unseen} open={totals.open} />
          </>
        )}
        <GapsSection view={view} />
        {tasks.tasks > 0 && <TasksSection tasks={tasks} />}
      </div>
    </Wrap>
  )
}
