import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { canStartScenario } from '#services/scenarios/form.ts'
import { listScenarios } from '#services/scenarios/list.ts'
import { ButtonLink } from '#ui/primitives/button.tsx'
import { EmptyState } from '#ui/primitives/empty-state.tsx'
import { Pager } from '#ui/primitives/pager.tsx'
import { ScenarioFilters } from '#ui/scenarios/scenario-filters.tsx'
import { ScenarioRow } from '#ui/scenarios/scenario-row.tsx'
import { ScenarioTabs } from '#ui/scenarios/scenario-tabs.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('scenario.list.title') }

export async function loader(args: LoaderFunctionArgs) {
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  return respond(args, async ctx => ({
    ...(await listScenarios(ctx, query)),
    mayDraft: canStartScenario(ctx),
  }))
}

export default function Scenarios() {
  const t = useT()
  const { items, total, page, pageSize, query, facets, open, now, mayDraft } = useLoaderData<typeof loader>()
  const { page: _, ...filter } = query
  return (
    <Wrap>
      <Crumbs items={[{ label: t('scenario.list.title') }]} />
      <PageHead
        title={t('scenario.list.title')}
        facts={
          <>
            <span>{t('scenario.list.lead')}</span>
            <span className="num">{t('scenario.list.openOf', { open: open.count, total: open.total })}</span>
          </>
        }
      />
      <ScenarioTabs mayDraft={mayDraft} current="all" />
      <ScenarioFilters query={filter} facets={facets} />
      <h2 className="vh">{t('scenario.list.results', { n: total })}</h2>
      {items.length === 0 ? (
        <EmptyState
          title={t('scenario.list.emptyTitle')}
          actions={
            <ButtonLink look="line" href={paths.scenarioNew()}>
              {t('scenario.list.publish')}
            </ButtonLink>
          }
        >
          {t('scenario.list.emptyText')}
        </EmptyState>
      ) : (
        items.map(row => <ScenarioRow key={row.id} row={row} now={now} />)
      )}
      <Pager
        page={page}
        pageSize={pageSize}
        total={total}
        href={to => paths.scenarios({ ...filter, page: to })}
      />
    </Wrap>
  )
}
