import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { canStartScenario } from '#services/scenarios/form.ts'
import { listMyScenarios } from '#services/scenarios/mine.ts'
import { ButtonLink } from '#ui/primitives/button.tsx'
import { EmptyState } from '#ui/primitives/empty-state.tsx'
import { ScenarioRow } from '#ui/scenarios/scenario-row.tsx'
import { ScenarioTabs } from '#ui/scenarios/scenario-tabs.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { Link } from '#ui/shell/link.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { MatchesLine } from '#ui/workspace/matches-line.tsx'

export const handle: PageHandle = { title: t => t('scenario.mine.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => ({
    items: await listMyScenarios(ctx),
    now: ctx.now,
    mayDraft: canStartScenario(ctx),
  }))
}

export default function MyScenarios() {
  const t = useT()
  const { items, now, mayDraft } = useLoaderData<typeof loader>()
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('scenario.list.title'), href: paths.scenarios() },
          { label: t('scenario.mine.title') },
        ]}
      />
      <PageHead
        title={t('scenario.mine.title')}
        facts={
          <>
            <Link href={paths.sites()}>{t('site.mine')}</Link>
            <Link href={paths.imports()}>{t('imports.from')}</Link>
          </>
        }
      />
      <ScenarioTabs mayDraft={mayDraft} current="mine" />
      <h2 className="vh">{t('scenario.list.results', { n: items.length })}</h2>
      {items.length === 0 ? (
        <EmptyState
          title={t('scenario.mine.emptyTitle')}
          actions={<ButtonLink href={paths.scenarioNew()}>{t('scenario.list.publish')}</ButtonLink>}
        >
          {t('scenario.mine.emptyText')}
        </EmptyState>
      ) : (
        items.map(row => (
          <ScenarioRow
            key={row.id}
            row={row}
            now={now}
            more={row.matches && <MatchesLine side="scenario" id={row.id} matches={row.matches} />}
          />
        ))
      )}
    </Wrap>
  )
}
