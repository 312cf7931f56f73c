import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes; the letter carries them, the database their SHA-256. */
export const newToken = () => randomBytes(32).toString('base64url')

export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex')
