import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { recoveryCodeCount } from '#domain/accounts/second-factor.ts'

const period = 30
const issuer = '机器人+ 场景供需对接'

// public: codes are computed for the verbs that judge who asks
/** 160 random bits in base32, as authenticators take them. */
export const newTotpSecret = () => new Secret({ size: 20 }).base32

/** RFC 6238 with SHA-1, six digits, 30 s: what every authenticator understands. */
export function totpUri(secret: string, email: string): string {
  return totp(secret, email).toString()
}

/** The 30-second step whose code this is, one step early or late allowed; null when it is none of them. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const delta = totp(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta
}

const totp = (secret: string, label: string) =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), digits: 6, period })

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Ten codes of 80 random bits, to be kept on paper. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () =>
    [...randomBytes(16)].map(byte => alphabet[byte % 32]).join(''),
  )
}

/** A code of 80 random bits needs no slow hash. */
export const hashOfCode = (code: string) => createHash('sha256').update(code).digest('hex')
