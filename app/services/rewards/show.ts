import { listHistory } from '#db/queries/history.ts'
import type { ClaimRecord, LedgerLine } from '#db/queries/rewards.ts'
import type { ClaimForm } from '#domain/rewards/application.ts'
import type { EligibilityVerdict } from '#domain/rewards/eligibility.ts'
import type { ClaimDeed, ClaimStatus } from '#domain/rewards/lifecycle.ts'
import { canClaim, canEditClaim, claimDeeds, handlerDeeds } from '#domain/rewards/policy.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { ClaimId, PilotId } from '#domain/shared/ids.ts'
import type { Fen } from '#domain/shared/money.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { all, no, when } from '#domain/shared/verdict.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { newFormKey } from '../new-id.ts'
import type { Calculation } from './calculate.ts'
import { calculationOf } from './calculate.ts'
import { claimFacts, storedFacts } from './facts.ts'
import { factsOf, loadClaim } from './load.ts'

export interface ClaimPage {
  id: ClaimId
  number: string | null
  status: ClaimStatus
  rev: number
  firm: { name: string; source: Source; uscc: string }
  pilot: { id: PilotId; number: string | null; title: string; acceptedAt: Date | null }
  product: { id: string; name: string; version: number }
  form: ClaimForm
  /** On today's records while it is undecided, on those of its decision afterwards. */
  calculation: Calculation
  /** What the last step kept; `differs` when today's records give another verdict or ceiling. */
  kept: { verdict: EligibilityVerdict; ceiling: Fen | null; at: Date; differs: boolean; whole: boolean }
  notice: { from: string; to: string; over: boolean } | null
  approved: { fen: Fen; capYear: number; basis: string | null } | null
  ledger: LedgerLine[]
  history: { deed: string; to: string; by: string; at: Date; reason: string | null }[]
  can: Record<ClaimDeed | 'edit' | 'claimAgain', Verdict>
  formKey: string
  now: Date
}

const undecided: readonly ClaimStatus[] = ['draft', 'submitted', 'precheck', 'review', 'notice']

export async function showClaim(ctx: Context, id: unknown): Promise<ClaimPage> {
  const record = await loadClaim(ctx, id)
  const { claim, firm, pilot, scenario, version } = record
  const { form, facts } = storedFacts(record)
  const open = undecided.includes(claim.status)
  const [steps, fresh] = await Promise.all([
    listHistory(ctx.db, 'claim', claim.id),
    open ? claimFacts({ db: ctx.db, now: ctx.now }, record, form) : facts,
  ])
  const kept = calculationOf(facts).assessment
  const calculation = calculationOf(fresh)
  const { assessment } = calculation
  const handlers = steps.filter(step => isHandling(step.deed)).map(step => step.actorId)
  const notice = noticeOf(record, ctx.now)
  return {
    ...{ id: claim.id, number: claim.number, status: claim.status, rev: claim.rev },
    firm: { name: firm.name, source: firm.source, uscc: claim.uscc },
    pilot: { id: pilot.id, number: pilot.number, title: scenario.title, acceptedAt: pilot.acceptedAt },
    product: { id: version.productId, name: version.name, version: version.version },
    form,
    calculation,
    kept: {
      verdict: kept.verdict,
      ceiling: kept.ceiling,
      at: facts.decidedAt,
      differs: kept.verdict !== assessment.verdict || kept.ceiling !== assessment.ceiling,
      whole: digest(kept) === digest(claim.assessment),
    },
    notice,
    approved:
      claim.approvedFen === null || claim.capYear === null
        ? null
        : {
            fen: claim.approvedFen,
            capYear: claim.capYear,
            basis: steps.find(step => step.deed === 'approve')?.reason ?? null,
          },
    ledger: record.ledger,
    history: steps.map(({ deed, toStatus: to, actorName: by, at, reason }) => ({ deed, to, by, at, reason })),
    can: allowed(ctx, record, { handlers, verdict: assessment.verdict, notice }),
    formKey: newFormKey(),
    now: ctx.now,
  }
}

const isHandling = (deed: string) => handlerDeeds.some(each => each === deed)

function noticeOf({ claim }: ClaimRecord, now: Date): ClaimPage['notice'] {
  const { noticeFrom: from, noticeTo: to } = claim
  return from === null || to === null ? null : { from, to, over: dayOf(now) > to }
}

type Standing = Pick<ClaimPage, 'notice'> & {
  handlers: Parameters<typeof claimDeeds>[2]
  verdict: EligibilityVerdict
}

/** The policy's verdicts, with what the verbs would refuse on today's facts: a page says so before the form is sent. */
function allowed(
  { actor }: Context,
  { claim, pilot }: ClaimRecord,
  { handlers, verdict, notice }: Standing,
): ClaimPage['can'] {
  const can = claimDeeds(actor, factsOf(claim), handlers)
  const decided = when(verdict === 'eligible', 'claim.notDecided')
  return {
    ...can,
    edit: canEditClaim(actor, factsOf(claim)),
    claimAgain: all(
      canClaim(actor, pilot),
      when(claim.status === 'rejected' || claim.status === 'reversed', 'claim.alreadyClaimed'),
    ),
    submit: all(can.submit, when(verdict !== 'notEligible', 'claim.notEligible')),
    announce: all(can.announce, decided),
    approve: all(
      can.approve,
      notice && !notice.over ? no('claim.noticeRunning', { until: notice.to }) : decided,
    ),
  }
}
