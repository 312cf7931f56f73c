import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { districts, domainIds, domains } from '#domain/vocabulary.ts'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { entriesPerPage, listCatalog } from '#services/catalog/list.ts'
import { RecordRow } from '#ui/pattern/record-row.tsx'
import { Badge } from '#ui/primitives/badge.tsx'
import { EmptyState } from '#ui/primitives/empty-state.tsx'
import { Pager } from '#ui/primitives/pager.tsx'
import { Tabs } from '#ui/primitives/tabs.tsx'
import { SourceTag } from '#ui/primitives/tags.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('catalog.list') }

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  const page = Math.max(1, Math.trunc(Number(searchParams.get('page'))) || 1)
  return respond(args, async ctx => ({
    ...(await listCatalog(ctx, { page, domain: searchParams.get('domain') })),
    pageSize: entriesPerPage,
  }))
}

export default function ListCatalog() {
  const t = useT()
  const { entries, total, page, pageSize, domain, inside } = useLoaderData<typeof loader>()
  return (
    <Wrap>
      <Crumbs items={[{ label: t('catalog.list') }]} />
      <PageHead
        title={t('catalog.list')}
        facts={
          <>
            <span>{t(inside ? 'catalog.listInside' : 'catalog.listNote')}</span>
            <span className="num">{t('catalog.count', { n: total })}</span>
          </>
        }
      />
      <Tabs
        label={t('catalog.byDomain')}
        items={[
          { label: t('common.all'), href: paths.catalog(), current: domain === null },
          ...domainIds.map(id => ({
            label: t.pick(domains[id]),
            href: paths.catalog({ domain: id }),
            current: domain === id,
          })),
        ]}
      />
      {entries.length === 0 && (
        <EmptyState title={t('catalog.emptyTitle')}>{t('catalog.emptyText')}</EmptyState>
      )}
      {entries.length > 0 && <h2 className="vh">{t('catalog.count', { n: total })}</h2>}
      {entries.map(entry => (
        <RecordRow
          key={entry.id}
          domain={entry.domain}
          href={paths.entry(entry.id)}
          title={entry.title}
          meta={
            <>
              <span className="num">{entry.number}</span>
              <span>
                {entry.demand} × {entry.supply}
              </span>
              <span>{t.pick(districts[entry.district as keyof typeof districts] ?? { zh: '', en: '' })}</span>
              <SourceTag source={entry.source} />
            </>
          }
          text={entry.content.summary}
          side={<Badge noun="entry" status={entry.status} />}
          sideNote={
            entry.publishedAt
              ? t.date(entry.publishedAt)
              : entry.noticeTo
                ? t('catalog.noticeUntil', { until: entry.noticeTo })
                : undefined
          }
        />
      ))}
      <Pager page={page} pageSize={pageSize} total={total} href={to => paths.catalog({ domain, page: to })} />
    </Wrap>
  )
}
