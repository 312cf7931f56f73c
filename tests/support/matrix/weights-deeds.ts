import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { visitor } from '#domain/shared/actor.ts'
import type { OfficerRole } from '#domain/vocabulary.ts'
import { contentOf } from '#domain/weights/content.ts'
import { typedWeights } from '#domain/weights/form.ts'
import { paths } from '#paths'
import type { Context } from '#services/context.ts'
import { currentWeights } from '#services/matching/weights.ts'
import { openVault } from '#services/vault.ts'
import { proposeWeights } from '#services/weights/propose.ts'
import { showProposal } from '#services/weights/show.ts'
import { as } from '../context.ts'
import { officer } from '../factories.ts'
import type { Deed } from './deed.ts'
import { platformSecret } from './server.ts'

/** Weights that differ from those in force, on whatever version is. */
async function form(ctx: Context, formKey: string) {
  const inForce = await currentWeights(ctx.db)
  const unknownDiscount = inForce.unknownDiscount === 0.2 ? 0.19 : 0.2
  const typed = typedWeights({ ...contentOf(inForce), unknownDiscount })
  return { ...typed, formKey, basedOn: String(inForce.version), grounds: '矩阵里提出的一件修改建议' }
}

const rowsOf = (ctx: Context, id: string) => async () => [
  ...(await ctx.db.execute(sql`select * from weights_proposal where id = ${id}`)),
]

/** Proposed by an officer who is none of those that ask. */
async function proposed(ctx: Context, role: OfficerRole = 'handler') {
  return proposeWeights(as(ctx, await officer(ctx.db, role)), await form(ctx, v7()))
}

const desk = 'handler approver'

const onProposal = (
  path: (id: string) => string,
  more: (reader: Context, id: string) => object | Promise<object>,
): Deed => ({
  ...{ may: desk, sees: 'handler approver auditor', asksFirst: true },
  async make(ctx, { persons }, role) {
    const { id } = await proposed(ctx)
    const reader = as(ctx, role === 'guest' ? visitor : persons[role])
    const fields = { id, rev: '0', ...(await more(reader, id)) }
    return { url: path(id), id, fields, rows: rowsOf(ctx, id) }
  },
})

/** What the reader's own page sends along; whoever may not read it makes something up. */
async function seenBy(reader: Context, id: string) {
  // The platform under test has a secret of its own.
  const page = await showProposal({ ...reader, vault: openVault(platformSecret) }, id).catch(() => null)
  return { seen: page?.seen ?? 'nothing seen' }
}

export const weightsDeeds: Record<string, Deed> = {
  'weights/new': {
    ...{ may: desk, sees: 'all' },
    async make(ctx) {
      const formKey = v7()
      return { url: paths.weightsNew(), id: '', fields: await form(ctx, formKey), rows: rowsOf(ctx, formKey) }
    },
  },
  'weights/proposals/:proposalId/publication': onProposal(paths.weightsPublication, seenBy),
  'weights/proposals/:proposalId/return': onProposal(paths.weightsReturn, () => ({ reason: '理由还不充分' })),
}
