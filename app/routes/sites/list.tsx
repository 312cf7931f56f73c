import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { districts } from '#domain/vocabulary.ts'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { listMySites } from '#services/sites/mine.ts'
import { RecordRow } from '#ui/pattern/record-row.tsx'
import { Badge } from '#ui/primitives/badge.tsx'
import { ButtonLink } from '#ui/primitives/button.tsx'
import { EmptyState } from '#ui/primitives/empty-state.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('site.mine') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => listMySites(ctx))
}

export default function MySites() {
  const t = useT()
  const { sites, mayDraft } = useLoaderData<typeof loader>()
  const start = mayDraft && <ButtonLink href={paths.siteNew()}>{t('site.new')}</ButtonLink>
  return (
    <Wrap>
      <Crumbs
        items={[{ label: t('scenario.mine.title'), href: paths.scenariosMine() }, { label: t('site.title') }]}
      />
      <PageHead title={t('site.mine')} />
      <p className="prose ink2 t14">{t('site.lead')}</p>
      {sites.length === 0 ? (
        <EmptyState level={2} title={t('site.empty')} actions={start}>
          {t('site.emptyText')}
        </EmptyState>
      ) : (
        <>
          {start && <p className="mt4">{start}</p>}
          <h2 className="vh">{t('site.mine')}</h2>
          <div className="mt4">
            {sites.map(site => (
              <RecordRow
                key={site.id}
                href={paths.site(site.id)}
                title={site.name}
                meta={
                  <>
                    {site.district && <span>{t.pick(districts[site.district])}</span>}
                    {site.building && <span>{site.building}</span>}
                    <span>{t('site.version', { n: site.version })}</span>
                    <span>{t('site.known', { known: site.known, n: site.facts })}</span>
                  </>
                }
                side={<Badge noun="site" status={site.status} />}
                sideNote={t('site.touched', { time: t.moment(site.updatedAt) })}
              />
            ))}
          </div>
        </>
      )}
    </Wrap>
  )
}
