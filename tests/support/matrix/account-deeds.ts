import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { listSessions } from '#db/queries/sessions.ts'
import { account } from '#db/schema/index.ts'
import { type AccountId, brand } from '#domain/shared/ids.ts'
import { createSession } from '#services/accounts/session.ts'
import type { Context } from '#services/context.ts'
import { stopMatchesTokenFor } from '#services/matches/stop.ts'
import { inviteOfficer } from '#services/officers/invite.ts'
import { hashOfToken } from '#services/token.ts'
import { openVault } from '#services/vault.ts'
import { as } from '../context.ts'
import { hospital, officer } from '../factories.ts'
import type { Deed } from './deed.ts'
import type { People, Role, Seat } from './people.ts'
import { platformSecret } from './server.ts'

/** Everybody with an account; three of them stand for all. */
export const signedIn = 'none demand supply both handler approver auditor administrator expert district'
export const standIns = ['none', 'demand', 'handler'] as const

const personOf = (who: People, role: Role | Seat) => {
  if (role === 'guest') throw new Error('a guest has no account')
  return who.persons[role]
}

const accountRow =
  ({ db }: Context, id: AccountId) =>
  () =>
    db.select().from(account).where(eq(account.id, id))

/** What one does to oneself; whose account it is comes from the session and from nothing that is sent. */
const ownDeeds: Record<string, Deed> = {
  account: {
    ...{ may: signedIn, sees: 'all', standIns },
    async make(ctx, who, role) {
      const rows = accountRow(ctx, personOf(who, role).accountId)
      return { url: '/account', id: '', fields: { name: `示例员 ${v7().slice(-4)}`, phone: '' }, rows }
    },
  },
  'account/mail': {
    ...{ may: signedIn, sees: 'all', standIns },
    async make(ctx, who, role) {
      const rows = accountRow(ctx, personOf(who, role).accountId)
      return { url: '/account/mail', id: '', fields: { rhythm: 'none' }, rows }
    },
  },
  'account/mail/matches': {
    ...{ may: signedIn, sees: 'all', standIns },
    async make(ctx, who, role) {
      const rows = accountRow(ctx, personOf(who, role).accountId)
      return { url: '/account/mail/matches', id: '', fields: { rhythm: 'weekly' }, rows }
    },
  },
  // Whoever holds a letter's token.
  'notifications/matches/stop': {
    ...{ may: 'all', sees: 'all' },
    async make(ctx) {
      const { accountId } = await hospital(ctx.db)
      const token = stopMatchesTokenFor(openVault(platformSecret), accountId)
      return {
        ...{ url: '/notifications/matches/stop', id: '', fields: { token } },
        rows: accountRow(ctx, accountId),
      }
    },
  },
  // That nobody ends another's: tests/services/credentials.test.ts.
  'account/sessions': {
    ...{ may: signedIn, sees: 'all', standIns },
    async make({ db }, who, role) {
      const { accountId } = personOf(who, role)
      const { token } = await createSession(db, accountId)
      const id = hashOfToken(token)
      // Its own session stamps itself with each request, so the one that is to end is looked at alone.
      const rows = async () => (await listSessions(db, accountId)).filter(each => each.id === id)
      return { url: '/account/sessions', id: '', fields: { id }, rows }
    },
  },
}

/** 管理员 alone gives and takes offices. */
export const accountDeeds: Record<string, Deed> = {
  ...ownDeeds,
  officers: {
    may: 'administrator',
    sees: 'all',
    make: async () => ({
      url: '/officers',
      id: '',
      fields: { email: `${v7()}@example.cn`, role: 'handler', formKey: v7() },
    }),
  },
  'officers/invitations': {
    may: 'administrator',
    sees: 'all',
    async make(ctx, who) {
      const id = v7()
      const asked = { email: `${v7()}@example.cn`, role: 'expert', district: undefined, formKey: id } as const
      await inviteOfficer(as(ctx, who.persons.administrator), asked)
      return { url: '/officers/invitations', id: '', fields: { id: brand(id), formKey: v7() } }
    },
  },
  'contacts/:accountId': {
    may: 'handler approver auditor administrator',
    sees: 'all',
    shows: true,
    async make({ db }) {
      const { accountId } = await hospital(db)
      const fields = { reason: '电话核实现场开放日时间', formKey: v7() }
      return { url: `/contacts/${accountId}`, id: '', fields }
    },
  },
  'officers/relief': {
    may: 'administrator',
    sees: 'all',
    async make({ db }) {
      const { accountId } = await officer(db, 'handler')
      return {
        url: '/officers/relief',
        id: '',
        fields: { accountId, role: 'handler', reason: '岗位调整，不再任经办', formKey: v7() },
      }
    },
  },
}
