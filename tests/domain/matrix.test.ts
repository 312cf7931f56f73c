import { afterAll, describe, expect, it } from 'vitest'
import { bidLifecycle } from '#domain/bids/lifecycle.ts'
import { canBid, canConfirmBid, canSeeBid, canWithdrawBid } from '#domain/bids/policy.ts'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import * as catalog from '#domain/catalog/policy.ts'
import { type InquiryStatus, inquiryLifecycle } from '#domain/inquiries/lifecycle.ts'
import * as inquiries from '#domain/inquiries/policy.ts'
import { type IntroductionStatus, introductionLifecycle } from '#domain/introductions/lifecycle.ts'
import * as introductions from '#domain/introductions/policy.ts'
import { pilotLifecycle } from '#domain/pilots/lifecycle.ts'
import * as pilots from '#domain/pilots/policy.ts'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import * as products from '#domain/products/policy.ts'
import { canRecommendEntry, canRecommendScenario } from '#domain/recommendations/policy.ts'
import { claimLifecycle } from '#domain/rewards/lifecycle.ts'
import * as rewards from '#domain/rewards/policy.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import * as scenarios from '#domain/scenarios/policy.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { membershipOf } from '#domain/shared/actor.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { solutionLifecycle } from '#domain/solutions/lifecycle.ts'
import * as solutions from '#domain/solutions/policy.ts'
import {
  demandId,
  facts,
  handled,
  type MatrixActor,
  matrixActors,
  supplyId,
} from '#tests/support/matrix/actors.ts'

// Who may do what, in which state: one table per noun, for a person to read (tests/domain/matrix/*.txt). A change of a
// policy shows as a change of a table.

type Policy<S> = (actor: Actor, status: S) => Verdict
let cells = 0

const seats = { demand: demandId, supply: supplyId }
const own = (actor: Actor, side: keyof typeof seats) => membershipOf(actor, seats[side])

