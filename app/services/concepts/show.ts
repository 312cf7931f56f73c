import { countProposals, findReindex, findTables, listProposals } from '#db/queries/concepts.ts'
import { lastHistory } from '#db/queries/history.ts'
import type { ChangeKind, ConceptChange } from '#domain/concepts/change.ts'
import { changed, touchedNames } from '#domain/concepts/change.ts'
import type { Concept } from '#domain/concepts/concept.ts'
import type { ConceptStatus } from '#domain/concepts/lifecycle.ts'
import {
  canProposeConcept,
  canReviewConcept,
  canSeeProposals,
  canWithdrawConcept,
} from '#domain/concepts/policy.ts'
import type { ConceptProposalId } from '#domain/shared/ids.ts'
import type { Refused, Verdict } from '#domain/shared/verdict.ts'
import { documentsNaming, documentsTouched } from '#search/concept-index.ts'
import { newestConcepts } from '#search/concepts.ts'
import type { IndexName } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { found, permit } from '../refusal.ts'
import type { Progress } from './list.ts'
import { factsOf, loadProposal } from './load.ts'

const pageSize = 20

export interface ProposalLine {
  id: ConceptProposalId
  kind: ChangeKind
  title: string
  /** The name it is about, where it is about one. */
  name: string | null
  status: ConceptStatus
  by: string
  at: Date
}

export interface ProposalsPage {
  lines: ProposalLine[]
  page: number
  pageSize: number
  all: number
  waiting: number
  mayPropose: boolean
}

export async function listConceptProposals(ctx: Context, page: number): Promise<ProposalsPage> {
  permit(canSeeProposals(ctx.actor))
  const [rows, counts] = await Promise.all([
    listProposals(ctx.db, { limit: pageSize, offset: (page - 1) * pageSize }),
    countProposals(ctx.db),
  ])
  const lines = rows.map(({ proposal: { id, change, title, status, updatedAt: at }, by }) => {
    return { id, kind: change.kind, title, name: 'name' in change ? change.name : null, status, by, at }
  })
  return { lines, page, pageSize, ...counts, mayPropose: canProposeConcept(ctx.actor).ok }
}

/** How many documents of each index. */
type Counts = Record<IndexName, number>

export interface ProposalView extends ProposalLine {
  rev: number
  source: string
  /** The concept as it is and as it would be; both as they were once it is decided. */
  before: Concept | null
  after: Concept | null
  /** Why it could not be published as the table is now. */
  problem: Refused | null
  /** Documents that mention each name which comes or goes, and all that would be written again; only while it waits. */
  preview: { names: { name: string; counts: Counts }[]; touched: Counts } | null
  decision: { by: string; at: Date; reason: string | null } | null
  version: number | null
  progress: Progress | null
  can: Record<'review' | 'withdraw', Verdict>
  formKey: string
}

/** A proposal with what it would do to the table and to the documents of the index. */
export async function showProposal(ctx: Context, id: unknown): Promise<ProposalView> {
  const { proposal, by } = await loadProposal(ctx, id)
  const { change, title, status, version } = proposal
  const waits = status === 'proposed'
  const result = waits ? changed((await newestConcepts(ctx.db)).table, change) : null
  const facts = factsOf(proposal)
  const [preview, became, decided, progress] = await Promise.all([
    result?.ok ? previewOf(ctx, result) : null,
    version === null ? null : publishedAs(ctx, { version, change }),
    waits ? null : lastHistory(ctx.db, 'concept', proposal.id),
    version === null ? null : findReindex(ctx.db, version),
  ])
  return {
    ...{ id: proposal.id, kind: change.kind, title, status, by, at: proposal.createdAt },
    ...{ name: 'name' in change ? change.name : null, rev: proposal.rev, source: proposal.source },
    before: result?.ok ? result.before : (became?.before ?? null),
    after: result?.ok ? result.after : (became?.after ?? (change.kind === 'add' ? change.concept : null)),
    problem: result && !result.ok ? result : null,
    preview,
    decision: decided && { by: decided.actorName, at: decided.at, reason: decided.reason },
    version,
    progress,
    can: { review: canReviewConcept(ctx.actor, facts), withdraw: canWithdrawConcept(ctx.actor, facts) },
    formKey: newFormKey(),
  }
}

/** The concept in the version that the proposal became, and in the one before. */
async function publishedAs({ db }: Context, { version, change }: { version: number; change: ConceptChange }) {
  const id = change.kind === 'add' ? change.concept.id : change.id
  const tables = await findTables(db, [version - 1, version])
  const conceptIn = (which: number) => tables.get(which)?.find(each => each.id === id) ?? null
  return { before: conceptIn(version - 1), after: conceptIn(version) }
}

async function previewOf({ db }: Context, { before, after }: { before: Concept | null; after: Concept }) {
  const names = touchedNames(before, after)
  const [counted, touched] = await Promise.all([
    Promise.all(names.map(async name => ({ name, counts: await documentsNaming(db, name) }))),
    documentsTouched(db, { id: after.id, names }),
  ])
  return { names: counted, touched }
}

/** What the form starts from: the concept it is about, with its names to choose from. */
export interface ProposalSheet {
  formKey: string
  kind: ChangeKind
  concept: Concept | null
  name: string
}

export async function proposalSheet(
  ctx: Context,
  { kind, conceptId, name }: { kind: ChangeKind; conceptId: string | null; name: string },
): Promise<ProposalSheet> {
  permit(canProposeConcept(ctx.actor))
  const { table } = await newestConcepts(ctx.db)
  const concept =
    kind === 'add'
      ? null
      : found(
          table.find(each => each.id === conceptId),
          'concept.gone',
        )
  return { formKey: newFormKey(), kind, concept, name }
}
