import { paths } from '#paths'
import { Stats } from '../pattern/stats.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { Stat } from '../primitives/stat.tsx'
import { Tabs } from '../primitives/tabs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { Lorenz } from './lorenz.tsx'
import type { EffectsView, MarketView, SharesView } from './view.ts'

/** 展示份额: how evenly showings are shared out, each number with what it is a number of. */
export function SharesSection({
  query,
  shares,
  since,
}: {
  query: MarketView['query']
  shares: SharesView
  since: string | null
}) {
  const t = useT()
  const { days, firms } = query
  const tabs = (['platform', 'all'] as const).map(each => ({
    href: paths.market({ days, firms: each }),
    label: t(`market.shares.${each}`),
    current: each === firms,
  }))
  return (
    <Section title={t('market.shares.title')} note={t('market.shares.note')}>
      <Tabs label={t('market.shares.whose')} items={tabs} />
      {shares.gini === null ? (
        <EmptyState title={t('market.shares.noneTitle')}>{t('market.shares.noneText')}</EmptyState>
      ) : (
        <Measured shares={shares} gini={shares.gini} />
      )}
      <p className="t14 mt4">
        <a href={paths.marketFile({ days, firms })} download>
          {t('market.shares.file')}
        </a>{' '}
        {since && <span className="ink3">{t('market.shares.since', { day: t.date(since) })}</span>}
      </p>
    </Section>
  )
}

function Measured({ shares, gini }: { shares: SharesView; gini: number }) {
  const t = useT()
  const { firms, shownFirms, shown, top, curve } = shares
  return (
    <>
      <Stats>
        <Stat
          label={t('market.shares.shownFirms')}
          value={shownFirms}
          total={firms}
          unit={t('market.shares.firmUnit')}
        />
        {top && (
          <Stat
            label={t('market.shares.top')}
            value={top.shown}
            total={shown}
            unit={t('market.shares.topUnit')}
            note={t('market.shares.topNote', { firms: top.firms, share: t.percent(top.share) })}
          />
        )}
        <div className="stat">
          <dt>{t('market.shares.gini')}</dt>
          <dd>
            <span className="big">{t.number(gini, 2)}</span>
            <p>{t('market.shares.giniOf')}</p>
            <p>{t('market.shares.giniNote', { firms, shown })}</p>
          </dd>
        </div>
      </Stats>
      <Lorenz curve={curve} />
    </>
  )
}

/** 排序规则起的作用: how many showings the cap, the exchange and the newcomers' place have moved. */
export function EffectsSection({ effects }: { effects: EffectsView }) {
  const t = useT()
  const { shown } = effects
  const unit = t('market.effects.unit')
  return (
    <Section
      title={t('market.effects.title')}
      note={
        <>
          {t('market.effects.note')} <Link href={paths.formula()}>{t('about.formula.title')}</Link>
        </>
      }
    >
      <Stats>
        <Stat
          label={t('market.effects.newcomers')}
          {...{ value: effects.newcomers, total: shown, unit }}
          note={t('market.effects.newcomersNote', { firms: effects.newcomerFirms })}
        />
        <Stat
          label={t('market.effects.opened')}
          {...{ value: effects.opened, total: shown, unit }}
          note={t('market.effects.openedNote', { firms: effects.openedFirms })}
        />
        <Stat
          label={t('market.effects.family')}
          {...{ value: effects.family, total: shown, unit }}
          note={t('market.effects.familyNote')}
        />
      </Stats>
    </Section>
  )
}
