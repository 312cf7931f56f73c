import './production.ts'
import { findAccountByEmail } from '#db/queries/accounts.ts'
import { databaseNow } from '#db/queries/clock.ts'
import { linkMinutes } from '#domain/accounts/lifetime.ts'
import { openFileStore } from '#http/files.ts'
import { paths } from '#paths'
import { issueLink } from '#services/accounts/one-time.ts'
import type { Context } from '#services/context.ts'
import { newFormKey } from '#services/new-id.ts'
import { inviteOfficer } from '#services/officers/invite.ts'
import { openVault } from '#services/vault.ts'
import { StartProblem } from '../db/start-problem.ts'
import { runCommand, say } from './console.ts'
import { openPlatform, type Platform } from './platform.ts'

const usage = 'Say whom: npm run admin -- invite EMAIL, or npm run admin -- reset EMAIL'
const deeds = { invite, reset }

/** `npm run admin -- invite EMAIL` makes an administrator, `reset EMAIL` lets a person set a new password. */
await runCommand(async () => {
  const [deed = '', email = '', ...rest] = process.argv.slice(2)
  if (!isDeed(deed) || rest.length > 0 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new StartProblem(usage)
  const platform = await openPlatform()
  try {
    await deeds[deed](platform, email.toLowerCase())
  } finally {
    await platform.close()
  }
})

const isDeed = (word: string): word is keyof typeof deeds => Object.hasOwn(deeds, word)

/** The link is printed because the first administrator has nobody else to get it from; it is mailed as well. */
async function invite(platform: Platform, email: string): Promise<void> {
  const { db, search, env } = platform
  const known = await findAccountByEmail(db, email)
  if (known?.demo) throw new StartProblem(`${email} is one of the demo's people: invite another address.`)
  const ctx: Context = {
    actor: { kind: 'system', name: '平台（命令行）' },
    now: new Date(),
    clock: databaseNow,
    db,
    search,
    vault: openVault(env.SECRET_KEY),
    files: openFileStore(env),
    requestId: newFormKey(),
  }
  const { token } = await inviteOfficer(ctx, {
    email,
    role: 'administrator',
    district: undefined,
    formKey: newFormKey(),
  })
  say(`\n${email} becomes an administrator at\n\n  ${env.PUBLIC_ORIGIN}${paths.officeJoin(token)}`)
  say('\nThe link works once, for seven days. A second factor is set up on the way in.')
}

async function reset({ db, env }: Platform, email: string): Promise<void> {
  const known = await findAccountByEmail(db, email)
  if (!known || known.demo) throw new StartProblem(`${email} has no account here.`)
  const token = await issueLink(db, { purpose: 'resetPassword', accountId: known.id, subject: '' })
  say(`\n${email} sets a new password at\n\n  ${env.PUBLIC_ORIGIN}${paths.resetWith(token)}`)
  say(`\nThe link works once, for ${linkMinutes.resetPassword} minutes. A second factor stays.`)
}
