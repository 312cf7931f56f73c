import nodemailer from 'nodemailer'
import type { Tx } from '#db/client.ts'
import type { Letter } from '#services/notifications/deliver.ts'
import { keepLetter } from '#services/notifications/deliver.ts'
import { openVault } from '#services/vault.ts'

/** Where letters go: an SMTP server, or the mailbox page of a demo installation. */
export interface Mailer {
  send(tx: Tx, letter: Letter): Promise<void>
}

export function openMailer({
  SMTP_URL,
  MAIL_FROM,
  SECRET_KEY,
}: {
  SMTP_URL?: string | undefined
  MAIL_FROM: string
  SECRET_KEY: string
}): Mailer {
  if (!SMTP_URL) {
    const vault = openVault(SECRET_KEY)
    return { send: (tx, letter) => keepLetter(tx, { ...letter, body: vault.seal(letter.body) }) }
  }
  const transport = nodemailer.createTransport({
    url: SMTP_URL,
    connectionTimeout: 5_000,
    socketTimeout: 5_000,
  })
  return {
    async send(_tx, { to, subject, body, headers }) {
      await transport.sendMail({ from: MAIL_FROM, to, subject, text: body, ...(headers && { headers }) })
    },
  }
}
