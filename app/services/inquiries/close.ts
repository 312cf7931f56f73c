import type { Tx } from '#db/client.ts'
import { membersOf } from '#db/queries/accounts.ts'
import type { InquiryRow } from '#db/queries/inquiries.ts'
import { lockAnswerable, patchInquiry } from '#db/queries/inquiries.ts'
import type { ProductVersionRow } from '#db/queries/products.ts'
import type { ScenarioRecord } from '#db/queries/scenarios.ts'
import { listScenariosByIds } from '#db/queries/scenarios.ts'
import { outcomesOf, stateOf } from '#domain/inquiries/inquiry.ts'
import { inquiryLifecycle } from '#domain/inquiries/lifecycle.ts'
import type { Requirement, Specs } from '#domain/ontology/requirement.ts'
import { believedSpecs } from '#domain/products/evidence.ts'
import type { Tri } from '#domain/shared/tri.ts'
import type { Context } from '../context.ts'
import { toMatchScenario } from '../matching/inputs.ts'
import { tell } from '../tell.ts'
import { transition } from '../transition.ts'

/** A published version and what it states. */
interface Statement {
  version: ProductVersionRow
  specs: Specs
}

/** A question that the version answers, and what it makes of the need. */
interface Closed {
  row: InquiryRow
  verdict: Exclude<Tri, 'U'>
}

/**
 * Questions that a version answers by what it states are over with its publication, in the same transaction; whoever
 * asked is told what it makes of the scenario's needs.
 */
// public: part of `publishProduct`, which has asked who may
export async function closeInquiries(tx: Tx, ctx: Context, version: ProductVersionRow): Promise<void> {
  const rows = await lockAnswerable(tx, version.productId)
  if (rows.length === 0) return
  const said = { version, specs: believedSpecs(version.content.specs) }
  const scenarios = await listScenariosByIds(tx, [...new Set(rows.map(row => row.scenarioId))])
  for (const scenario of scenarios) {
    const needs = toMatchScenario(scenario).requirements
    const own = rows.filter(row => row.scenarioId === scenario.scenario.id)
    const closed = own.flatMap(row => closedBy(row, { needs, specs: said.specs }))
    for (const each of closed) await state(tx, ctx, { ...each, ...said })
    await tellAsker(tx, { scenario, needs, closed, ...said })
  }
}

/** Judged by the need as it is now, which an addendum may have changed since it was asked about. */
function closedBy(
  row: InquiryRow,
  { needs, specs }: { needs: readonly Requirement[]; specs: Specs },
): Closed[] {
  const value = needs.find(each => each.criterion === row.criterion)?.value ?? row.need
  const verdict = stateOf({ criterion: row.criterion, value }, specs)
  return verdict === 'U' ? [] : [{ row, verdict }]
}

async function state(
  tx: Tx,
  ctx: Context,
  { row, verdict, specs, version }: Closed & Statement,
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
    scenario: { scenario },
    needs,
    closed,
    specs,
    version,
  }: Statement & { scenario: ScenarioRecord; needs: readonly Requirement[]; closed: readonly Closed[] },
): Promise<void> {
  const [first] = closed
  if (!first) return
  const states = needs.filter(each => each.necessity === 'must').map(must => stateOf(must, specs))
  const count = (wanted: Tri) => states.filter(each => each === wanted).length
  await tell(tx, await membersOf(tx, [scenario.organizationId]), {
    event: 'inquiry.stated',
    noun: 'inquiry',
    id: first.row.id,
    params: {
      ...{ title: scenario.title, product: version.name, musts: states.length },
      ...{ met: count('T'), unmet: count('F'), open: count('U') },
      facts: outcomesOf(closed.map(({ row, verdict }) => ({ criterion: row.criterion, verdict }))),
    },
    key: `inquiry.stated:${version.id}:${scenario.id}`,
  })
}
