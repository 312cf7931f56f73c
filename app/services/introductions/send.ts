import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { membersOf } from '#db/queries/accounts.ts'
import {
  countInvitationsToday,
  countOffersToday,
  findIntroduction,
  insertIntroduction,
  listBefore,
  lockSender,
} from '#db/queries/introductions.ts'
import { lockScenario } from '#db/queries/scenarios.ts'
import {
  answerDue,
  directionIds,
  invitationsADay,
  Message,
  mayIntroduceAgain,
  offersADay,
} from '#domain/introductions/introduction.ts'
import { canBeIntroduced, canInvite, canOffer } from '#domain/introductions/policy.ts'
import type { MatchSnapshot } from '#domain/introductions/snapshot.ts'
import { choice } from '#domain/shared/fields.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { IntroductionId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { isClosed } from './load.ts'
import { type LoadedPair, loadPair, matchOf, pairingOf } from './pair.ts'
import { refuseUntilTomorrow } from './today.ts'

/** The form's key becomes the introduction's id, so the same form sent twice makes one. */
export const SendIntroduction = z.object({
  direction: choice(directionIds),
  scenarioId: id.scenario,
  productId: id.product,
  message: Message,
  formKey,
})
export type SendIntroduction = z.input<typeof SendIntroduction>
type Sent = z.output<typeof SendIntroduction>

/**
 * 引荐: 邀请 or 自荐, before the deadline of the database's clock. It gives nobody a right, an earlier look or another
 * deadline: any verified firm may bid on the same terms, invited or not.
 */
export async function sendIntroduction(
  ctx: Context,
  input: SendIntroduction,
): Promise<{ id: IntroductionId }> {
  const form = SendIntroduction.parse(input)
  const pair = await loadPair(ctx, form)
  const may = form.direction === 'invite' ? canInvite : canOffer
  permit(may(ctx.actor, await pairingOf(ctx.db, pair)))
  const match = await matchOf(ctx, pair)
  return inTransaction(ctx, tx => send(tx, ctx, { form, pair, match }))
}

interface Sending {
  form: Sent
  pair: LoadedPair
  match: MatchSnapshot
}

async function send(tx: Tx, ctx: Context, sending: Sending): Promise<{ id: IntroductionId }> {
  const { form, pair, match } = sending
  const { direction, scenarioId, productId, message } = form
  const introductionId = brand<IntroductionId>(form.formKey)
  const demandId = pair.scenario.scenario.organizationId
  const supplyId = pair.product.product.organizationId
  const scenario = found(await lockScenario(tx, scenarioId, 'share'), 'scenario.unknown')
  await lockSender(tx, direction === 'invite' ? demandId : supplyId)
  const first = await findIntroduction(tx, introductionId)
  if (first) return ownOf(ctx, first.introduction)
  const at = await ctx.clock(tx)
  if (isClosed(scenario, at)) throw new Refusal('conflict', 'introduction.closed')
  // A relation may have been declared while the page stood open.
  permit(canBeIntroduced(await pairingOf(tx, pair)))
  await permitAgain(tx, sending)
  await permitToday(tx, sending, at)
  const sentBy = found(accountIdOf(ctx.actor), 'organization.notMember')
  const row = {
    ...{ id: introductionId, direction, scenarioId, productId, productVersionId: pair.product.version.id },
    ...{ demandOrganizationId: demandId, supplyOrganizationId: supplyId, message, match, sentBy },
    ...{ dueOn: direction === 'offer' ? answerDue(at) : null, createdAt: at, updatedAt: at },
  }
  // The other side has sent one at the same moment.
  if (!(await insertIntroduction(tx, row))) throw new Refusal('conflict', 'introduction.openAlready')
  const after = { direction, scenarioId, productId, message, match }
  await record(tx, ctx, {
    noun: 'introduction',
    id: introductionId,
    deed: 'send',
    from: null,
    to: 'sent',
    after,
  })
  await announce(tx, sending)
  return { id: introductionId }
}

/** A key that was used by somebody else is no introduction of this reader's. */
function ownOf(ctx: Context, row: { id: IntroductionId; sentBy: string }): { id: IntroductionId } {
  if (row.sentBy !== accountIdOf(ctx.actor)) throw new Refusal('notFound', 'introduction.unknown')
  return { id: row.id }
}

async function permitAgain(tx: Tx, { form, match }: Sending): Promise<void> {
  const { direction, scenarioId, productId } = form
  const before = await listBefore(tx, scenarioId, productId)
  const verdict = mayIntroduceAgain(before, { direction, ...match })
  if (!verdict.ok) throw new Refusal('conflict', verdict.reason)
}

async function permitToday(tx: Tx, { form, pair }: Sending, at: Date): Promise<void> {
  const { direction, scenarioId } = form
  const [sent, max] =
    direction === 'invite'
      ? [await countInvitationsToday(tx, scenarioId, at), invitationsADay]
      : [await countOffersToday(tx, pair.product.product.organizationId, at), offersADay]
  const reason = direction === 'invite' ? 'introduction.invitationsUsedUp' : 'introduction.offersUsedUp'
  if (sent >= max) throw refuseUntilTomorrow(reason, { max }, at)
}

async function announce(tx: Tx, { form, pair }: Sending): Promise<void> {
  const { direction, formKey: key } = form
  const { scenario, organization: demand } = pair.scenario
  const { product, version, organization: supply } = pair.product
  const [event, to, by] =
    direction === 'invite'
      ? (['introduction.invited', product.organizationId, demand.name] as const)
      : (['introduction.offered', scenario.organizationId, supply.name] as const)
  await tell(tx, await membersOf(tx, [to]), {
    event,
    noun: 'introduction',
    id: key,
    params: { title: scenario.title, product: version.name, organization: by },
    key: `${event}:${key}`,
  })
}
