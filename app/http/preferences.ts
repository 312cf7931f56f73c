import type { Locale } from '#domain/shared/localized.ts'
import { isSecure, readCookie, writeCookie } from './cookies.ts'
import type { HttpEnv } from './load-context.ts'

export const themes = ['auto', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

export interface Preferences {
  locale: Locale
  theme: Theme
}

const yearSeconds = 365 * 24 * 3600

/** The reader's stored language and theme; Chinese and the system's theme until they choose. */
export function preferencesOf(request: Request): Preferences {
  const header = request.headers.get('cookie')
  const theme = readCookie(header, 'theme')
  return {
    locale: readCookie(header, 'lang') === 'en' ? 'en' : 'zh',
    theme: themes.find(each => each === theme) ?? 'auto',
  }
}

/** Set-Cookie values for what was chosen. */
export function preferenceCookies(
  { locale, theme }: Partial<Preferences>,
  env: Pick<HttpEnv, 'PUBLIC_ORIGIN'>,
): string[] {
  const options = { secure: isSecure(env), maxAgeSeconds: yearSeconds }
  return [
    ...(locale ? [writeCookie('lang', locale, options)] : []),
    ...(theme ? [writeCookie('theme', theme, options)] : []),
  ]
}
