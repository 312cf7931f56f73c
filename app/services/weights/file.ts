import type { Tx } from '#db/client.ts'
import { officersWith } from '#db/queries/accounts.ts'
import {
  findWeightsProposal,
  insertWeightsProposal,
  type NewWeightsProposal,
} from '#db/queries/match-weights.ts'
import type { WeightsProposalId } from '#domain/shared/ids.ts'
import { contentOf } from '#domain/weights/content.ts'
import { canProposeWeights, changesSomething, officeOf } from '#domain/weights/policy.ts'
import type { Context } from '../context.ts'
import { currentWeights } from '../matching/weights.ts'
import { accountIdOf, actorName, record } from '../record.ts'
import { demand, found, permit, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'

/** What a proposal says, whoever or whatever made it. */
export type Filing = Pick<NewWeightsProposal, 'id' | 'origin' | 'content' | 'grounds' | 'learned' | 'basedOn'>

/** Puts a proposal on file in the caller's transaction, once for its id, and tells those who may decide. */
export async function fileProposal(tx: Tx, ctx: Context, filing: Filing): Promise<{ id: WeightsProposalId }> {
  permit(canProposeWeights(ctx.actor))
  const proposedBy = found(accountIdOf(ctx.actor), 'officer.only')
  const { id, content, basedOn, grounds, origin } = filing
  const first = await findWeightsProposal(tx, id)
  if (first?.proposal.proposedBy === proposedBy) return { id }
  if (first) throw new Refusal('notFound', 'weights.unknown')
  const inForce = await currentWeights(tx)
  if (inForce.version !== basedOn)
    throw new Refusal('conflict', 'weights.otherBase', { detail: { basedOn, inForce: inForce.version } })
  const before = contentOf(inForce)
  demand(changesSomething(before, content))
  const office = officeOf(ctx.actor, 'handler')
  const row = { ...filing, proposedBy, office, createdAt: ctx.now, updatedAt: ctx.now }
  // Sent twice at once: the other one has made it.
  if (!(await insertWeightsProposal(tx, row))) return { id }
  const after = { content, basedOn, grounds, origin, learned: filing.learned ?? null }
  await record(tx, ctx, { noun: 'weights', id, deed: 'propose', from: null, to: 'proposed', before, after })
  const others = await officersWith(tx, ['handler', 'approver'])
  await tell(
    tx,
    others.filter(each => each !== proposedBy),
    {
      event: 'weights.proposed',
      noun: 'weights',
      id,
      params: { basedOn, officer: actorName(ctx.actor), grounds },
      key: `weights.proposed:${id}`,
    },
  )
  return { id }
}
