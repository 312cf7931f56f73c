import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import type { OrganizationPage } from '#services/organizations/show.ts'
import { showOrganization } from '#services/organizations/show.ts'
import { OrganizationBody, OrganizationState } from '#ui/organization/organization-page.tsx'
import { SourceTag } from '#ui/primitives/tags.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle<OrganizationPage> = { title: (_t, organization) => organization.name }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showOrganization(ctx, args.params.organizationId))
}

export default function ShowOrganization() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  const start =
    view.role === null
      ? { label: t('queue.title'), href: paths.queue({ kind: 'organization' }) }
      : { label: t('workspace.title'), href: paths.desk() }
  return (
    <Wrap>
      <Crumbs items={[start, { label: t('organization.title') }]} />
      <PageHead
        title={view.name}
        facts={
          <>
            <span className="num">{view.uscc}</span>
            <SourceTag source={view.source} />
          </>
        }
      />
      <OrganizationState view={view} />
      <OrganizationBody view={view} />
    </Wrap>
  )
}
