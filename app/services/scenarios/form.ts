import { lastReturn } from '#db/queries/reviews.ts'
import { canSubmitAs, isSignedIn } from '#domain/organizations/policy.ts'
import { proposedMetrics } from '#domain/scenarios/adopt.ts'
import type { ClonedFrom } from '#domain/scenarios/clone.ts'
import { askedByBidders, completenessOf, type OpenQuestion } from '#domain/scenarios/completeness.ts'
import type { Missing } from '#domain/scenarios/missing.ts'
import {
  canApproveScenario,
  canArchiveScenario,
  canDraftScenario,
  canEditScenario,
  canPublishScenario,
  canReviewScenario,
  canSubmitScenario,
  canWithdrawScenario,
} from '#domain/scenarios/policy.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import { openOn, type StepId, stepIds } from '#domain/scenarios/steps.ts'
import { templateIds } from '#domain/scenarios/template-ids.ts'
import { templates } from '#domain/scenarios/templates.ts'
import { actsFor } from '#domain/shared/actor.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { ok } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import { type ApprovalState, approvalState } from '../review/approvals.ts'
import { type ComeBackView, comeBack, type ReturnedView, returnedView } from '../review/return.ts'
import { openPlaces } from './complete.ts'
import { factsOf, loadScenario } from './load.ts'
import { type Words, wordsIn } from './words.ts'

/** What the scenario form starts from: a blank sheet, or a draft at the revision it was read. */
export interface ScenarioSheet {
  formKey: string
  guide: Guide
  draft: {
    id: ScenarioId
    rev: number
    number: string | null
    title: string
    content: Words
    questionsUntil: Date | null
    bidDeadline: Date | null
    /** Why the bureau sent it back, and which field for what. */
    returned: ReturnedView | null
    clonedFrom: ClonedFrom | null
    score: number
    /** What a bidder would still have to ask. */
    asked: OpenQuestion[]
    /** What submission would refuse, and how much of it stands on each step. */
    missing: Missing[]
    open: Record<StepId, number>
    next: StepId
  } | null
  organization: string
  /** Refused when it was submitted meanwhile: the form then keeps what was typed but cannot be sent. */
  canEdit: Verdict
  canSubmit: Verdict
}

/** The sheet of a draft that exists. */
export type DraftSheet = ScenarioSheet & { draft: NonNullable<ScenarioSheet['draft']> }

/** Whether this reader may start a scenario at all. */
export function canStartScenario(ctx: Context): boolean {
  return canDraftScenario(ctx.actor, actsFor(ctx.actor, 'publishScenarios')?.organizationId ?? null).ok
}

export function newScenarioSheet(ctx: Context): ScenarioSheet {
  const membership = actsFor(ctx.actor, 'publishScenarios')
  permit(canDraftScenario(ctx.actor, membership?.organizationId ?? null))
  return {
    formKey: newFormKey(),
    guide: guideFor({}),
    draft: null,
    organization: membership?.name ?? '',
    canEdit: ok,
    canSubmit: canSubmitAs(membership, 'publishScenarios'),
  }
}

export async function scenarioSheet(ctx: Context, id: unknown): Promise<DraftSheet> {
  const { scenario, organization } = await loadScenario(ctx, id)
  const canEdit = canEditScenario(ctx.actor, factsOf(scenario))
  if (!canEdit.ok && canEdit.reason !== 'scenario.notEditable') permit(canEdit)
  const last = scenario.status === 'returned' ? await lastReturn(ctx.db, scenario.id) : null
  const { id: scenarioId, rev, number, title, bidDeadline } = scenario
  const { words, questionsUntil } = wordsIn(scenario.content)
  return {
    formKey: newFormKey(),
    guide: guideFor(scenario.content),
    draft: {
      ...{ id: scenarioId, rev, number, title, content: words, questionsUntil, bidDeadline },
      ...standingOf(scenario.content, ctx.now),
      returned: last && returnedView(last),
      clonedFrom: scenario.clonedFrom,
    },
    organization: organization.name,
    canEdit,
    canSubmit: canSubmitScenario(ctx.actor, factsOf(scenario)),
  }
}

/** What the templates have to say to a draft. */
function guideFor(content: Partial<ScenarioDraft>) {
  const own = content.template && templates[content.template]
  return {
    templates: templateIds.map(each => ({
      id: each,
      label: templates[each].label,
      domain: templates[each].domain,
    })),
    prompts: own ? own.prompts : [],
    asks: own ? own.asks : [],
    proposed: proposedMetrics(content),
    hints: proposedMetrics({ ...content, metrics: [] }).map(({ name, hint }) => ({ name, hint })),
  }
}
type Guide = ReturnType<typeof guideFor>

function standingOf(content: ScenarioDraft, now: Date) {
  const missing = openPlaces(content, now)
  const open = openOn(content, missing)
  const next = stepIds.find(step => open[step] > 0) ?? 'check'
  return { score: completenessOf(content).score, asked: askedByBidders(content), missing, open, next }
}

export interface ScenarioDeedView {
  id: ScenarioId
  rev: number
  number: string | null
  title: string
  /** Readable by anybody, so that taking it back needs a reason. */
  isPublic: boolean
  formKey: string
  can: Verdict
}

/** What an officer has to know to decide: the very content, where it stands, what has changed since it was returned. */
export interface ScenarioReviewView extends ScenarioDeedView {
  hash: string
  content: Omit<ScenarioDraft, 'bidDeadline'>
  bidDeadline: Date | null
  approval: ApprovalState
  comeBack: ComeBackView | null
}

/** The page of a bureau's deed. Who may not review reads why, and nothing of the file. */
export async function scenarioReview(
  ctx: Context,
  id: unknown,
  deed: 'approval' | 'publication' | 'return',
): Promise<ScenarioReviewView> {
  const { scenario } = await loadScenario(ctx, id)
  const sheet = await scenarioDeed(ctx, id, 'review')
  const hash = digest(scenario.content)
  const { bidDeadline, rev } = scenario
  const { bidDeadline: _, ...content } = scenario.content
  const now = { noun: 'scenario', id: scenario.id, hash, rev, content: scenario.content }
  const blank = { hash, initial: null, lapsed: null }
  const [approval, returned] = sheet.can.ok
    ? await Promise.all([approvalState(ctx, now), comeBack(ctx, scenario.id, scenario.content)])
    : [blank, null]
  const facts = factsOf(scenario)
  const can = {
    approval: canApproveScenario(ctx.actor, facts, approval),
    publication: canPublishScenario(ctx.actor, facts, approval),
    return: sheet.can,
  }
  return { ...sheet, can: can[deed], hash, content, bidDeadline, approval, comeBack: returned }
}

const judges = {
  submit: canSubmitScenario,
  review: canReviewScenario,
  withdraw: canWithdrawScenario,
  archive: canArchiveScenario,
}

/** The page of one deed: the scenario as it is now, and whether this reader may do it. */
export async function scenarioDeed(
  ctx: Context,
  id: unknown,
  deed: keyof typeof judges,
): Promise<ScenarioDeedView> {
  const { scenario } = await loadScenario(ctx, id)
  permit(isSignedIn(ctx.actor))
  const { id: scenarioId, rev, number, title, status } = scenario
  const can = judges[deed](ctx.actor, factsOf(scenario))
  return { id: scenarioId, rev, number, title, isPublic: status === 'published', formKey: newFormKey(), can }
}
