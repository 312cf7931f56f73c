import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { domainIds, domains } from '#domain/vocabulary.ts'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { canStartSolution } from '#services/solutions/form.ts'
import { listSolutions } from '#services/solutions/list.ts'
import { Button, ButtonLink } from '#ui/primitives/button.tsx'
import { EmptyState } from '#ui/primitives/empty-state.tsx'
import { Pager } from '#ui/primitives/pager.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { Link } from '#ui/shell/link.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { MeasureTen } from '#ui/solutions/measure-ten.tsx'
import { SolutionRow } from '#ui/solutions/solution-row.tsx'
import { SolutionTabs } from '#ui/solutions/solution-tabs.tsx'

export const handle: PageHandle = { title: t => t('solution.list.title') }

export async function loader(args: LoaderFunctionArgs) {
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  return respond(args, async ctx => ({
    ...(await listSolutions(ctx, query)),
    mayDraft: canStartSolution(ctx),
  }))
}

export default function ListSolutions() {
  const t = useT()
  const { items, total, page, pageSize, query, mayDraft } = useLoaderData<typeof loader>()
  const { domain } = query
  return (
    <Wrap>
      <Crumbs items={[{ label: t('solution.list.title') }]} />
      <PageHead
        title={t('solution.list.title')}
        facts={
          <>
            <span>{t('solution.list.lead')}</span>
            <span className="num">{t('solution.list.summary', { total })}</span>
            <Link href={paths.products()}>{t('solution.list.products')}</Link>
          </>
        }
      />
      <SolutionTabs mayDraft={mayDraft} current="all" />
      <DomainFilter domain={domain} />
      {items.length === 0 ? (
        <EmptyState title={t('solution.list.emptyTitle')}>{t('solution.list.emptyText')}</EmptyState>
      ) : (
        <>
          <h2 className="vh">{t('solution.list.summary', { total })}</h2>
          {items.map(row => (
            <SolutionRow key={row.id} row={row} />
          ))}
        </>
      )}
      <Pager
        page={page}
        pageSize={pageSize}
        total={total}
        href={number => paths.solutions({ domain, page: number > 1 ? number : undefined })}
      />
      <MeasureTen />
    </Wrap>
  )
}

/** A GET form, so that a filtered list has an address and works without JavaScript. */
function DomainFilter({ domain }: { domain: string | undefined }) {
  const t = useT()
  return (
    <form className="filters" method="get" action={paths.solutions()} aria-label={t('solution.list.filters')}>
      <label className="filters__one">
        <span>{t('solution.list.domain')}</span>
        <select className="select" name="domain" defaultValue={domain ?? ''} key={domain ?? ''}>
          <option value="">{t('common.all')}</option>
          {domainIds.map(id => (
            <option key={id} value={id}>
              {t.pick(domains[id])}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" look="line" size="sm">
        {t('solution.list.apply')}
      </Button>
      {domain && (
        <ButtonLink look="quiet" size="sm" href={paths.solutions()}>
          {t('solution.list.clear')}
        </ButtonLink>
      )}
    </form>
  )
}
