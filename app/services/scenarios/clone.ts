import { z } from 'zod'
import { findScenario, patchScenario } from '#db/queries/scenarios.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { type ClonedFrom, filledShare, sampleOf } from '#domain/scenarios/clone.ts'
import { canCloneScenario } from '#domain/scenarios/policy.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import { actsFor } from '#domain/shared/actor.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { loadEntry } from '../catalog/load.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import { together } from '../transaction.ts'
import { draftScenario } from './draft.ts'
import { factsOf, loadScenario } from './load.ts'

/** What a draft can be taken from, by its address. */
export interface SampleOf {
  kind: ClonedFrom['kind']
  id: unknown
}

export interface CloneSheet {
  source: ClonedFrom & { title: string }
  draft: ScenarioDraft
  /** How much of what the form demands is filled already, 0 to 1. */
  filled: number
  organization: string | null
  can: Verdict
  formKey: string
}

/** What would be taken over, and for whom; without an organisation it says what to do first. */
export async function cloneSheet(ctx: Context, from: SampleOf): Promise<CloneSheet> {
  const { source, draft, facts } = await sampleFor(ctx, from)
  permit(isSignedIn(ctx.actor))
  const own = actsFor(ctx.actor, 'publishScenarios')
  return {
    ...{ source, draft, filled: filledShare(draft), organization: own?.name ?? null },
    can: canCloneScenario(ctx.actor, facts, own?.organizationId ?? null),
    formKey: newFormKey(),
  }
}

export const CloneScenario = z.object({ formKey })
export type CloneScenario = z.infer<typeof CloneScenario>

/** 以此为样例新建场景: a draft of the actor's own organisation, which remembers what it was taken from. */
export async function cloneScenario(
  ctx: Context,
  { formKey: key, ...from }: CloneScenario & SampleOf,
): Promise<{ id: ScenarioId }> {
  const { source, draft, facts } = await sampleFor(ctx, from)
  const own = actsFor(ctx.actor, 'publishScenarios')
  permit(canCloneScenario(ctx.actor, facts, own?.organizationId ?? null))
  return together(ctx, async inner => {
    // The same form again finds its draft, however far it has been written since.
    const first = await findScenario(inner.db, brand<ScenarioId>(key))
    if (first && first.scenario.organizationId === own?.organizationId) return { id: first.scenario.id }
    const { id } = await draftScenario(inner, { ...draft, formKey: key })
    const { title: _, ...clonedFrom } = source
    await patchScenario(inner.db as Parameters<typeof patchScenario>[0], id, { clonedFrom })
    return { id }
  })
}

/** The scenario behind the sample; an entry's is the one whose pilot was accepted. */
async function sampleFor(ctx: Context, { kind, id }: SampleOf) {
  const entry = kind === 'entry' ? await loadEntry(ctx, id) : null
  const { scenario, organization } = await loadScenario(ctx, entry ? entry.scenario.id : id)
  const number = entry ? entry.entry.number : scenario.number
  const title = entry ? entry.entry.title : scenario.title
  const source = { kind, id: entry ? entry.entry.id : scenario.id, number, title }
  const names = [organization.name, organization.nameEn ?? '', ...(entry ? [entry.supply.name] : [])]
  const mark = number ? `（参照 ${number}）` : '（参照样例）'
  const draft = sampleOf(scenario.content, { mark, names, self: '本单位' })
  return { source, draft, facts: factsOf(scenario) }
}
