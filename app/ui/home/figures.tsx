import { domainIds } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { DomainStrip } from '../pattern/domain-strip.tsx'
import { Stats } from '../pattern/stats.tsx'
import { Stat } from '../primitives/stat.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import type { FiguresView } from './view.ts'

/** 现在的家底: four counts, each beside what it is a part of, and the list behind it. */
export function FiguresSection({ figures }: { figures: FiguresView }) {
  const t = useT()
  const { scenarios, pilots, entries, products } = figures
  const accepted = pilots.accepted ?? 0
  const listed = (entries.published ?? 0) + (entries.amended ?? 0)
  const noticed = (entries.notice ?? 0) + (entries.objection ?? 0)
  return (
    <Section top title={t('home.figures.title')} note={t('home.figures.note')}>
      <Stats>
        <Stat
          label={t('home.figures.open')}
          value={scenarios.open}
          total={scenarios.own}
          unit={t('home.unit.scenario')}
          note={t('home.figures.openNote', { reported: scenarios.reported })}
          href={paths.scenarios({ kind: 'open' })}
        />
        <Stat
          label={t('home.figures.accepted')}
          value={accepted}
          total={sum(pilots)}
          unit={t('home.unit.pilot')}
          note={pilotsNote(t, pilots)}
        />
        <Stat
          label={t('home.figures.listed')}
          value={listed}
          total={accepted}
          unit={t('home.unit.pilot')}
          note={t('home.figures.listedNote', { noticed })}
          href={paths.catalog()}
        />
        <Stat
          label={t('home.figures.payload')}
          value={products.payloadKnown}
          total={products.total}
          unit={t('home.unit.product')}
          note={t('home.figures.payloadNote', { rest: products.total - products.payloadKnown })}
          href={paths.products()}
        />
      </Stats>
    </Section>
  )
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, n) => all + n, 0)

const stages = [
  'accepted',
  'acceptanceRequested',
  'running',
  'deploying',
  'agreed',
  'rework',
  'failed',
  'terminated',
] as const

/** 已验收 4，运行中 3，整改 1: every pilot stands in one of them. */
function pilotsNote(t: Translate, pilots: Record<string, number>): string {
  const parts = stages
    .filter(stage => (pilots[stage] ?? 0) > 0)
    .map(stage => `${t(`status.pilot.${stage}`)} ${t.number(pilots[stage] ?? 0)}`)
  if (parts.length === 0) return t('home.figures.noPilots')
  return t('home.figures.pilotsNote', { list: parts.join(t.locale === 'zh' ? '、' : ', ') })
}

/** Reported cases of each of the ten domains; a domain without any says 0. */
export function DomainsSection({ figures: { scenarios } }: { figures: FiguresView }) {
  const t = useT()
  const of = (domain: string) => scenarios.byDomain[domain] ?? 0
  const ten = domainIds.filter(id => id !== 'other').sort((a, b) => of(b) - of(a))
  return (
    <Section top title={t('home.domains.title')}>
      <DomainStrip
        label={t('home.domains.label')}
        items={ten.map(domain => ({
          domain,
          count: t('home.domains.count', { n: of(domain) }),
          href: paths.scenarios({ domain, kind: 'report' }),
        }))}
      />
      <p className="t13 ink3 mt3">
        {t('home.domains.note', { reported: scenarios.reported, other: of('other') })}
      </p>
    </Section>
  )
}
