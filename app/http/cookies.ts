/** The value of one cookie, or null; the first wins when a name is sent twice. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}

export interface CookieOptions {
  /** Whether the site is served over https; then the cookie is never sent in clear. */
  secure: boolean
  maxAgeSeconds: number
}

/** A Set-Cookie value that no script reads and no other site's form sends. `value` must be free of `;` and blanks. */
export function writeCookie(name: string, value: string, { secure, maxAgeSeconds }: CookieOptions): string {
  const parts = [`${name}=${value}`, 'Path=/', `Max-Age=${maxAgeSeconds}`, 'HttpOnly', 'SameSite=Lax']
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ')
}

/** Over https the `__Host-` prefix ties a cookie to this very host. */
export const cookieName = (name: string, secure: boolean) => (secure ? `__Host-${name}` : name)

export const isSecure = ({ PUBLIC_ORIGIN }: { PUBLIC_ORIGIN: string }) => PUBLIC_ORIGIN.startsWith('https:')
