import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Seals what the database may keep but whoever reads the database may not use: seeds of codes, links in letters. */
export interface Vault {
  seal(text: string): string
  /** Throws when the text was sealed under another key, or altered. */
  open(sealed: string): string
}

const version = 'v1'

/** AES-256-GCM under a key derived from the installation's secret, which never enters the database. */
export function openVault(secret: string): Vault {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'robot-plus vault', 32))
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [version, ...[nonce, cipher.getAuthTag(), body].map(part => part.toString('base64url'))].join(
        '.',
      )
    },
    open(sealed) {
      const [made, nonce = '', tag = '', body = ''] = sealed.split('.')
      if (made !== version) throw new Error('not a sealed text')
      const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
      cipher.setAuthTag(Buffer.from(tag, 'base64url'))
      return Buffer.concat([cipher.update(Buffer.from(body, 'base64url')), cipher.final()]).toString('utf8')
    },
  }
}
