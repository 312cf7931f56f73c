import { z } from 'zod'
import { insertScenario } from '#db/queries/scenarios.ts'
import { isSystem } from '#domain/organizations/policy.ts'
import { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type { OrganizationId, ScenarioId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { record } from '../record.ts'
import { permit } from '../refusal.ts'
import { indexScenario } from '../search/sync.ts'
import { inTransaction } from '../transaction.ts'
import { columnsOf } from './columns.ts'

export const ReportScenario = z.object({
  organizationId: z.custom<OrganizationId>(),
  content: ScenarioDraft,
  sourceUrl: z.url({ protocol: /^https?$/ }).nullable(),
  sourceYear: z.number().int().min(1990).max(2100).nullable(),
})
export type ReportScenario = z.input<typeof ReportScenario>

/** 公开报道案例: read in public, listed with its source, nobody's open call. What was not read stays unknown. */
export async function reportScenario(ctx: Context, input: ReportScenario): Promise<ScenarioId> {
  const { organizationId, content, sourceUrl, sourceYear } = ReportScenario.parse(input)
  permit(isSystem(ctx.actor))
  const id = newId<ScenarioId>()
  await inTransaction(ctx, async tx => {
    const source = {
      source: 'report' as const,
      sourceUrl,
      sourceYear,
      status: 'published' as const,
      publishedAt: ctx.now,
    }
    await insertScenario(tx, { id, organizationId, ...source, ...columnsOf(content) })
    await record(tx, ctx, {
      noun: 'scenario',
      id,
      deed: 'report',
      from: null,
      to: 'published',
      after: content,
    })
    await indexScenario(tx, ctx, id)
  })
  return id
}
