import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { paths } from '#paths'
import { stopMatchLetters } from '#services/matches/stop.ts'
import { OneClick } from '#services/saved-searches/stop.ts'

const tokenIn = ({ request }: { request: Request }) => new URL(request.url).searchParams.get('token') ?? ''

/** Whoever opens it in a browser is asked first: programs open links by themselves. */
export function loader(args: LoaderFunctionArgs) {
  return redirect(paths.matchesStop(tokenIn(args)), 302)
}

/** The one-click stop of RFC 8058: posted by the reader's mail program, which has no session and shows no page. */
export async function action(args: ActionFunctionArgs) {
  return deed(args, OneClick, async (_pressed, ctx) => {
    await stopMatchLetters(ctx, { token: tokenIn(args) })
    return new Response(null, { status: 204 })
  })
}
