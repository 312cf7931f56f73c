import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { respond } from '#http/respond.ts'
import { noSessionCookie, sessionToken } from '#http/session.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { signOut } from '#services/accounts/sign-out.ts'

/** Ends the session and leaves for the home page. */
export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  return respond(args, async ctx => {
    await signOut(ctx, sessionToken(request.headers.get('cookie'), context.env))
    const headers = new Headers({ 'Set-Cookie': noSessionCookie(context.env) })
    return redirectWithToast(context, paths.home(), { key: 'account.signedOut', headers })
  })
}

/** There is nothing to see here. */
export function loader() {
  return redirect(paths.home())
}
