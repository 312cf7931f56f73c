import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { EditSavedSearch, editSavedSearch, showSavedSearch } from '#services/saved-searches/change.ts'
import { EditForm } from '#ui/saved-searches/edit-form.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = { title: (_t, { name }) => name }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showSavedSearch(ctx, args.params.savedSearchId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, EditSavedSearch, async (value, ctx) => {
    await editSavedSearch(ctx, value)
    return redirectWithToast(args.context, paths.searches(), { key: 'savedSearch.toast.edited' })
  })
}

export default function EditSearch() {
  return <EditForm search={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
