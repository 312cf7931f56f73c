import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { membersOf } from '#db/queries/accounts.ts'
import type { InquiryRow } from '#db/queries/inquiries.ts'
import { countAskedToday, insertInquiries, listAsked } from '#db/queries/inquiries.ts'
import { lockSender } from '#db/queries/introductions.ts'
import { findPublicProduct, shareProduct } from '#db/queries/products.ts'
import { lockScenario } from '#db/queries/scenarios.ts'
import {
  Criteria,
  criteriaADay,
  namesOf,
  openNeeds,
  scenarioCriteriaADay,
} from '#domain/inquiries/inquiry.ts'
import { canInquire } from '#domain/inquiries/policy.ts'
import type { CriterionId } from '#domain/ontology/criteria.ts'
import type { Requirement } from '#domain/ontology/requirement.ts'
import { id } from '#domain/shared/id-schemas.ts'
import type { InquiryId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { isClosed } from '../introductions/load.ts'
import { type LoadedPair, loadPair, pairingOf } from '../introductions/pair.ts'
import { refuseUntilTomorrow } from '../introductions/today.ts'
import { toMatchProduct, toMatchScenario } from '../matching/inputs.ts'
import { newId } from '../new-id.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'

/** One click. It carries no key of its own: scenario, product and criterion are the key, and each is asked once. */
export const AskFirm = z.object({ scenarioId: id.scenario, productId: id.product, criteria: Criteria })
export type AskFirm = z.input<typeof AskFirm>

export interface Asked {
  asked: number
  /** Asked earlier, or stated since the page was drawn. */
  before: number
}

/** 询问: the firm of a published product is asked to state what a published scenario needs and its page leaves open. */
export async function askFirm(ctx: Context, input: AskFirm): Promise<Asked> {
  const { criteria, ...ids } = AskFirm.parse(input)
  const wanted = [...new Set(criteria)]
  const pair = await loadPair(ctx, ids)
  permit(canInquire(ctx.actor, await pairingOf(ctx.db, pair)))
  return inTransaction(ctx, async tx => {
    const scenario = found(await lockScenario(tx, ids.scenarioId, 'share'), 'scenario.unknown')
    // A publication of the product locks the same row: it closes this question, or this question sees what it states.
    await shareProduct(tx, ids.productId)
    await lockSender(tx, scenario.organizationId)
    const at = await ctx.clock(tx)
    if (isClosed(scenario, at)) throw new Refusal('conflict', 'introduction.closed')
    // Both as they are now: an addendum or a version may have come out since the page was drawn.
    const product = found(await findPublicProduct(tx, ids.productId), 'product.unknown')
    const needs = toMatchScenario({ ...pair.scenario, scenario }).requirements
    if (wanted.some(criterion => !needs.some(need => need.criterion === criterion)))
      throw new Refusal('invalid', 'inquiry.notANeed', { path: 'criteria' })
    const fresh = await unasked(tx, { pair: { ...pair, product }, wanted, needs })
    await permitToday(tx, { ...ids, at, n: fresh.length })
    await ask(tx, ctx, { pair: { ...pair, product }, fresh, at })
    return { asked: fresh.length, before: wanted.length - fresh.length }
  })
}

/** Of the criteria wanted, those that are still open and have not been asked. */
async function unasked(
  tx: Tx,
  {
    pair,
    wanted,
    needs,
  }: { pair: LoadedPair; wanted: readonly CriterionId[]; needs: readonly Requirement[] },
): Promise<Requirement[]> {
  const asked = await listAsked(tx, pair.scenario.scenario.id, pair.product.product.id)
  const known = new Set(asked.map(each => each.criterion))
  const open = openNeeds(needs, toMatchProduct(pair.product).specs)
  return open.filter(({ criterion }) => wanted.includes(criterion) && !known.has(criterion))
}

async function permitToday(
  tx: Tx,
  { n, ...day }: Parameters<typeof countAskedToday>[1] & { n: number },
): Promise<void> {
  if (n === 0) return
  const { ofProduct, ofAll } = await countAskedToday(tx, day)
  if (ofProduct + n > criteriaADay)
    throw refuseUntilTomorrow('inquiry.productUsedUp', { max: criteriaADay }, day.at)
  if (ofAll + n > scenarioCriteriaADay)
    throw refuseUntilTomorrow('inquiry.scenarioUsedUp', { max: scenarioCriteriaADay }, day.at)
}

async function ask(
  tx: Tx,
  ctx: Context,
  { pair, fresh, at }: { pair: LoadedPair; fresh: readonly Requirement[]; at: Date },
): Promise<void> {
  const { scenario, organization } = pair.scenario
  const { product, version } = pair.product
  const askedBy = found(accountIdOf(ctx.actor), 'organization.notMember')
  const sides = {
    demandOrganizationId: scenario.organizationId,
    supplyOrganizationId: product.organizationId,
  }
  const rows = fresh.map(({ criterion, necessity, value }) => ({
    ...{ id: newId<InquiryId>(), scenarioId: scenario.id, productId: product.id },
    ...{ productVersionId: version.id, ...sides, criterion, necessity, need: value, askedBy },
    ...{ createdAt: at, updatedAt: at },
  }))
  const inserted = await insertInquiries(tx, rows)
  for (const row of inserted) await recordAsked(tx, ctx, row)
  const [first] = inserted
  if (!first) return
  await tell(tx, await membersOf(tx, [product.organizationId]), {
    event: 'inquiry.asked',
    noun: 'inquiry',
    id: first.id,
    params: {
      ...{ title: scenario.title, organization: organization.name, product: version.name },
      n: inserted.length,
      criteria: namesOf(inserted.map(each => each.criterion)),
    },
    key: `inquiry.asked:${first.id}`,
  })
}

async function recordAsked(tx: Tx, ctx: Context, row: InquiryRow): Promise<void> {
  const { id: inquiryId, scenarioId, productId, criterion, necessity, need } = row
  const after = { scenarioId, productId, criterion, necessity, need }
  await record(tx, ctx, { noun: 'inquiry', id: inquiryId, deed: 'inquire', from: null, to: 'asked', after })
}
