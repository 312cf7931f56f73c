import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { membersOf } from '#db/queries/accounts.ts'
import type { BidRecord } from '#db/queries/bids.ts'
import { listBidsOn, patchBid } from '#db/queries/bids.ts'
import { takeNumber } from '#db/queries/numbers.ts'
import { relatedTo } from '#db/queries/organization-relations.ts'
import { findPilot, insertPilot, insertPilotMetrics } from '#db/queries/pilots.ts'
import { bidLifecycle } from '#domain/bids/lifecycle.ts'
import { isIndependent } from '#domain/organizations/policy.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import { canSelectBid } from '#domain/scenarios/policy.ts'
import { Scenario } from '#domain/scenarios/scenario.ts'
import { yearOf } from '#domain/shared/dates.ts'
import { affirmation, listOf, optional, text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { PilotId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { pilotContent } from '../pilots/content.ts'
import { record } from '../record.ts'
import { found, Refusal } from '../refusal.ts'
import { factsOf, loadScenario } from '../scenarios/load.ts'
import { indexScenario } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, permitFresh, transition } from '../transition.ts'
import { bidContent } from './content.ts'

const reason = text({ min: 4, max: 1000 })

export const SelectBid = z.object({
  id: id.scenario,
  bidId: id.bid,
  reason,
  /** 落选说明: one for every other bid, told in the same transaction; the row of the chosen one stays blank. */
  debriefs: listOf(z.object({ bidId: id.bid, reason: optional(reason) }), { max: 500 }).transform(rows =>
    rows.flatMap(({ bidId, reason }) => (reason === undefined ? [] : [{ bidId, reason }])),
  ),
  /** 与各应标企业无利害关系的声明 */
  conflictFree: affirmation,
  rev,
  formKey,
})
export type SelectBid = z.infer<typeof SelectBid>

/** 遴选: one is selected, every other one is told why not, and the pilot is born, all in one transaction. */
export async function selectBid(ctx: Context, input: SelectBid): Promise<void> {
  const choice = SelectBid.parse(input)
  const { scenario } = await loadScenario(ctx, choice.id)
  if (await alreadyDone(ctx.db, choice.id, choice.formKey)) return
  await permitFresh(
    ctx.db,
    'scenario',
    { ...scenario, shown: choice.rev },
    canSelectBid(ctx.actor, factsOf(scenario)),
  )
  await inTransaction(ctx, async tx => {
    const step = {
      lifecycle: scenarioLifecycle,
      id: choice.id,
      from: scenario.status,
      deed: 'award' as const,
    }
    const bids = await listBidsOn(tx, choice.id, ['opened', 'shortlisted'])
    const { repeated } = await transition(tx, ctx, {
      ...step,
      rev: choice.rev,
      formKey: choice.formKey,
      reason: choice.reason,
      after: { ...scenario.content, ...choiceContent(choice, bids) },
    })
    if (repeated) return
    const winner = bids.find(({ bid }) => bid.id === choice.bidId)
    if (!winner) throw new Refusal('invalid', 'bid.notOpened', { path: 'bidId' })
    await permitIndependent(tx, winner)
    await decide(tx, ctx, winner, { deed: 'select', reason: choice.reason })
    for (const loser of bids.filter(each => each !== winner)) {
      const debrief = choice.debriefs.find(each => each.bidId === loser.bid.id)
      if (!debrief) throw new Refusal('invalid', 'bid.debriefMissing', { path: 'debriefs' })
      await decide(tx, ctx, loser, { deed: 'decline', reason: debrief.reason })
    }
    await bearPilot(tx, ctx, winner)
    await indexScenario(tx, ctx, choice.id)
  })
}

/** What lay on the table: every opened bid, which one was taken, and what each other firm is told. */
function choiceContent({ bidId, debriefs, conflictFree }: SelectBid, bids: readonly BidRecord[]) {
  return {
    conflictFree,
    bids: bids.map(each => ({
      ...bidContent(each),
      selected: each.bid.id === bidId,
      debrief: debriefs.find(({ bidId: told }) => told === each.bid.id)?.reason,
    })),
  }
}

/** S28: asked inside the transaction, for a relation may have been declared while the page stood open. */
async function permitIndependent(tx: Tx, { bid, scenario }: BidRecord): Promise<void> {
  const { organizationId: demandId } = scenario
  const verdict = isIndependent(demandId, bid.organizationId, await relatedTo(tx, demandId))
  if (!verdict.ok) throw new Refusal('invalid', verdict.reason, { path: 'bidId' })
}

async function decide(
  tx: Tx,
  ctx: Context,
  { bid, ...beside }: BidRecord,
  decision: { deed: 'select' | 'decline'; reason: string },
): Promise<void> {
  const step = { lifecycle: bidLifecycle, id: bid.id, from: bid.status, deed: decision.deed }
  await transition(tx, ctx, { ...step, reason: decision.reason, after: bidContent({ bid, ...beside }) })
  await patchBid(tx, bid.id, { decisionReason: decision.reason })
  await tell(tx, await membersOf(tx, [bid.organizationId]), {
    event: decision.deed === 'select' ? 'bid.selected' : 'bid.notSelected',
    noun: 'bid',
    id: bid.id,
    params: { title: beside.scenario.title, reason: decision.reason },
    key: `bid.decided:${bid.id}`,
  })
}

/** What the pilot takes over; rows from before a field was asked for lack only the others. */
const Agreed = z.object({ metrics: Scenario.shape.metrics, district: Scenario.shape.district })

/** The pilot takes the scenario's metrics as they are: later changes of the scenario do not reach it. */
async function bearPilot(tx: Tx, ctx: Context, { bid, scenario }: BidRecord): Promise<void> {
  const { metrics, district } = Agreed.parse(scenario.content)
  const pilotId = newId<PilotId>()
  await insertPilot(tx, {
    id: pilotId,
    number: await takeNumber(tx, 'SD', yearOf(ctx.now)),
    scenarioId: scenario.id,
    bidId: bid.id,
    productVersionId: bid.productVersionId,
    demandOrganizationId: scenario.organizationId,
    supplyOrganizationId: bid.organizationId,
    district,
  })
  await insertPilotMetrics(
    tx,
    metrics.map((metric, position) => ({ pilotId, position, ...metric })),
  )
  await record(tx, ctx, {
    noun: 'pilot',
    id: pilotId,
    deed: 'agree',
    from: null,
    to: 'agreed',
    after: await pilotContent(tx, found(await findPilot(tx, pilotId), 'pilot.unknown')),
  })
  await tell(tx, await membersOf(tx, [scenario.organizationId, bid.organizationId]), {
    event: 'pilot.agreed',
    noun: 'pilot',
    id: pilotId,
    params: { title: scenario.title },
    key: `pilot.agreed:${pilotId}`,
  })
}
