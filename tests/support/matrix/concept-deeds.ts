import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { OfficerRole } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { proposeConcept } from '#services/concepts/propose.ts'
import type { Context } from '#services/context.ts'
import { as } from '../context.ts'
import { officer } from '../factories.ts'
import type { Deed } from './deed.ts'

let counted = 0
/** A name that no other form has. */
const someName = () => `矩阵机${String.fromCodePoint(0x4e00 + counted++)}型`

const rowsOf = (ctx: Context, id: string) => async () => [
  ...(await ctx.db.execute(sql`select * from concept_proposal where id = ${id}`)),
]

/** Proposed by an officer who is none of those that ask. */
async function proposed(ctx: Context, role: OfficerRole = 'handler') {
  const by = await officer(ctx.db, role)
  const form = { kind: 'addName', conceptId: '四足机器人', source: '矩阵里见到', formKey: v7() } as const
  return proposeConcept(as(ctx, by), { ...form, name: someName() })
}

const desk = 'handler approver'

const onProposal = (path: (id: string) => string, fields: object = {}): Deed => ({
  ...{ may: desk, sees: 'handler approver auditor', asksFirst: true },
  async make(ctx) {
    const { id } = await proposed(ctx)
    return { url: path(id), id, fields: { id, rev: '0', ...fields }, rows: rowsOf(ctx, id) }
  },
})

export const conceptDeeds: Record<string, Deed> = {
  'concepts/new': {
    ...{ may: desk, sees: 'all' },
    async make(ctx) {
      const formKey = v7()
      const fields = {
        formKey,
        kind: 'addName',
        conceptId: '四足机器人',
        name: someName(),
        source: '矩阵里见到',
      }
      return {
        url: paths.conceptNew({ kind: 'addName', concept: '四足机器人' }),
        id: '',
        fields,
        rows: rowsOf(ctx, formKey),
      }
    },
  },
  'concepts/proposals/:proposalId/publication': onProposal(paths.conceptPublication),
  'concepts/proposals/:proposalId/return': onProposal(paths.conceptReturn, { reason: '已有相近的叫法' }),
}
