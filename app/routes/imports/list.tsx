import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { listImports } from '#services/imports/show.ts'
import { ImportsPage } from '#ui/imports/imports-page.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('imports.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, listImports)
}

export default function Imports() {
  const t = useT()
  return (
    <Wrap>
      <Crumbs items={[{ label: t('imports.title') }]} />
      <PageHead title={t('imports.title')} facts={<span>{t('imports.lead')}</span>} />
      <ImportsPage {...useLoaderData<typeof loader>()} />
    </Wrap>
  )
}
