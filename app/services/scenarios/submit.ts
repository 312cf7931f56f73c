import { v5 } from 'uuid'
import { z } from 'zod'
import { officersWith } from '#db/queries/accounts.ts'
import { takeNumber } from '#db/queries/numbers.ts'
import { patchScenario } from '#db/queries/scenarios.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import { canSubmitScenario } from '#domain/scenarios/policy.ts'
import { Scenario } from '#domain/scenarios/scenario.ts'
import { yearOf } from '#domain/shared/dates.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { tell } from '../tell.ts'
import { together } from '../transaction.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { demandComplete } from './complete.ts'
import { draftScenario, editScenario } from './draft.ts'
import { factsOf, loadScenario } from './load.ts'

export const SubmitScenario = z.object({ id: id.scenario, rev, formKey })
export type SubmitScenario = z.infer<typeof SubmitScenario>

/** 提交审核: only a whole scenario with a deadline still ahead goes to the bureau's queue. */
export async function submitScenario(ctx: Context, input: SubmitScenario): Promise<void> {
  const { id: scenarioId, rev: shown, formKey: key } = SubmitScenario.parse(input)
  const { scenario, organization } = await loadScenario(ctx, scenarioId)
  if (await alreadyDone(ctx.db, scenarioId, key)) return
  await permitFresh(
    ctx.db,
    'scenario',
    { ...scenario, shown },
    canSubmitScenario(ctx.actor, factsOf(scenario)),
  )
  await demandComplete(ctx, scenario.content)
  const step = {
    lifecycle: scenarioLifecycle,
    id: scenarioId,
    from: scenario.status,
    deed: 'submit' as const,
  }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, after: scenario.content }, async tx => {
    if (!scenario.number)
      await patchScenario(tx, scenarioId, { number: await takeNumber(tx, 'CJ', yearOf(ctx.now)) })
    await tell(tx, await officersWith(tx, ['handler', 'approver']), {
      event: 'scenario.submitted',
      noun: 'scenario',
      id: scenarioId,
      params: { title: scenario.title, organization: organization.name },
      key: `scenario.submitted:${key}`,
    })
  })
}

export const DraftAndSubmit = Scenario.safeExtend({ formKey })
export type DraftAndSubmit = z.infer<typeof DraftAndSubmit>

/** 保存并提交审核 of a new form: saved and submitted, or neither. */
export async function draftAndSubmitScenario(
  ctx: Context,
  input: DraftAndSubmit,
): Promise<{ id: ScenarioId }> {
  const form = DraftAndSubmit.parse(input)
  return thenSubmit(ctx, brand<ScenarioId>(form.formKey), form.formKey, inner => draftScenario(inner, form))
}

export const EditAndSubmit = Scenario.safeExtend({ id: id.scenario, rev, formKey })
export type EditAndSubmit = z.infer<typeof EditAndSubmit>

/** The same for a draft that exists already. */
export async function editAndSubmitScenario(ctx: Context, input: EditAndSubmit): Promise<{ id: ScenarioId }> {
  const form = EditAndSubmit.parse(input)
  return thenSubmit(ctx, form.id, form.formKey, inner => editScenario(inner, form))
}

/** The submission's own key follows from the form's, so the form sent again finds both halves done. */
async function thenSubmit(
  ctx: Context,
  scenarioId: ScenarioId,
  formKey: string,
  save: (inner: Context) => Promise<unknown>,
): Promise<{ id: ScenarioId }> {
  const key = v5('submit', formKey)
  if (await alreadyDone(ctx.db, scenarioId, key)) return { id: scenarioId }
  await together(ctx, async inner => {
    await save(inner)
    const { scenario } = await loadScenario(inner, scenarioId)
    await submitScenario(inner, { id: scenarioId, rev: scenario.rev, formKey: key })
  })
  return { id: scenarioId }
}
