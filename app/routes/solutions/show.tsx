import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { newFormKey } from '#services/new-id.ts'
import { showSolution } from '#services/solutions/show.ts'
import { FirmName } from '#ui/firms/firm-name.tsx'
import { DomainTag, SourceTag } from '#ui/primitives/tags.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import { PageSplit } from '#ui/shell/page-split.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { MeasureTen } from '#ui/solutions/measure-ten.tsx'
import { SolutionActions } from '#ui/solutions/solution-actions.tsx'
import { SolutionBody } from '#ui/solutions/solution-body.tsx'
import { SolutionNotes } from '#ui/solutions/solution-notes.tsx'
import { SolutionStateLine } from '#ui/solutions/state-answers.tsx'
import { SolutionProcess, VersionList } from '#ui/solutions/version-list.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { view }) => view.content.name ?? t('solution.mine.untitled'),
}

const Version = z.coerce.number().int().min(1).optional().catch(undefined)

export async function loader(args: LoaderFunctionArgs) {
  const version = Version.parse(new URL(args.request.url).searchParams.get('version') ?? undefined)
  return respond(args, async ctx => ({
    view: await showSolution(ctx, { id: args.params.solutionId, version }),
    formKey: newFormKey(),
  }))
}

export default function ShowSolution() {
  const t = useT()
  const { view, formKey } = useLoaderData<typeof loader>()
  const { content, source, organization, number } = view
  const [domain] = content.domains
  const name = content.name ?? t('solution.mine.untitled')
  return (
    <Wrap>
      <Crumbs
        items={[{ label: t('solution.list.title'), href: paths.solutions() }, { label: number ?? name }]}
      />
      <PageHead
        over={domain && <DomainTag domain={domain} />}
        title={name}
        facts={
          <>
            <FirmName firm={organization.firm} name={organization.name} />
            <SourceTag source={source} />
          </>
        }
      />
      <SolutionStateLine view={view} />
      <PageSplit
        label={t('common.state.can')}
        first={<SolutionActions view={view} formKey={formKey} />}
        rest={
          <>
            <VersionList view={view} />
            <SolutionProcess view={view} />
          </>
        }
      >
        <SolutionNotes view={view} />
        <SolutionBody view={view} />
        <MeasureTen />
      </PageSplit>
    </Wrap>
  )
}
