import { Secret, TOTP } from 'otpauth'

/** What an authenticator with this seed shows at this moment, or some 30-second steps later. */
export function codeOf(secret: string, ahead = 0, now = new Date()): string {
  const timestamp = now.getTime() + ahead * 30_000
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
}
