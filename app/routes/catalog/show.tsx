import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { districts } from '#domain/vocabulary.ts'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import type { EntryPage } from '#services/catalog/show.ts'
import { showEntry } from '#services/catalog/show.ts'
import { BeforeAfter } from '#ui/catalog/before-after.tsx'
import { EntryActs } from '#ui/catalog/entry-acts.tsx'
import { EntryObjections, EntryReviews } from '#ui/catalog/entry-records.tsx'
import { FirmName } from '#ui/firms/firm-name.tsx'
import { FactGrid, FactList } from '#ui/pattern/fact-grid.tsx'
import { PilotMetrics } from '#ui/pilot/pilot-metrics.tsx'
import { RunData } from '#ui/pilot/run-data.tsx'
import { Badge } from '#ui/primitives/badge.tsx'
import { DomainTag, SourceTag } from '#ui/primitives/tags.tsx'
import { Timeline } from '#ui/primitives/timeline.tsx'
import { OpinionSection } from '#ui/recommendation/opinions.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { Link } from '#ui/shell/link.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import { PageSplit } from '#ui/shell/page-split.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'
import { StateLine } from '#ui/shell/state-line.tsx'

export const handle: PageHandle<EntryPage> = { title: (_t, entry) => entry.title }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showEntry(ctx, args.params.entryId))
}

export default function ShowEntry() {
  const t = useT()
  const entry = useLoaderData<typeof loader>()
  const { content, status, pilot } = entry
  const district = districts[entry.district as keyof typeof districts]
  const pilotHref = entry.pilotReadable ? paths.pilot(pilot.id) : undefined
  const source = t('catalog.fromPilot', { number: pilot.number ?? '' })
  return (
    <Wrap>
      <Crumbs
        items={[{ label: t('catalog.list'), href: paths.catalog() }, { label: entry.number ?? entry.title }]}
      />
      <PageHead
        over={<DomainTag domain={entry.domain} />}
        title={entry.title}
        facts={
          <>
            <FirmName firm={entry.firms.demand} name={entry.demand} />
            {district && <span>{t.pick(district)}</span>}
            <SourceTag source={entry.source} />
          </>
        }
      />
      <StateLine
        where={{ strong: t('catalog.where'), note: t('catalog.fullName') }}
        state={{
          strong: <Badge noun="entry" status={status} />,
          note: entry.publishedAt
            ? t.date(entry.publishedAt)
            : entry.noticeTo
              ? t('catalog.noticeUntil', { until: entry.noticeTo })
              : undefined,
        }}
        can={{
          strong: entry.can.object.ok ? t('catalog.canObject') : t('catalog.canRead'),
          note: t('catalog.canNote'),
        }}
        waits={{ strong: t(`catalog.waits.${status}`) }}
      />
      <PageSplit
        label={t('catalog.acts')}
        first={<EntryActs {...entry} />}
        rest={
          <>
            <FactList
              facts={[
                {
                  key: 'number',
                  term: t('catalog.number'),
                  value: <span className="num">{entry.number}</span>,
                },
                {
                  key: 'pilot',
                  term: t('catalog.pilot'),
                  value: pilotHref ? (
                    <Link href={pilotHref}>{pilot.number}</Link>
                  ) : (
                    <span className="num">{pilot.number}</span>
                  ),
                },
                {
                  key: 'accepted',
                  term: t('catalog.acceptedAt'),
                  value: pilot.acceptedAt ? t.date(pilot.acceptedAt) : '—',
                },
                {
                  key: 'supply',
                  term: t('catalog.supply'),
                  value: <FirmName firm={entry.firms.supply} name={entry.supply} />,
                },
                {
                  key: 'product',
                  term: t('catalog.product'),
                  value: (
                    <Link href={paths.product(entry.product.id)}>
                      {t('bid.productVersion', { name: entry.product.name, version: entry.product.version })}
                    </Link>
                  ),
                },
              ]}
            />
            {entry.status === 'published' && (
              <p className="mt4">
                <Link href={paths.entryCopy(entry.id)}>{t('catalog.copy')}</Link>
              </p>
            )}
            <h3 className="aside__head">{t('catalog.record')}</h3>
            <Timeline
              steps={entry.history.map((step, index) => ({
                key: String(index),
                state: ['reject', 'delist', 'object'].includes(step.deed)
                  ? ('stop' as const)
                  : ('done' as const),
                title: t.maybe(`catalog.deed.${step.deed}`) ?? step.deed,
                time: t.dateTime(step.at),
                who: step.reason ?? undefined,
              }))}
            />
          </>
        }
      >
        <Section title={t('catalog.results')} note={t('catalog.resultsNote')}>
          <BeforeAfter metrics={entry.metrics} source={source} href={pilotHref} />
        </Section>
        <Section title={t('catalog.summary')}>
          <p className="prose lines">{content.summary}</p>
        </Section>
        <Section title={t('catalog.solution')}>
          <p className="prose lines">{content.solution}</p>
        </Section>
        <Section title={t('catalog.failures')} note={t('catalog.failuresNote')}>
          <p className="prose lines">{content.failures}</p>
        </Section>
        <Section title={t('catalog.conditions')}>
          <FactGrid
            facts={[
              {
                key: 'conditions',
                term: t('catalog.conditions'),
                value: <span className="lines">{content.conditions}</span>,
              },
              {
                key: 'scenario',
                term: t('catalog.scenario'),
                value: <Link href={paths.scenario(entry.scenarioId)}>{t('catalog.toScenario')}</Link>,
              },
            ]}
          />
        </Section>
        <Section title={t('catalog.evidence')} note={source}>
          <PilotMetrics metrics={entry.metrics} />
          {entry.periods.length > 0 && (
            <details className="mt4">
              <summary className="t14 blue">{t('pilot.reports')}</summary>
              <RunData reports={entry.periods} />
            </details>
          )}
        </Section>
        <OpinionSection opinions={entry.recommendations} />
        <EntryReviews reviews={entry.reviews} mean={entry.mean} />
        <EntryObjections objections={entry.objections} />
      </PageSplit>
    </Wrap>
  )
}
