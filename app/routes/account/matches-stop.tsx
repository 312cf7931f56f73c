import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deed } from '#http/deed.ts'
import { respond } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { StopMatchLetters, showStopMatches, stopMatchLetters } from '#services/matches/stop.ts'
import { StopMatches } from '#ui/account/stop-matches.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('matches.stop.title') }

export async function loader(args: LoaderFunctionArgs) {
  const token = new URL(args.request.url).searchParams.get('token')
  return respond(args, ctx => showStopMatches(ctx, token))
}

export async function action(args: ActionFunctionArgs) {
  return deed(args, StopMatchLetters, async (value, ctx) => {
    await stopMatchLetters(ctx, value)
    return redirectWithToast(args.context, paths.matchesStop(value.token), { key: 'matches.stop.stopped' })
  })
}

export default function Stop() {
  return <StopMatches {...useLoaderData<typeof loader>()} />
}
