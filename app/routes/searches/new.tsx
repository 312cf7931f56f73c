import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { preferencesOf } from '#http/preferences.ts'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { SaveSearch, saveSearch, showSaveSheet } from '#services/saved-searches/save.ts'
import { SaveForm } from '#ui/saved-searches/save-form.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('savedSearch.newTitle') }

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  const { locale } = preferencesOf(args.request)
  return respond(args, ctx => showSaveSheet(ctx, searchParams, locale))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, SaveSearch, async (value, ctx) => {
    const { already } = await saveSearch(ctx, value)
    const key = already ? 'savedSearch.toast.already' : 'savedSearch.toast.saved'
    return redirectWithToast(args.context, paths.searches(), { key })
  })
}

export default function NewSearch() {
  const answer = useActionData<typeof action>()
  return <SaveForm sheet={useLoaderData<typeof loader>()} lastResult={answer?.submission} />
}
