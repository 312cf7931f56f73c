/**
 * A path of this site, or `/`. Whatever could lead a browser elsewhere is not a path: a scheme, `//`, a backslash
 * or control characters, also when hidden behind percent-encoding.
 */
export function safeRedirect(target: unknown, otherwise = '/'): string {
  if (typeof target !== 'string' || target.length > 2048) return otherwise
  return isPathHere(target) && isPathHere(decoded(target)) ? target : otherwise
}

const isPathHere = (text: string | null) => text !== null && /^\/(?![/\\])/.test(text) && !hasForbidden(text)

function hasForbidden(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20 || (code > 0x7e && code < 0xa0) || character === '\\') return true
  }
  // `/a/..//elsewhere` and `/./` followed by `/` become `//elsewhere` when a browser tidies them up.
  return new URL(text, 'http://here.invalid').pathname.startsWith('//')
}

/** Decoded until nothing changes, so that `%252f` hides nothing; null when it is not UTF-8. */
function decoded(text: string): string | null {
  try {
    let now = text
    for (let round = 0; round < 5; round++) {
      const next = decodeURIComponent(now)
      if (next === now) return now
      now = next
    }
    return null
  } catch {
    return null
  }
}
