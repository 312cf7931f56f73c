import { Secret, TOTP } from 'otpauth'

/** What an authenticator with this seed shows now, or some 30-second steps from now. */
export function codeOf(secret: string, ahead = 0, now = new Date()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: now.getTime() + ahead * 30_000,
  })
}
