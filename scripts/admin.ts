import './production.ts'
import { randomBytes } from 'node:crypto'
import { findAccountByEmail } from '#db/queries/accounts.ts'
import { databaseNow } from '#db/queries/clock.ts'
import { hashPassword } from '#services/accounts/password.ts'
import type { Context } from '#services/context.ts'
import { newFormKey } from '#services/new-id.ts'
import { enrolPerson } from '#services/organizations/enrol.ts'
import { StartProblem } from '../db/start-problem.ts'
import { runCommand, say } from './console.ts'
import { openPlatform, type Platform } from './platform.ts'

const usage = 'Say whom: npm run admin -- invite EMAIL'

/** `npm run admin -- invite EMAIL`: an administrator of the bureau, with a password that is shown this once. */
await runCommand(async () => {
  const [deed, email = '', ...rest] = process.argv.slice(2)
  if (deed !== 'invite' || rest.length > 0 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    throw new StartProblem(usage)
  }
  const platform = await openPlatform()
  try {
    const password = await invite(platform, email)
    say(`\n${email} is an administrator now and signs in at ${platform.env.PUBLIC_ORIGIN}/sign-in with`)
    say(`\n  ${password}\n\nThis password is shown once and stored nowhere: hand it over in person.`)
  } finally {
    await platform.close()
  }
})

async function invite({ db, search }: Platform, email: string): Promise<string> {
  if (await findAccountByEmail(db, email)) {
    throw new StartProblem(`${email} has an account already: invite another address.`)
  }
  const actor = { kind: 'system' as const, name: '平台（命令行）' }
  const ctx: Context = { actor, now: new Date(), clock: databaseNow, db, search, requestId: newFormKey() }
  const password = randomBytes(15).toString('base64url')
  await enrolPerson(ctx, {
    email,
    name: email.split('@')[0] ?? email,
    passwordHash: await hashPassword(password),
    demo: false,
    offices: [{ role: 'administrator', district: null }],
  })
  return password
}
