import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { listPilots } from '#services/pilots/show.ts'
import { RecordRow } from '#ui/pattern/record-row.tsx'
import { Badge } from '#ui/primitives/badge.tsx'
import { EmptyState } from '#ui/primitives/empty-state.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('pilot.list') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => ({ pilots: await listPilots(ctx) }))
}

export default function ListPilots() {
  const t = useT()
  const { pilots } = useLoaderData<typeof loader>()
  return (
    <Wrap>
      <Crumbs items={[{ label: t('pilot.list') }]} />
      <PageHead title={t('pilot.list')} facts={<span>{t('pilot.listNote')}</span>} />
      {pilots.length === 0 && (
        <EmptyState level={2} title={t('pilot.emptyTitle')}>
          {t('pilot.emptyText')}
        </EmptyState>
      )}
      {pilots.map(pilot => (
        <RecordRow
          key={pilot.id}
          href={paths.pilot(pilot.id)}
          title={pilot.title}
          meta={
            <>
              <span className="num">{pilot.number}</span>
              <span>
                {pilot.demand} × {pilot.supply}
              </span>
              <span>{pilot.product.name}</span>
            </>
          }
          side={<Badge noun="pilot" status={pilot.status} />}
          sideNote={t.dateTime(pilot.updatedAt)}
        />
      ))}
    </Wrap>
  )
}
