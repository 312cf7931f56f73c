import { findLiveBid } from '#db/queries/bids.ts'
import type { HistoryRow } from '#db/queries/history.ts'
import { listHistory } from '#db/queries/history.ts'
import { findPilotOfScenario } from '#db/queries/pilots.ts'
import { lastReturn } from '#db/queries/reviews.ts'
import type { ScenarioRecord } from '#db/queries/scenarios.ts'
import { canBid } from '#domain/bids/policy.ts'
import { firmPageOf } from '#domain/organizations/firm-page.ts'
import { canSeePilot } from '#domain/pilots/policy.ts'
import { canRecommendScenario } from '#domain/recommendations/policy.ts'
import type { ClonedFrom } from '#domain/scenarios/clone.ts'
import { visibleContent } from '#domain/scenarios/confidential.ts'
import type { ConfidentialPart } from '#domain/scenarios/confidential-parts.ts'
import type { Missing } from '#domain/scenarios/missing.ts'
import type { ScenarioFacts } from '#domain/scenarios/policy.ts'
import {
  canAmendScenario,
  canArchiveScenario,
  canEditScenario,
  canOpenBids,
  canReviewScenario,
  canSeeScenario,
  canSelectBid,
  canSubmitScenario,
  canWithdrawScenario,
} from '#domain/scenarios/policy.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { actsFor, visitor as anybody, holds, isMember, oversees } from '#domain/shared/actor.ts'
import type { BidId, OrganizationId, PilotId, ScenarioId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { all, when } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { scenarioHolder } from '../files/holder.ts'
import type { FileView } from '../files/list.ts'
import { filesOf } from '../files/list.ts'
import type { RecommendationView } from '../recommendations/read.ts'
import { onceFor, opinionsIn } from '../recommendations/read.ts'
import { openPlaces } from './complete.ts'
import { factsOf, loadScenario } from './load.ts'
import { type Words, wordsIn } from './words.ts'

/** In which part the reader stands before this scenario. */
export type ScenarioViewer = 'visitor' | 'demand' | 'firm' | 'officer' | 'person'

export type ScenarioAct =
  | 'amend'
  | 'archive'
  | 'edit'
  | 'submit'
  | 'withdraw'
  | 'review'
  | 'bid'
  | 'open'
  | 'select'
  | 'recommend'

/** One step of the process; who did it and why are told to its own people and to the bureau only. */
export interface ScenarioStep {
  deed: string
  to: string
  at: Date
  by: string | null
  reason: string | null
}

export interface ScenarioView {
  id: ScenarioId
  number: string | null
  rev: number
  status: ScenarioRecord['scenario']['status']
  source: ScenarioRecord['scenario']['source']
  sourceUrl: string | null
  sourceYear: number | null
  /** `firm` is the id of its public page, null where it has none. */
  organization: { name: string; nameEn: string | null; firm: OrganizationId | null }
  content: Words
  /** Parts that this reader is not shown: 仅向已核验企业公开. */
  hidden: ConfidentialPart[]
  questionsUntil: Date | null
  bidDeadline: Date | null
  /** Whether the deadline has passed by this page's clock. */
  closed: boolean
  publishedAt: Date | null
  viewer: ScenarioViewer
  can: Record<ScenarioAct, Verdict>
  steps: ScenarioStep[]
  /** For the bureau, the district and the scenario's own people. */
  recommendations: RecommendationView[]
  /** What is still to be filled in; only the scenario's own members see it, before it is published. */
  missing: Missing[]
  /** Fields that a returned scenario got a reason for, each of its own; told to its members. */
  returnNotes: number
  /** The reader's own sealed bid, if their firm has one. */
  ownBid: BidId | null
  /** The pilot, for its two sides and the bureau. */
  pilotId: PilotId | null
  files: FileView[]
  /** How many 补充公告 there are. */
  addenda: number
  clonedFrom: ClonedFrom | null
  now: Date
}

/** A scenario as this reader may see it. The permission is asked in `loadScenario`: a foreign draft is a 404. */
export async function showScenario(ctx: Context, id: unknown): Promise<ScenarioView> {
  const found = await loadScenario(ctx, id)
  const { scenario, organization } = found
  const facts = factsOf(scenario)
  const {
    id: scenarioId,
    number,
    rev,
    status,
    source,
    sourceUrl,
    sourceYear,
    bidDeadline,
    publishedAt,
  } = scenario
  const { content: seen, hidden } = visibleContent(ctx.actor, facts, scenario.content)
  const { words: content, questionsUntil } = wordsIn(seen)
  const closed = bidDeadline !== null && bidDeadline <= ctx.now
  const viewer = viewerOf(ctx.actor, facts)
  const isReturned = viewer === 'demand' && status === 'returned'
  const [history, tie, files, returned] = await Promise.all([
    listHistory(ctx.db, 'scenario', scenarioId),
    tieTo(ctx, found, viewer),
    filesOf(ctx, scenarioHolder(ctx.actor, scenario)),
    isReturned ? lastReturn(ctx.db, scenarioId) : null,
  ])
  return {
    ...{ id: scenarioId, number, rev, status, source, sourceUrl, sourceYear, bidDeadline, publishedAt },
    organization: {
      ...{ name: organization.name, nameEn: organization.nameEn },
      firm: canSeeScenario(anybody, facts).ok ? firmPageOf(organization) : null,
    },
    ...{ content, hidden, questionsUntil },
    closed,
    viewer,
    can: {
      ...verdictsOf(ctx.actor, facts, closed),
      recommend: onceFor(ctx.actor, { history, rev }, canRecommendScenario(ctx.actor, facts)),
    },
    steps: stepsFor(viewer, history),
    recommendations: opinionsIn(history, ctx.actor, {
      district: scenario.district,
      parties: [scenario.organizationId],
    }),
    missing: viewer === 'demand' ? stillMissing(found, ctx.now) : [],
    returnNotes: returned?.notes.length ?? 0,
    ...tie,
    files,
    addenda: scenario.addenda,
    clonedFrom: viewer === 'demand' ? scenario.clonedFrom : null,
    now: ctx.now,
  }
}

function viewerOf(actor: Actor, scenario: ScenarioFacts): ScenarioViewer {
  if (actor.kind !== 'person') return 'visitor'
  if (isMember(actor, scenario.organizationId)) return 'demand'
  if (holds(actor, 'handler', 'approver', 'auditor') || oversees(actor, scenario.district)) return 'officer'
  return actor.memberships.some(each => each.capabilities.includes('bid')) ? 'firm' : 'person'
}

function verdictsOf(
  actor: Actor,
  facts: ScenarioFacts,
  closed: boolean,
): Record<Exclude<ScenarioAct, 'recommend'>, Verdict> {
  const firm = actsFor(actor, 'bid')
  return {
    amend: all(when(!closed, 'bid.deadlinePassed'), canAmendScenario(actor, facts)),
    archive: all(
      when(facts.status !== 'published' || closed, 'scenario.deadlineAhead'),
      canArchiveScenario(actor, facts),
    ),
    edit: canEditScenario(actor, facts),
    submit: canSubmitScenario(actor, facts),
    withdraw: canWithdrawScenario(actor, facts),
    review: canReviewScenario(actor, facts),
    bid: all(when(!closed, 'bid.deadlinePassed'), canBid(actor, facts, firm)),
    open: all(canOpenBids(actor, facts), when(closed, 'scenario.deadlineAhead')),
    select: canSelectBid(actor, facts),
  }
}

/** What ties the reader to this scenario: the firm's own bid while it is open, the pilot once there is one. */
async function tieTo(
  ctx: Context,
  { scenario }: ScenarioRecord,
  viewer: ScenarioViewer,
): Promise<Pick<ScenarioView, 'ownBid' | 'pilotId'>> {
  const none = { ownBid: null, pilotId: null }
  if (scenario.source === 'report' || viewer === 'visitor' || viewer === 'person') return none
  if (['awarded', 'piloting', 'accepted', 'archived', 'terminated'].includes(scenario.status)) {
    const pilot = await findPilotOfScenario(ctx.db, scenario.id)
    const involved = pilot && canSeePilot(ctx.actor, pilot).ok
    return { ownBid: null, pilotId: involved ? pilot.id : null }
  }
  const firm = actsFor(ctx.actor, 'bid')
  if (viewer !== 'firm' || !firm) return none
  const bid = await findLiveBid(ctx.db, scenario.id, firm.organizationId)
  return { ownBid: bid?.id ?? null, pilotId: null }
}

const publicDeeds = [
  'publish',
  'amend',
  'withdraw',
  'open',
  'award',
  'startPilot',
  'accept',
  'archive',
  'terminate',
]
const officeDeeds = ['approve', 'publish', 'return']
/** What the demand side says to everybody. */
const publicReasons = ['amend', 'withdraw']
const fileDeeds = ['addFile', 'removeFile', 'stageFile', 'dropFile']
/** What stands in a place of its own, and why an officer stands back, which is told to nobody outside. */
const quiet: Record<'demand' | 'officer', string[]> = {
  demand: ['edit', 'applySite', 'recommend', 'recuse', ...fileDeeds],
  officer: ['edit', 'applySite', 'recommend', ...fileDeeds],
}

function stepsFor(viewer: ScenarioViewer, history: readonly HistoryRow[]): ScenarioStep[] {
  const inside = viewer === 'demand' || viewer === 'officer'
  return history
    .filter(({ deed }) => (inside ? !quiet[viewer].includes(deed) : publicDeeds.includes(deed)))
    .map(({ deed, toStatus: to, at, actorName, reason }) => {
      // The demand side deals with the bureau, not with one of its officers by name.
      const named = viewer === 'officer' || (inside && !officeDeeds.includes(deed))
      // A handler's opinion is for the second officer.
      const told = viewer === 'officer' || (inside && deed !== 'approve') || publicReasons.includes(deed)
      return { deed, to, at, by: named ? actorName : null, reason: told ? reason : null }
    })
}

function stillMissing({ scenario: { status, content } }: ScenarioRecord, now: Date): Missing[] {
  return status === 'draft' || status === 'returned' ? openPlaces(content, now) : []
}
