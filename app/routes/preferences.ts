import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { densities, preferenceCookies, themes } from '#http/preferences.ts'
import { safeRedirect } from '#http/safe-redirect.ts'
import { paths } from '#paths'

const locales = ['zh', 'en'] as const

/** Keeps the reader's language, appearance and density of lists in cookies and goes back to where they were. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const chosen = {
    locale: locales.find(each => each === form.get('lang')),
    theme: themes.find(each => each === form.get('theme')),
    density: densities.find(each => each === form.get('density')),
  }
  const headers = new Headers()
  for (const cookie of preferenceCookies(chosen, context.env)) headers.append('Set-Cookie', cookie)
  return redirect(safeRedirect(form.get('next')), { status: 303, headers })
}

/** There is nothing to see here. */
export function loader() {
  return redirect(paths.home())
}
