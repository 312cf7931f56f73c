import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { districts } from '#domain/vocabulary.ts'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import type { PilotPage } from '#services/pilots/show.ts'
import { showPilot } from '#services/pilots/show.ts'
import { PilotActs } from '#ui/pilot/pilot-acts.tsx'
import { PilotMetrics } from '#ui/pilot/pilot-metrics.tsx'
import { RunData } from '#ui/pilot/run-data.tsx'
import { Badge } from '#ui/primitives/badge.tsx'
import { Timeline } from '#ui/primitives/timeline.tsx'
import { Tri } from '#ui/primitives/tri.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { Link } from '#ui/shell/link.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import { PageSplit } from '#ui/shell/page-split.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'
import { StateLine } from '#ui/shell/state-line.tsx'

export const handle: PageHandle<PilotPage> = {
  title: (t, pilot) => t('pilot.titleOf', { title: pilot.title }),
}

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showPilot(ctx, args.params.pilotId))
}

export default function ShowPilot() {
  const t = useT()
  const pilot = useLoaderData<typeof loader>()
  const district = districts[pilot.district as keyof typeof districts]
  const round = pilot.signatures.filter(each => each.round === pilot.round)
  return (
    <Wrap>
      <Crumbs
        items={[{ label: t('pilot.list'), href: paths.pilots() }, { label: pilot.number ?? pilot.title }]}
      />
      <PageHead
        title={pilot.title}
        facts={
          <>
            <Link href={paths.scenario(pilot.scenarioId)}>{t('pilot.scenario')}</Link>
            <span>
              {pilot.demand} × {pilot.supply}
            </span>
            <Link href={paths.product(pilot.product.id)}>
              {t('bid.productVersion', { name: pilot.product.name, version: pilot.product.version })}
            </Link>
            {district && <span>{t.pick(district)}</span>}
          </>
        }
      />
      <StateLine
        where={{
          strong: t('pilot.where'),
          note: pilot.side ? t(`pilot.side.${pilot.side}`) : t('pilot.side.other'),
        }}
        state={{
          strong: <Badge noun="pilot" status={pilot.status} />,
          note: pilot.round > 0 ? t('pilot.roundOf', { n: pilot.round }) : undefined,
        }}
        can={{ strong: t(`pilot.next.${pilot.status}`) }}
        waits={{
          strong: t(`pilot.waits.${pilot.status}`),
          note: pilot.status === 'acceptanceRequested' ? t('pilot.silence') : undefined,
        }}
      />
      <PageSplit
        label={t('pilot.acts')}
        first={<PilotActs {...pilot} />}
        rest={
          <Timeline
            steps={pilot.history.map((step, index) => ({
              key: String(index),
              state: ['fail', 'terminate', 'sendBack'].includes(step.deed)
                ? ('stop' as const)
                : ('done' as const),
              title: t.maybe(`pilot.deed.${step.deed}`) ?? step.deed,
              time: t.dateTime(step.at),
              who: step.reason ? `${step.by} · ${step.reason}` : step.by,
            }))}
          />
        }
      >
        <Section title={t('pilot.metrics')} note={t('pilot.metricsNote')}>
          <PilotMetrics metrics={pilot.metrics} />
          {pilot.round > 0 && (
            <p className="mt4">
              <Tri value={pilot.acceptance}>{t(`pilot.acceptance.${pilot.acceptance}`)}</Tri>
            </p>
          )}
        </Section>
        <Section title={t('pilot.units')} note={t('pilot.unitsNote')}>
          {pilot.units.length === 0 ? (
            <p className="ink3">{t('pilot.noUnits')}</p>
          ) : (
            <p className="num">{pilot.units.join('、')}</p>
          )}
        </Section>
        <Section title={t('pilot.reports')} note={t('pilot.reportsNote')}>
          {pilot.reports.length === 0 ? (
            <p className="ink3">{t('pilot.noReports')}</p>
          ) : (
            <RunData reports={pilot.reports} />
          )}
        </Section>
        {pilot.round > 0 && (
          <Section title={t('pilot.signatures')} note={t('pilot.signaturesNote')}>
            <Timeline
              steps={(['demand', 'supply'] as const).map(side => {
                const signed = round.find(each => each.side === side)
                return {
                  key: side,
                  state: signed ? ('done' as const) : ('next' as const),
                  title: t(`pilot.side.${side}`),
                  time: signed ? t.dateTime(signed.at) : undefined,
                  who: signed?.opinion ?? t('pilot.notSigned'),
                }
              })}
            />
          </Section>
        )}
      </PageSplit>
    </Wrap>
  )
}
