import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { paths } from '#paths'
import { showImport } from '#services/imports/show.ts'
import { ImportPage } from '#ui/imports/import-page.tsx'
import { speakError } from '#ui/imports/speak.ts'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('imports.title') }

export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams
  const asked = { show: query.get('show') ?? undefined, page: query.get('page') ?? undefined }
  return respond(args, async ctx => {
    const view = await showImport(ctx, args.params.importId, asked)
    const t = speakTo(args.request)
    const rows = view.rows.map(row => ({
      ...row,
      errors: row.errors.map(error => speakError(t, view.noun, error)),
    }))
    return { ...view, rows }
  })
}

export default function ShowImport() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  return (
    <Wrap>
      <Crumbs items={[{ label: t('imports.title'), href: paths.imports() }, { label: view.fileName }]} />
      <PageHead
        title={view.fileName}
        facts={
          <>
            <span>{t(`imports.noun.${view.noun}`)}</span>
            <span>{t('imports.rows', { n: view.total })}</span>
            <span>{t('imports.at', { time: t.dateTime(view.at) })}</span>
          </>
        }
      />
      <ImportPage view={view} />
    </Wrap>
  )
}
