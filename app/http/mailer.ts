import nodemailer from 'nodemailer'
import type { Tx } from '#db/client.ts'
import { insertMail } from '#db/queries/notifications.ts'
import { newFormKey } from '#services/new-id.ts'

export interface Letter {
  to: string
  subject: string
  body: string
}

/** Where letters go: an SMTP server, or the mailbox page of a demo installation. */
export interface Mailer {
  send(tx: Tx, letter: Letter): Promise<void>
}

export function openMailer({
  SMTP_URL,
  MAIL_FROM,
}: {
  SMTP_URL?: string | undefined
  MAIL_FROM: string
}): Mailer {
  if (!SMTP_URL) {
    return { send: (tx, letter) => insertMail(tx, { id: newFormKey(), ...letter }) }
  }
  const transport = nodemailer.createTransport({
    url: SMTP_URL,
    connectionTimeout: 5_000,
    socketTimeout: 5_000,
  })
  return {
    async send(_tx, { to, subject, body }) {
      await transport.sendMail({ from: MAIL_FROM, to, subject, text: body })
    },
  }
}
