import { lastHistory } from '#db/queries/history.ts'
import {
  countWeightsProposals,
  findWeightsVersion,
  listWeightsProposals,
  publicationsOf,
  type WeightsProposalRow,
} from '#db/queries/match-weights.ts'
import { builtInWeights } from '#domain/matching/weights.ts'
import type { WeightsProposalId } from '#domain/shared/ids.ts'
import type { Refused, Verdict } from '#domain/shared/verdict.ts'
import {
  contentOf,
  type WeightChange,
  type WeightField,
  type WeightsContent,
  weightsBeside,
  weightsOf,
} from '#domain/weights/content.ts'
import { typedWeights } from '#domain/weights/form.ts'
import type { WeightsStatus } from '#domain/weights/lifecycle.ts'
import {
  canProposeWeights,
  canReviewWeights,
  canSeeWeightsProposals,
  canWithdrawWeights,
  fitsBase,
  type WeightsOrigin,
} from '#domain/weights/policy.ts'
import { seenIn } from '#domain/weights/seen.ts'
import type { Context } from '../context.ts'
import { currentWeights } from '../matching/weights.ts'
import { newFormKey } from '../new-id.ts'
import { accountIdOf } from '../record.ts'
import { permit } from '../refusal.ts'
import { factsOf, loadProposal } from './load.ts'
import { type PreviewShown, previewWeights, withNames } from './preview.ts'
import { sealSeen } from './seen.ts'

const pageSize = 20

export interface WeightsProposalLine {
  id: WeightsProposalId
  origin: WeightsOrigin
  basedOn: number
  grounds: string
  status: WeightsStatus
  by: string
  at: Date
}

export interface WeightsProposalsPage {
  lines: WeightsProposalLine[]
  page: number
  pageSize: number
  all: number
  waiting: number
  mayPropose: boolean
}

export async function listProposals(ctx: Context, page: number): Promise<WeightsProposalsPage> {
  permit(canSeeWeightsProposals(ctx.actor))
  const [rows, counts] = await Promise.all([
    listWeightsProposals(ctx.db, { limit: pageSize, offset: (page - 1) * pageSize }),
    countWeightsProposals(ctx.db),
  ])
  const lines = rows.map(({ proposal, by }) => lineOf(proposal, by, proposal.updatedAt))
  return { lines, page, pageSize, ...counts, mayPropose: canProposeWeights(ctx.actor).ok }
}

function lineOf(proposal: WeightsProposalRow, by: string, at: Date): WeightsProposalLine {
  const { id, origin, basedOn, grounds, status } = proposal
  return { id, origin, basedOn, grounds, status, by, at }
}

export interface WeightsProposalView extends WeightsProposalLine {
  rev: number
  /** Every weight, as the version that it was made from has it and as it is proposed. */
  weights: readonly WeightChange[]
  learned: WeightsProposalRow['learned']
  inForce: number
  /** Why it could not be published as things are now. */
  problem: Refused | null
  /** What would move; only while it waits and could be published. */
  preview: PreviewShown | null
  /** The same for the form of whoever may publish it; null for everybody else. */
  seen: string | null
  /** What the officer who published it had before them; null where that was not kept. */
  kept: PreviewShown | null
  decision: { by: string; at: Date; reason: string | null } | null
  version: number | null
  can: Record<'review' | 'withdraw', Verdict>
  formKey: string
}

/** A proposal with what it would move among the suggestions of today. */
export async function showProposal(ctx: Context, id: unknown): Promise<WeightsProposalView> {
  const { proposal, by } = await loadProposal(ctx, id)
  const { content, version, basedOn, status } = proposal
  const waits = status === 'proposed'
  const inForce = await currentWeights(ctx.db)
  const base = waits ? fitsBase(proposal, inForce.version) : null
  const [old, preview, decided, kept] = await Promise.all([
    contentIn(ctx, basedOn),
    base?.ok ? previewWeights(ctx, inForce, content) : null,
    waits ? null : lastHistory(ctx.db, 'weights', proposal.id),
    status === 'published' ? keptOf(ctx, proposal.id) : null,
  ])
  const facts = factsOf(proposal)
  const review = canReviewWeights(ctx.actor, facts)
  const accountId = accountIdOf(ctx.actor)
  const page = accountId && { proposalId: proposal.id, rev: proposal.rev, accountId }
  return {
    ...lineOf(proposal, by, proposal.createdAt),
    rev: proposal.rev,
    weights: weightsBeside(old, content),
    learned: proposal.learned,
    inForce: inForce.version,
    problem: base && !base.ok ? base : null,
    preview,
    seen: review.ok && preview && page ? sealSeen(ctx, page, preview) : null,
    kept,
    decision: decided && { by: decided.actorName, at: decided.at, reason: decided.reason },
    version,
    can: { review, withdraw: canWithdrawWeights(ctx.actor, facts) },
    formKey: newFormKey(),
  }
}

async function keptOf(ctx: Context, id: WeightsProposalId): Promise<PreviewShown | null> {
  const content = (await publicationsOf(ctx.db, [id])).get(id)
  const seen = content === undefined ? null : seenIn(content)
  return seen && withNames(ctx, seen)
}

async function contentIn({ db }: Context, version: number): Promise<WeightsContent> {
  const row = await findWeightsVersion(db, version)
  return contentOf(row ? weightsOf(version, row.content) : builtInWeights)
}

/** What the form starts from: the weights in force, in per cent. */
export interface WeightsSheet {
  formKey: string
  basedOn: number
  typed: Record<WeightField, string>
}

export async function weightsSheet(ctx: Context): Promise<WeightsSheet> {
  permit(canProposeWeights(ctx.actor))
  const inForce = await currentWeights(ctx.db)
  return { formKey: newFormKey(), basedOn: inForce.version, typed: typedWeights(contentOf(inForce)) }
}
