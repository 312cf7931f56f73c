import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { showSubmissions } from '#services/imports/submissions.ts'
import { SubmissionsPage } from '#ui/imports/submissions-page.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('submissions.title') }

export async function loader(args: LoaderFunctionArgs) {
  const page = new URL(args.request.url).searchParams.get('page') ?? undefined
  return respond(args, ctx => showSubmissions(ctx, args.params.importId, { page }))
}

export default function ImportSubmission() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('imports.title'), href: paths.imports() },
          { label: view.fileName, href: paths.import(view.id) },
          { label: t('submissions.title') },
        ]}
      />
      <PageHead title={t('submissions.title')} facts={<span>{t('submissions.lead')}</span>} />
      <SubmissionsPage view={view} />
    </Wrap>
  )
}
