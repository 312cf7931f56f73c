import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { criterionOf } from '#domain/ontology/criteria.ts'
import { formatNeed } from '#domain/ontology/values.ts'
import { siteDifferences, siteLines } from '#domain/sites/lines.ts'
import { requirementsOf } from '#domain/sites/needs.ts'
import { siteTables } from '#domain/sites/tables.ts'
import { districts } from '#domain/vocabulary.ts'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { paths } from '#paths'
import { showSite } from '#services/sites/show.ts'
import { Badge } from '#ui/primitives/badge.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { SitePage } from '#ui/sites/site-page.tsx'
import { markDifference } from '#ui/sites/speak.ts'

export const handle: PageHandle<{ name: string }> = { title: (_, { name }) => name }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => {
    const asked = new URL(args.request.url).searchParams.get('version')
    const version = asked === null ? undefined : Number(asked)
    const { content, before, ...view } = await showSite(ctx, { id: args.params.siteId, version })
    const { locale } = speakTo(args.request)
    const { name, district, building } = content
    return {
      ...{ ...view, name, district, building },
      lines: siteLines(content, locale),
      tables: siteTables(content, locale),
      needs: requirementsOf(content).map(({ criterion, value }) => ({
        label: criterionOf(criterion).label[locale],
        value: formatNeed(criterion, value, locale),
      })),
      changes: before && siteDifferences(before, content, locale).map(markDifference),
    }
  })
}

export default function ShowSite() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  const { name, district, building, organization, status, version } = view
  return (
    <Wrap>
      <Crumbs items={[{ label: t('site.title'), href: paths.sites() }, { label: name }]} />
      <PageHead
        title={name}
        facts={
          <>
            <Badge noun="site" status={status} />
            <span>{organization}</span>
            {district && <span>{t.pick(districts[district])}</span>}
            {building && <span>{building}</span>}
            <span>{t('site.version', { n: version })}</span>
          </>
        }
      />
      <SitePage view={view} />
    </Wrap>
  )
}
