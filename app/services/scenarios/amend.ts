import type { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { membersOf, officersWith } from '#db/queries/accounts.ts'
import { amendScenarioRow, insertAddendum } from '#db/queries/addenda.ts'
import { listBidsOn } from '#db/queries/bids.ts'
import type { ScenarioRow } from '#db/queries/scenarios.ts'
import { lockScenario } from '#db/queries/scenarios.ts'
import { AddendumForm, extendedDeadline, isMaterial, keepsEvaluation } from '#domain/scenarios/addendum.ts'
import { Fates, type FileDecision, fileChanges, namesOf } from '#domain/scenarios/addendum-files.ts'
import { contradictionsIn } from '#domain/scenarios/contradictions.ts'
import { canAmendScenario } from '#domain/scenarios/policy.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import { diffContent } from '#domain/shared/content-diff.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { canonicalJson } from '../digest.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { indexScenario } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict, permitFresh } from '../transition.ts'
import { filesAfter, moveFiles } from './addendum-files.ts'
import { columnsOf } from './columns.ts'
import { factsOf, loadScenario } from './load.ts'

export const AmendScenario = AddendumForm.extend({
  ...{ id: id.scenario, rev, formKey },
  /** What becomes of each attachment, and the key under which this form's own files were put by. */
  ...{ fates: Fates, fileKey: formKey.optional() },
})
export type AmendScenario = z.infer<typeof AmendScenario>

/**
 * 补充公告: a published scenario says something else from now on, in its words, its attachments or both. Both sides are
 * kept, a material change gives bidders their working days, and every firm with a sealed bid is told, all in one
 * transaction and before the deadline only.
 */
export async function amendScenario(ctx: Context, input: AmendScenario): Promise<{ number: number }> {
  const { id: scenarioId, rev: shown, formKey: key, ...form } = AmendScenario.parse(input)
  const { scenario, organization } = await loadScenario(ctx, scenarioId)
  if (await alreadyDone(ctx.db, scenarioId, key)) return { number: scenario.addenda }
  await permitFresh(
    ctx.db,
    'scenario',
    { ...scenario, shown },
    canAmendScenario(ctx.actor, factsOf(scenario)),
  )
  return inTransaction(ctx, async tx => {
    // Bids share this row while they are sealed, so each of them is before the addendum or after it.
    const locked = found(await lockScenario(tx, scenarioId, 'update'), 'scenario.unknown')
    if (await alreadyDone(tx, scenarioId, key)) return { number: locked.addenda }
    if (locked.status !== 'published' || locked.rev !== shown)
      throw await conflict(tx, 'scenario', scenarioId)
    const { fates, fileKey, summary, reason, ...amended } = form
    const at = await ctx.clock(tx)
    const files = await filesAfter(tx, locked, { fates, fileKey })
    const change = changeOf(locked, { amended, files, at })
    const addendum = { number: locked.addenda + 1, summary, reason, at }
    await publish(tx, ctx, { locked, change, addendum, files, key })
    await indexScenario(tx, ctx, scenarioId)
    const title = change.after.title ?? ''
    await tellBidders(tx, locked, { ...change, ...addendum, title, organization: organization.name })
    return { number: addendum.number }
  })
}

interface Publishing {
  locked: ScenarioRow
  change: Change
  addendum: { number: number; summary: string; reason: string; at: Date }
  files: FileDecision
  key: string
}

/** The addendum, the files it moves, the scenario as it says, and the record of all three. */
async function publish(
  tx: Tx,
  ctx: Context,
  { locked, change, addendum, files: decision, key }: Publishing,
): Promise<void> {
  const { id: scenarioId, status, rev } = locked
  const { before, after, material, deadlineBefore, deadline } = change
  const { files } = decision
  const { number, summary, reason } = addendum
  await insertAddendum(tx, {
    ...{ ...addendum, scenarioId, material, before, after, files, accountId: accountIdOf(ctx.actor) },
    ...{ deadlineBefore, deadlineAfter: deadline },
  })
  await moveFiles(tx, locked, { ...decision, number })
  const row = columnsOf(after)
  if (!(await amendScenarioRow(tx, { id: scenarioId, rev, deadline, row })))
    throw await conflict(tx, 'scenario', scenarioId)
  await record(tx, ctx, {
    ...{ noun: 'scenario', id: scenarioId, deed: 'amend', from: status, to: status, formKey: key },
    ...{ reason: summary, before },
    after: { ...after, addendum: { number, summary, reason, material, files } },
  })
}

interface Change {
  before: ScenarioDraft
  after: ScenarioDraft
  material: boolean
  deadlineBefore: Date
  deadline: Date
  /** The names of the attachments that came or went, for letters; empty where none did. */
  files: string
}

interface Wanted {
  amended: Omit<AddendumForm, 'summary' | 'reason'>
  files: FileDecision
  at: Date
}

/** The whole content after it, with the deadline where the rules put it; nothing new, or too late, is refused. */
function changeOf(locked: ScenarioRow, { amended, files: { files }, at }: Wanted): Change {
  const deadlineBefore = locked.bidDeadline
  if (!deadlineBefore || at >= deadlineBefore) throw new Refusal('conflict', 'bid.deadlinePassed')
  if (amended.bidDeadline < deadlineBefore)
    throw new Refusal('invalid', 'scenario.deadlineEarlier', { path: 'bidDeadline' })
  const before = locked.content
  const wanted = { ...before, ...amended }
  permit(keepsEvaluation(before, wanted))
  const [broken] = contradictionsIn(wanted)
  if (broken) throw new Refusal('invalid', 'scenario.contradicts', { path: broken.path })
  const changes = diffContent(before, wanted)
  const moved = fileChanges(files)
  if (changes.length + moved.length === 0) throw new Refusal('invalid', 'scenario.nothingAmended')
  const material = moved.length > 0 || changes.some(isMaterial)
  const extended = material ? extendedDeadline(deadlineBefore, at) : deadlineBefore
  const deadline = new Date(Math.max(amended.bidDeadline.getTime(), extended.getTime()))
  // As the database will give it back, so that what is compared and hashed later is the same.
  const after = JSON.parse(canonicalJson({ ...wanted, bidDeadline: deadline })) as ScenarioDraft
  return { before, after, material, deadlineBefore, deadline, files: namesOf(moved) }
}

/** Each firm with a sealed bid learns of it on its own bid; who they are is told to nobody. */
async function tellBidders(
  tx: Tx,
  { id: scenarioId }: ScenarioRow,
  told: Change & { number: number; summary: string; title: string; organization: string },
): Promise<void> {
  const { number, summary, title, material, deadline, organization, files } = told
  const params = { title, number, summary, until: deadline.toISOString(), ...(files && { files }) }
  const asked = files ? 'bid.filesAmended' : 'bid.confirmationAsked'
  for (const { bid } of await listBidsOn(tx, scenarioId, ['submitted']))
    await tell(tx, await membersOf(tx, [bid.organizationId]), {
      event: material ? asked : 'bid.addendumTold',
      noun: 'bid',
      id: bid.id,
      params,
      key: `scenario.amended:${bid.id}:${number}`,
    })
  if (!material) return
  await tell(tx, await officersWith(tx, ['handler']), {
    event: 'scenario.amended',
    noun: 'scenario',
    id: scenarioId,
    params: { ...params, organization },
    key: `scenario.amended:${scenarioId}:${number}`,
  })
}