describe('the matrix', () => {
  afterAll(() => console.info(`authorization by policy: ${cells} cells`))

  it('of scenarios', async () => {
    const of = facts.scenario
    await table('scenario', scenarioLifecycle.statuses, {
      canSee: (actor, status) => scenarios.canSeeScenario(actor, of(status)),
      canEdit: (actor, status) => scenarios.canEditScenario(actor, of(status)),
      canSubmit: (actor, status) => scenarios.canSubmitScenario(actor, of(status)),
      canWithdraw: (actor, status) => scenarios.canWithdrawScenario(actor, of(status)),
      canReview: (actor, status) => scenarios.canReviewScenario(actor, of(status)),
      canApprove: (actor, status) => scenarios.canApproveScenario(actor, of(status), { initial: null }),
      canPublish: (actor, status) =>
        scenarios.canPublishScenario(actor, of(status), { initial: { by: handled[0] as AccountId } }),
      canAmend: (actor, status) => scenarios.canAmendScenario(actor, of(status)),
      canArchive: (actor, status) => scenarios.canArchiveScenario(actor, of(status)),
      canRecommend: (actor, status) => canRecommendScenario(actor, of(status)),
      canOpenBids: (actor, status) => scenarios.canOpenBids(actor, of(status)),
      canSelectBid: (actor, status) => scenarios.canSelectBid(actor, of(status)),
      canBid: (actor, status) => canBid(actor, of(status), own(actor, 'supply') ?? own(actor, 'demand')),
    })
  })

  it('of products', async () => {
    const of = facts.product
    await table('product', productLifecycle.statuses, {
      canSee: (actor, status) => products.canSeeProduct(actor, of(status)),
      canEdit: (actor, status) => products.canEditProduct(actor, of(status)),
      canSubmit: (actor, status) => products.canSubmitProduct(actor, of(status)),
      canRevise: (actor, status) => products.canReviseProduct(actor, of(status)),
      canWithdraw: (actor, status) => products.canWithdrawProduct(actor, of(status)),
      canReview: (actor, status) => products.canReviewProduct(actor, of(status)),
    })
  })

  it('of solutions', async () => {
    const of = facts.solution
    await table('solution', solutionLifecycle.statuses, {
      canSee: (actor, status) => solutions.canSeeSolution(actor, of(status)),
      canEdit: (actor, status) => solutions.canEditSolution(actor, of(status)),
      canSubmit: (actor, status) => solutions.canSubmitSolution(actor, of(status)),
      canRevise: (actor, status) => solutions.canReviseSolution(actor, of(status)),
      canWithdraw: (actor, status) => solutions.canWithdrawSolution(actor, of(status)),
      canReview: (actor, status) => solutions.canReviewSolution(actor, of(status)),
      canAnswer: (actor, status) =>
        solutions.canAnswerConsent(actor, { solution: of(status), organizationId: demandId }),
    })
  })

  it('of bids', async () => {
    const of = facts.bid
    await table('bid', bidLifecycle.statuses, {
      canSee: (actor, status) => canSeeBid(actor, of(status), facts.scenario('evaluating')),
      canWithdraw: (actor, status) => canWithdrawBid(actor, of(status)),
      canConfirm: (actor, status) => canConfirmBid(actor, of(status)),
    })
  })

  it('of pilots', async () => {
    const of = facts.pilot
    await table('pilot', pilotLifecycle.statuses, {
      canSee: (actor, status) => pilots.canSeePilot(actor, of(status)),
      canDeploy: (actor, status) => pilots.canDeploy(actor, of(status)),
      canRun: (actor, status) => pilots.canRun(actor, of(status)),
      canReport: (actor, status) => pilots.canReport(actor, of(status)),
      canRequestAcceptance: (actor, status) => pilots.canRequestAcceptance(actor, of(status)),
      canResume: (actor, status) => pilots.canResume(actor, of(status)),
      canSignAsDemand: (actor, status) => pilots.canSign(actor, of(status), 'demand'),
      canSignAsSupply: (actor, status) => pilots.canSign(actor, of(status), 'supply'),
      canSendBack: (actor, status) => pilots.canSendBack(actor, of(status)),
      canTerminate: (actor, status) => pilots.canTerminatePilot(actor, of(status)),
      canClaim: (actor, status) => rewards.canClaim(actor, of(status)),
      canNominate: (actor, status) => catalog.canNominate(actor, of(status)),
    })
  })

  it('of reward claims', async () => {
    const of = facts.claim
    await table('claim', claimLifecycle.statuses, {
      canSee: (actor, status) => rewards.canSeeClaim(actor, of(status)),
      canEdit: (actor, status) => rewards.canEditClaim(actor, of(status)),
      canHandle: (actor, status) => rewards.claimDeeds(actor, of(status), handled).forward,
      canReject: (actor, status) => rewards.claimDeeds(actor, of(status), handled).reject,
      canApprove: (actor, status) => rewards.claimDeeds(actor, of(status), handled).approve,
      canRecordPayment: (actor, status) => rewards.claimDeeds(actor, of(status), handled).recordPayment,
      canReverse: (actor, status) => rewards.claimDeeds(actor, of(status), handled).reverse,
    })
  })

  it('of introductions and inquiries', async () => {
    const pairing = (status: Parameters<typeof facts.scenario>[0]) => ({
      scenario: facts.scenario(status),
      product: { organizationId: supplyId, source: 'platform' as const },
      relatedTo: [],
    })
    await table('introducing', scenarioLifecycle.statuses, {
      canInvite: (actor, status) => introductions.canInvite(actor, pairing(status)),
      canOffer: (actor, status) => introductions.canOffer(actor, pairing(status)),
      canInquire: (actor, status) => inquiries.canInquire(actor, pairing(status)),
    })
    const sides = { demandOrganizationId: demandId, supplyOrganizationId: supplyId }
    const invite = (status: IntroductionStatus) => ({ ...sides, status, direction: 'invite' as const })
    const offer = (status: IntroductionStatus) => ({ ...sides, status, direction: 'offer' as const })
    await table('introduction', introductionLifecycle.statuses, {
      canSee: (actor, status) => introductions.canSeeTalk(actor, invite(status), 'introduction'),
      canAnswerInvitation: (actor, status) => introductions.canAnswerIntroduction(actor, invite(status)),
      canAnswerOffer: (actor, status) => introductions.canAnswerIntroduction(actor, offer(status)),
      canWithdrawInvitation: (actor, status) => introductions.canWithdrawIntroduction(actor, invite(status)),
      canWithdrawOffer: (actor, status) => introductions.canWithdrawIntroduction(actor, offer(status)),
    })
    const asked = (status: InquiryStatus) => ({ ...sides, status })
    await table('inquiry', inquiryLifecycle.statuses, {
      canSee: (actor, status) => introductions.canSeeTalk(actor, asked(status), 'inquiry'),
      canWithhold: (actor, status) => inquiries.canWithhold(actor, asked(status)),
    })
  })

  it('of catalog entries', async () => {
    const of = facts.entry
    await table('entry', entryLifecycle.statuses, {
      canSee: (actor, status) => catalog.canSeeEntry(actor, of(status)),
      canHandle: (actor, status) => catalog.canHandleEntry(actor, of(status)),
      canRecommend: (actor, status) => canRecommendEntry(actor, of(status)),
      canAssignExperts: (actor, status) => catalog.canAssignExperts(actor, of(status)),
      canScore: (actor, status) => catalog.canScoreEntry(actor, of(status)),
      canApprove: (actor, status) => catalog.canApproveEntry(actor, of(status)),
      canSettle: (actor, status) => catalog.canSettle(actor, of(status)),
      canObject: (_, status) => catalog.canObject(of(status)),
    })
  })
})

