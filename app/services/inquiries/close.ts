import type { Tx } from '#db/client.ts'
import { membersOf } from '#db/queries/accounts.ts'
import type { InquiryRow } from '#db/queries/inquiries.ts'
import { lockAnswerable, patchInquiry } from '#db/queries/inquiries.ts'
import type { ProductVersionRow } from '#db/queries/products.ts'
import type { ScenarioRecord } from '#db/queries/scenarios.ts'
import { listScenariosByIds } from '#db/queries/scenarios.ts'
import { outcomesOf, stateOf } from '#domain/inquiries/inquiry.ts'
import { inquiryLifecycle } from '#domain/inquiries/lifecycle.ts'
import type { Specs } from '#domain/ontology/requirement.ts'
import { believedSpecs } from '#domain/products/evidence.ts'
import type { Tri } from '#domain/shared/tri.ts'
import type { Context } from '../context.ts'
import { toMatchScenario } from '../matching/inputs.ts'
import { tell } from '../tell.ts'
import { transition } from '../transition.ts'

/**
 * Questions that a version answers by what it states are over with its publication, in the same transaction; whoever
 * asked is told what it makes of the scenario's needs.
 */
// public: part of `publishProduct`, which has asked who may
export async function closeInquiries(tx: Tx, ctx: Context, version: ProductVersionRow): Promise<void> {
  const specs = believedSpecs(version.content.specs)
  const closed = (await lockAnswerable(tx, version.productId)).flatMap(row => {
    const verdict = stateOf({ criterion: row.criterion, value: row.need }, specs)
    return verdict === 'U' ? [] : [{ row, verdict }]
  })
  if (closed.length === 0) return
  for (const each of closed) await state(tx, ctx, { ...each, specs, version })
  const scenarios = await listScenariosByIds(tx, [...new Set(closed.map(({ row }) => row.scenarioId))])
  for (const scenario of scenarios) {
    const own = closed.filter(({ row }) => row.scenarioId === scenario.scenario.id)
    await tellAsker(tx, { scenario, own, specs, version })
  }
}

async function state(
  tx: Tx,
  ctx: Context,
  {
    row,
    verdict,
    specs,
    version,
  }: {
    row: InquiryRow
    verdict: Exclude<Tri, 'U'>
    specs: Specs
    version: ProductVersionRow
  },
): Promise<void> {
  const stated = specs[row.criterion]?.value
  const decision = { decidedAt: await ctx.clock(tx), decidedBy: null }
  await patchInquiry(tx, row.id, { ...decision, stated, verdict, statedVersionId: version.id })
  const step = { lifecycle: inquiryLifecycle, id: row.id, from: row.status, deed: 'state' as const }
  await transition(tx, ctx, { ...step, after: { stated, verdict, version: version.version } })
}

/** The new verdict in numbers: of the scenario's musts, how many are met, unmet and still open. */
async function tellAsker(
  tx: Tx,
  {
    scenario: record,
    own,
    specs,
    version,
  }: {
    scenario: ScenarioRecord
    own: readonly { row: InquiryRow; verdict: Exclude<Tri, 'U'> }[]
    specs: Specs
    version: ProductVersionRow
  },
): Promise<void> {
  const [first] = own
  if (!first) return
  const { scenario } = record
  const musts = toMatchScenario(record).requirements.filter(({ necessity }) => necessity === 'must')
  const states = musts.map(must => stateOf(must, specs))
  const count = (wanted: Tri) => states.filter(each => each === wanted).length
  await tell(tx, await membersOf(tx, [scenario.organizationId]), {
    event: 'inquiry.stated',
    noun: 'inquiry',
    id: first.row.id,
    params: {
      ...{
        title: scenario.title,
        product: version.name,
        facts: outcomesOf(own.map(({ row, verdict }) => ({ criterion: row.criterion, verdict }))),
        musts: musts.length,
      },
      ...{ met: count('T'), unmet: count('F'), open: count('U') },
    },
    key: `inquiry.stated:${version.id}:${scenario.id}`,
  })
}
