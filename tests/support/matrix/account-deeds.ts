import { v7 } from 'uuid'
import { brand } from '#domain/shared/ids.ts'
import { inviteOfficer } from '#services/officers/invite.ts'
import { as } from '../context.ts'
import { hospital, officer } from '../factories.ts'
import type { Deed } from './deed.ts'

/** 管理员 alone gives and takes offices. */
export const accountDeeds: Record<string, Deed> = {
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
