import type { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { findHistoryByKey } from '#db/queries/history.ts'
import type { ScenarioRow } from '#db/queries/scenarios.ts'
import { findScenario, insertScenario, setScenarioContent } from '#db/queries/scenarios.ts'
import { adoptTemplate } from '#domain/scenarios/adopt.ts'
import { canDraftScenario, canEditScenario } from '#domain/scenarios/policy.ts'
import { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import { actsFor } from '#domain/shared/actor.ts'
import { choice } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { conflict, permitFresh } from '../transition.ts'
import { columnsOf } from './columns.ts'
import { factsOf, loadScenario } from './load.ts'

/** In which language a template's words are adopted. */
export const language = choice(['zh', 'en']).default('zh')

/** The form's key becomes the scenario's id, so the same form sent twice makes one draft. */
export const DraftScenario = ScenarioDraft.extend({ formKey, language })
export type DraftScenario = z.input<typeof DraftScenario>

/** Starts a draft for the organisation the actor acts for; drafting needs no verification. */
export async function draftScenario(ctx: Context, input: DraftScenario): Promise<{ id: ScenarioId }> {
  const { formKey: key, language, ...given } = DraftScenario.parse(input)
  const typed = keepSite(given, {})
  const content = typed.template ? adoptTemplate(typed, typed.template, language) : typed
  const membership = actsFor(ctx.actor, 'publishScenarios')
  permit(canDraftScenario(ctx.actor, membership?.organizationId ?? null))
  const { organizationId, source } = found(membership, 'scenario.unknown')
  const scenarioId = brand<ScenarioId>(key)
  return inTransaction(ctx, async tx => {
    const row = {
      id: scenarioId,
      organizationId,
      createdBy: accountIdOf(ctx.actor),
      source,
      ...columnsOf(content),
    }
    if (await insertScenario(tx, row)) {
      const born = { noun: 'scenario', id: scenarioId, deed: 'draft', from: null, to: 'draft' }
      await record(tx, ctx, { ...born, after: content })
      return { id: scenarioId }
    }
    const { scenario: first } = found(await findScenario(tx, scenarioId), 'scenario.unknown')
    if (first.organizationId !== organizationId) throw new Refusal('notFound', 'scenario.unknown')
    // The same form with other words: the first answer was lost on its way and the writer went on.
    if (digest(first.content) !== digest(content)) await rewrite(tx, ctx, first, { rev: first.rev, content })
    return { id: scenarioId }
  })
}

export const EditScenario = ScenarioDraft.extend({ id: id.scenario, rev, formKey })
export type EditScenario = z.infer<typeof EditScenario>

/** Saves a draft at the revision its page showed; a newer one in between is a conflict, and nothing is lost. */
export async function editScenario(ctx: Context, input: EditScenario): Promise<{ id: ScenarioId }> {
  const { id: scenarioId, rev: shown, formKey: key, ...typed } = EditScenario.parse(input)
  const { scenario } = await loadScenario(ctx, scenarioId)
  const content = keepSite(typed, scenario.content)
  const before = await findHistoryByKey(ctx.db, scenarioId, key)
  if (before?.contentHash === digest(content)) return { id: scenarioId }
  await permitFresh(ctx.db, 'scenario', { ...scenario, shown }, canEditScenario(ctx.actor, factsOf(scenario)))
  return inTransaction(ctx, async tx => {
    await rewrite(tx, ctx, scenario, { rev: shown, content, formKey: key })
    return { id: scenarioId }
  })
}

/** Which 现场档案 a draft was filled from is set by `applySite`; no form says it. */
function keepSite(
  { siteId: _, siteVersion: __, ...typed }: ScenarioDraft,
  { siteId, siteVersion }: Pick<ScenarioDraft, 'siteId' | 'siteVersion'>,
): ScenarioDraft {
  return { ...typed, ...(siteId !== undefined && { siteId, siteVersion }) }
}

/** Replaces the content at `rev`; the same words of the same form sent at the same moment count once. */
async function rewrite(
  tx: Tx,
  ctx: Context,
  scenario: ScenarioRow,
  change: { rev: number; content: ScenarioDraft; formKey?: string },
): Promise<void> {
  const { rev: shown, content, formKey: key } = change
  const { id: scenarioId, status, content: before } = scenario
  const write = { id: scenarioId, rev: shown, row: columnsOf(content), editKey: key ?? null }
  const saved = await setScenarioContent(tx, write)
  if (!saved) {
    const first = key === undefined ? null : await findHistoryByKey(tx, scenarioId, key)
    if (first?.contentHash === digest(content)) return
    throw await conflict(tx, 'scenario', scenarioId)
  }
  const edit = { noun: 'scenario', id: scenarioId, deed: 'edit', from: status, to: status, formKey: key }
  await record(tx, ctx, { ...edit, before, after: content })
}
