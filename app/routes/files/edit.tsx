import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { uploaded } from '#http/uploaded.ts'
import { paths } from '#paths'
import type { Context } from '#services/context.ts'
import { AddFiles, addFiles, permitAddFiles } from '#services/files/add.ts'
import { showFiles } from '#services/files/list.ts'
import { FilesPage } from '#ui/files/files-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('file.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showFiles(ctx, args.params.noun, args.params.objectId))
}

export async function action(args: ActionFunctionArgs) {
  const { noun, objectId } = args.params
  const door = { schema: AddFiles, gate: (ctx: Context) => permitAddFiles(ctx, noun, objectId) }
  return uploaded(args, door, async (form, ctx, { files }) => {
    await addFiles(ctx, form, files)
    const back = paths.filesOf(form.noun, form.objectId)
    return redirectWithToast(args.context, back, { key: 'file.toast.added' })
  })
}

export default function EditFiles() {
  return <FilesPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
