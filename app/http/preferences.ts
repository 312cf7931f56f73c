import type { Locale } from '#domain/shared/localized.ts'
import { isSecure, readCookie, writeCookie } from './cookies.ts'
import type { HttpEnv } from './load-context.ts'

export const themes = ['auto', 'light', 'dark'] as const
type Theme = (typeof themes)[number]
/** How close the rows of a list of results stand. */
export const densities = ['comfortable', 'compact'] as const
type Density = (typeof densities)[number]

export interface Preferences {
  locale: Locale
  theme: Theme
  density: Density
}

const yearSeconds = 365 * 24 * 3600

/** The reader's stored language and theme; Chinese and the system's theme until they choose. */
export function preferencesOf(request: Request): Preferences {
  const header = request.headers.get('cookie')
  const theme = readCookie(header, 'theme')
  const density = readCookie(header, 'density')
  return {
    locale: readCookie(header, 'lang') === 'en' ? 'en' : 'zh',
    theme: themes.find(each => each === theme) ?? 'auto',
    density: densities.find(each => each === density) ?? 'comfortable',
  }
}

/** Set-Cookie values for what was chosen. */
export function preferenceCookies(
  { locale, theme, density }: Partial<Preferences>,
  env: Pick<HttpEnv, 'PUBLIC_ORIGIN'>,
): string[] {
  const options = { secure: isSecure(env), maxAgeSeconds: yearSeconds }
  return [
    ...(locale ? [writeCookie('lang', locale, options)] : []),
    ...(theme ? [writeCookie('theme', theme, options)] : []),
    ...(density ? [writeCookie('density', density, options)] : []),
  ]
}
