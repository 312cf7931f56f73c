import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { listBidsOn } from '#db/queries/bids.ts'
import { findPilot } from '#db/queries/pilots.ts'
import type { Person } from '#domain/shared/actor.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { openBids } from '#services/bids/open.ts'
import { selectBid } from '#services/bids/select.ts'
import { withdrawBid } from '#services/bids/withdraw.ts'
import { announceEntry } from '#services/catalog/announce.ts'
import { handleEntry } from '#services/catalog/handle.ts'
import { publishEntry } from '#services/catalog/publish.ts'
import type { Context } from '#services/context.ts'
import { deployPilot } from '#services/pilots/deploy.ts'
import { requestAcceptance } from '#services/pilots/request-acceptance.ts'
import { runPilot } from '#services/pilots/run.ts'
import { sendBackPilot } from '#services/pilots/send-back.ts'
import { signAcceptance } from '#services/pilots/sign.ts'
import { editClaim, submitClaim } from '#services/rewards/apply.ts'
import { approveClaim } from '#services/rewards/approve.ts'
import { handleClaim } from '#services/rewards/handle.ts'
import { recordPayment } from '#services/rewards/record-payment.ts'
import { reverseClaim } from '#services/rewards/reverse.ts'
import { approveScenario } from '#services/scenarios/approve.ts'
import { publishScenario, returnScenario } from '#services/scenarios/review.ts'
import { submitScenario } from '#services/scenarios/submit.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { publishedEntry } from '#tests/support/entries.ts'
import { hospital } from '#tests/support/factories.ts'
import { acceptedPilot, castOf, eligibleForm, handledClaim } from '#tests/support/trip.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const cast = await castOf(ctx)
const pilotId = await acceptedPilot(ctx, cast)
const scenarioId = (await findPilot(db, pilotId))?.scenario.id
if (!scenarioId) throw new Error('a pilot has a scenario')
const bidId = (await listBidsOn(db, scenarioId, ['selected']))[0]?.bid.id
if (!bidId) throw new Error('a pilot has a bid')
const claimId = await handledClaim(ctx, { cast, pilotId })
const entryId = await publishedEntry(ctx, cast)
const stranger = await hospital(db)

/** The hidden fields of a page that was opened before everything that has happened since. */
const old = () => ({ rev: 1, formKey: v7() })
const hash = '0'.repeat(64)
const reason = '核对之后的理由'
const choice = { id: scenarioId, bidId, reason, debriefs: [], conflictFree: true }
const paid = { id: claimId, voucher: '2026-0815', paidOn: dayOf(new Date()) }

type Act = (own: Context) => Promise<unknown>
const acts: [deed: string, who: Person, act: Act][] = [
  ['scenario: submit', cast.demand, own => submitScenario(own, { id: scenarioId, ...old() })],
  ['scenario: approve', cast.reviewer, own => approveScenario(own, { id: scenarioId, hash, ...old() })],
  ['scenario: publish', cast.approver, own => publishScenario(own, { id: scenarioId, hash, ...old() })],
  ['scenario: return', cast.reviewer, own => returnScenario(own, { id: scenarioId, reason, ...old() })],
  ['scenario: open', cast.demand, own => openBids(own, { id: scenarioId, ...old() })],
  ['scenario: award', cast.demand, own => selectBid(own, { ...choice, ...old() })],
  ['bid: withdraw', cast.firm, own => withdrawBid(own, { id: bidId, ...old() })],
  [
    'pilot: deploy',
    cast.firm,
    own => deployPilot(own, { id: pilotId, serials: ['SN-1'], space: 'staff', ...old() }),
  ],
  ['pilot: run', cast.firm, own => runPilot(own, { id: pilotId, ...old() })],
  [
    'pilot: ask for acceptance',
    cast.firm,
    own => requestAcceptance(own, { id: pilotId, measurements: [{ position: 0 }], ...old() }),
  ],
  [
    'pilot: send back',
    cast.demand,
    own => sendBackPilot(own, { id: pilotId, deed: 'sendBack', reason, ...old() }),
  ],
  [
    'pilot: sign',
    cast.demand,
    own => signAcceptance(own, { id: pilotId, opinion: reason, affirmed: true, waivers: [], ...old() }),
  ],
  ['claim: edit', cast.firm, own => editClaim(own, { id: claimId, ...eligibleForm, ...old() })],
  ['claim: submit', cast.firm, own => submitClaim(own, { id: claimId, ...old() })],
  ['claim: precheck', cast.handler, own => handleClaim(own, { id: claimId, deed: 'precheck', ...old() })],
  [
    'claim: approve',
    cast.approver,
    own => approveClaim(own, { id: claimId, units: [{ serial: 'SN-1' }], basis: reason, ...old() }),
  ],
  ['claim: record a payment', cast.approver, own => recordPayment(own, { ...paid, ...old() })],
  ['claim: reverse', cast.approver, own => reverseClaim(own, { id: claimId, reason, ...old() })],
  ['entry: accept', cast.handler, own => handleEntry(own, { id: entryId, deed: 'accept', ...old() })],
  ['entry: announce', cast.approver, own => announceEntry(own, { id: entryId, ...old() })],
  ['entry: publish', cast.approver, own => publishEntry(own, { id: entryId, ...old() })],
]

describe('an older page', () => {
  test.each(acts)('%s: whose deed it is learns what changed, when and by whom', async (_, who, act) => {
    await expect(act(as(ctx, who))).rejects.toMatchObject({
      code: 'conflict',
      reason: 'page.changed',
      detail: { by: expect.stringMatching(/./), at: expect.anything(), status: expect.any(String) },
    })
  })

  test.each(acts)('%s: a stranger learns nothing of it', async (_, __, act) => {
    const refusal: unknown = await act(as(ctx, stranger)).catch(error => error)
    expect(refusal).toMatchObject({ code: expect.stringMatching(/^(forbidden|notFound)$/) })
    expect(refusal).not.toHaveProperty('detail.by')
  })
})
