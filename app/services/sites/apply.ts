import { z } from 'zod'
import { findHistoryByKey } from '#db/queries/history.ts'
import { setScenarioContent } from '#db/queries/scenarios.ts'
import { canEditScenario } from '#domain/scenarios/policy.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import { deviationsOf, withSite } from '#domain/sites/needs.ts'
import { canApplySite } from '#domain/sites/policy.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { record } from '../record.ts'
import { permit } from '../refusal.ts'
import { columnsOf } from '../scenarios/columns.ts'
import { factsOf, loadScenario } from '../scenarios/load.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict, permitFresh } from '../transition.ts'
import { loadSite, standingOf } from './load.ts'

export const ApplySite = z.object({ id: id.scenario, siteId: id.site, rev, formKey })
export type ApplySite = z.infer<typeof ApplySite>

export interface ApplyOutcome {
  /** Needs that the draft did not state and the site implies. */
  added: number
  /** Needs that were written and differ from the site; they stay as written. */
  differing: number
  /** Needs for which the draft had no room. */
  left: number
}

/** 套用现场档案 to a draft: adds what is not said yet, changes nothing that is. Twice is once. */
export async function applySite(ctx: Context, input: ApplySite): Promise<ApplyOutcome> {
  const { id: scenarioId, siteId, rev: shown, formKey: key } = ApplySite.parse(input)
  const { scenario } = await loadScenario(ctx, scenarioId)
  const facts = factsOf(scenario)
  if (!(await alreadyDone(ctx.db, scenarioId, key)))
    await permitFresh(ctx.db, 'scenario', { ...scenario, shown }, canEditScenario(ctx.actor, facts))
  const { site, latest } = await loadSite(ctx, siteId)
  permit(canApplySite(ctx.actor, standingOf(site), facts))
  const { content, added, left } = withSite(scenario.content, {
    id: siteId,
    version: latest.version,
    content: latest.content,
  })
  const differing = deviationsOf(scenario.content.requirements, latest.content).length
  if (digest(content) === digest(scenario.content)) return { added, differing, left }
  return inTransaction(ctx, async tx => {
    if (
      !(await setScenarioContent(tx, { id: scenarioId, rev: shown, row: columnsOf(content), editKey: null }))
    ) {
      if (await findHistoryByKey(tx, scenarioId, key)) return { added: 0, differing, left }
      throw await conflict(tx, 'scenario', scenarioId)
    }
    const { status, content: before } = scenario
    const deed = { noun: 'scenario', id: scenarioId, deed: 'applySite', from: status, to: status }
    await record(tx, ctx, { ...deed, formKey: key, before, after: content })
    return { added, differing, left }
  })
}
