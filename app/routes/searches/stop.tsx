import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deed } from '#http/deed.ts'
import { respond } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { StopLetters, showStop, stopLetters } from '#services/saved-searches/stop.ts'
import { StopPage } from '#ui/saved-searches/stop-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('savedSearch.stop.title') }

export async function loader(args: LoaderFunctionArgs) {
  const token = new URL(args.request.url).searchParams.get('token')
  return respond(args, ctx => showStop(ctx, token))
}

export async function action(args: ActionFunctionArgs) {
  return deed(args, StopLetters, async (value, ctx) => {
    await stopLetters(ctx, value)
    return redirectWithToast(args.context, paths.searchStop(value.token), {
      key: 'savedSearch.toast.stopped',
    })
  })
}

export default function Stop() {
  return <StopPage {...useLoaderData<typeof loader>()} />
}