/** One table per policy: states down, roles across; ✓ or the number of the reason below the table. */
async function table<S extends string>(
  noun: string,
  statuses: readonly S[],
  policies: Record<string, Policy<S>>,
): Promise<void> {
  const parts = Object.entries(policies).map(([name, policy]) => sheet(name, statuses, policy))
  await expect(`# ${noun}\n\n${parts.join('\n')}`).toMatchFileSnapshot(`./matrix/${noun}.txt`)
}

function sheet<S extends string>(name: string, statuses: readonly S[], policy: Policy<S>): string {
  const reasons: string[] = []
  const roles = Object.entries(matrixActors) as [MatrixActor, Actor][]
  const mark = (verdict: Verdict) => {
    cells += 1
    if (verdict.ok) return '✓'
    if (!reasons.includes(verdict.reason)) reasons.push(verdict.reason)
    return `${reasons.indexOf(verdict.reason) + 1}`
  }
  const rows = statuses.map(status => [status, ...roles.map(([, actor]) => mark(policy(actor, status)))])
  const lines = [['', ...roles.map(([role]) => role)], ...rows]
  const notes = reasons.map((reason, index) => `${index + 1} \`${reason}\``).join(' · ')
  return `## ${name}\n\n${aligned(lines)}\n\n${notes}\n`
}

/** Columns of one width each, so that a glance down a role's column is enough. */
function aligned(lines: readonly string[][]): string {
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map(line => line[at]?.length ?? 0))) ?? []
  return lines
    .map(line =>
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n')
}

it('nobody who belongs to a party, and nobody who stood back, decides on anything of it (S28)', () => {
  const { insider, recused } = matrixActors
  for (const actor of [insider, recused]) {
    const verdicts = [
      scenarios.canReviewScenario(actor, facts.scenario('submitted')),
      products.canReviewProduct(actor, facts.product('submitted')),
      solutions.canReviewSolution(actor, facts.solution('submitted')),
      rewards.canHandleClaim(actor, facts.claim('submitted')),
      rewards.canApproveClaim(actor, facts.claim('notice'), []),
      catalog.canHandleEntry(actor, facts.entry('nominated')),
      catalog.canApproveEntry(actor, facts.entry('listed')),
      catalog.canScoreEntry(actor, facts.entry('expertReview')),
    ]
    const reason = actor === insider ? 'officer.ownOrganization' : 'officer.recused'
    for (const verdict of verdicts) expect(verdict).toMatchObject({ ok: false, reason })
  }
})
