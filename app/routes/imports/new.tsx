import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { uploaded } from '#http/uploaded.ts'
import { paths } from '#paths'
import { listImports } from '#services/imports/show.ts'
import { permitImport, UploadImport, uploadImport } from '#services/imports/upload.ts'
import { newFormKey } from '#services/new-id.ts'
import { Templates, UploadForm } from '#ui/imports/imports-page.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('imports.new') }

export async function loader(args: LoaderFunctionArgs) {
  const noun = new URL(args.request.url).searchParams.get('noun')
  return respond(args, async ctx => ({ can: (await listImports(ctx)).can, noun, formKey: newFormKey() }))
}

export async function action(args: ActionFunctionArgs) {
  const door = { schema: UploadImport, gate: permitImport }
  return uploaded(args, door, async (form, ctx, { files }) =>
    redirect(paths.import((await uploadImport(ctx, form, files)).id)),
  )
}

export default function NewImport() {
  const t = useT()
  return (
    <Wrap>
      <Crumbs items={[{ label: t('imports.title'), href: paths.imports() }, { label: t('imports.new') }]} />
      <PageHead title={t('imports.new')} facts={<span>{t('imports.lead')}</span>} />
      <UploadForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
      <Templates />
    </Wrap>
  )
}
