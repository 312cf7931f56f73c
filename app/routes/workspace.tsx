import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { canSeeQueue } from '#domain/organizations/policy.ts'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { paths } from '#paths'
import { showWorkspace } from '#services/home/workspace.ts'
import { deskTalks } from '#services/introductions/list.ts'
import { DeskTalks, DeskTurns } from '#ui/introductions/desk-talks.tsx'
import { speakLists } from '#ui/introductions/speak.ts'
import { SourceTag } from '#ui/primitives/tags.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { Link } from '#ui/shell/link.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { WorkspaceBody, WorkspaceState } from '#ui/workspace/workspace-page.tsx'

export const handle: PageHandle = { title: t => t('workspace.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => {
    const view = await showWorkspace(ctx)
    // An officer without an organisation works at the queue.
    if (view.organizations.length === 0 && canSeeQueue(ctx.actor).ok) throw redirect(paths.queue())
    const talks = speakLists(speakTo(args.request), await deskTalks(ctx))
    return { view, talks }
  })
}

export default function WorkspaceRoute() {
  const t = useT()
  const { view, talks } = useLoaderData<typeof loader>()
  const [own] = view.organizations
  const turns = talks.introductions.length + talks.inquiries.length
  return (
    <Wrap>
      <Crumbs items={[{ label: t('workspace.title') }]} />
      <PageHead
        title={own?.name ?? t('workspace.title')}
        facts={
          <>
            <span>{view.person}</span>
            {own && <SourceTag source={own.source} />}
            {view.organizations.map(each => (
              <Link key={each.id} href={paths.organization(each.id)}>
                {each === own ? t('workspace.organization') : each.name}
              </Link>
            ))}
          </>
        }
      />
      <WorkspaceState view={view} talks={turns} />
      <WorkspaceBody view={view} turn={turns > 0 && <DeskTurns view={talks} />} />
      {view.organizations.length > 0 && <DeskTalks waiting={talks.waiting} />}
    </Wrap>
  )
}
