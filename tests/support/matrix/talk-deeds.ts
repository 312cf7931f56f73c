import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { paths } from '#paths'
import type { Context } from '#services/context.ts'
import { ask, askingScenario, invite } from '../talks.ts'
import type { Deed } from './deed.ts'
import type { People } from './people.ts'

const sides = 'demand supply handler approver auditor'

/** A call of `demand` that needs what the product of `supply` does not state. */
async function pairOf(ctx: Context, { casts: { A } }: People) {
  return { scenarioId: (await askingScenario(ctx, A)).id, productId: A.productId }
}

const introductionsOf = (ctx: Context, scenarioId: ScenarioId) => async () => [
  ...(await ctx.db.execute(sql`select * from introduction where scenario_id = ${scenarioId}`)),
]
const inquiriesOf = (ctx: Context, scenarioId: ScenarioId) => async () => [
  ...(await ctx.db.execute(sql`select * from inquiry where scenario_id = ${scenarioId}`)),
]

export const talkDeeds: Record<string, Deed> = {
  // A firm offers, a demand side invites; the refused send the firm's form.
  'introductions/new': {
    ...{ may: 'demand supply', sees: 'all' },
    async make(ctx, who, role) {
      const { scenarioId, productId } = await pairOf(ctx, who)
      const direction = role === 'demand' ? 'invite' : 'offer'
      const fields = { direction, scenarioId, productId, message: '请看', formKey: v7() }
      const url = paths.introductionNew({ direction, scenario: scenarioId, product: productId })
      return { url, id: '', fields, rows: introductionsOf(ctx, scenarioId) }
    },
  },
  'introductions/:introductionId': {
    ...{ may: 'supply', sees: sides, asksFirst: true },
    async make(ctx, who) {
      const pair = await pairOf(ctx, who)
      const { id } = await invite(ctx, who.casts.A.demand, pair)
      const fields = { id, rev: '0', answer: 'declined', reason: 'timing' }
      return { url: paths.introduction(id), id, fields, rows: introductionsOf(ctx, pair.scenarioId) }
    },
  },
  'introductions/:introductionId/withdrawal': {
    ...{ may: 'demand', sees: sides, asksFirst: true },
    async make(ctx, who) {
      const pair = await pairOf(ctx, who)
      const { id } = await invite(ctx, who.casts.A.demand, pair)
      const fields = { id, rev: '0' }
      return {
        url: paths.introductionWithdrawal(id),
        id,
        fields,
        rows: introductionsOf(ctx, pair.scenarioId),
      }
    },
  },
  inquiries: {
    ...{ may: 'demand', sees: 'all' },
    async make(ctx, who) {
      const { scenarioId, productId } = await pairOf(ctx, who)
      const fields = { scenarioId, productId, criteria: 'runtimeHours' }
      return { url: paths.inquiries(), id: scenarioId, fields, rows: inquiriesOf(ctx, scenarioId) }
    },
  },
  'inquiries/:inquiryId': {
    ...{ may: 'supply', sees: sides, asksFirst: true },
    async make(ctx, who) {
      const pair = await pairOf(ctx, who)
      const id = await ask(ctx, who.casts.A.demand, pair, ['runtimeHours'])
      const fields = { id, rev: '0', reason: 'unmeasured' }
      return { url: paths.inquiry(id), id, fields, rows: inquiriesOf(ctx, pair.scenarioId) }
    },
  },
}
