import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { officersWith } from '#db/queries/accounts.ts'
import { takeNumber } from '#db/queries/numbers.ts'
import { findClaim, insertClaim, patchClaim, rewriteClaim } from '#db/queries/rewards.ts'
import { ClaimForm } from '#domain/rewards/application.ts'
import { claimLifecycle } from '#domain/rewards/lifecycle.ts'
import { canClaim, canEditClaim, canSubmitClaim } from '#domain/rewards/policy.ts'
import { yearOf } from '#domain/shared/dates.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { ClaimId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { loadPilot, factsOf as pilotFacts } from '../pilots/load.ts'
import { record } from '../record.ts'
import { permit, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, carryOut, conflict, permitFresh } from '../transition.ts'
import { claimContent } from './content.ts'
import { assessClaim, claimFacts, judged } from './facts.ts'
import { factsOf, loadClaim } from './load.ts'

/** The form's key becomes the claim's id, so the same form sent twice makes one claim. */
export const DraftClaim = ClaimForm.safeExtend({ pilotId: id.pilot, formKey })
export type DraftClaim = z.infer<typeof DraftClaim>

/** 起草申报: computed at once from the accepted pilot; one live claim per pilot. */
export async function draftClaim(ctx: Context, input: DraftClaim): Promise<{ id: ClaimId }> {
  const { pilotId, formKey: key, ...form } = DraftClaim.parse(input)
  const loaded = await loadPilot(ctx, pilotId)
  const { pilot, supply: firm, version } = loaded
  permit(canClaim(ctx.actor, pilotFacts(pilot)))
  const claimId = brand<ClaimId>(key)
  return inTransaction(ctx, async tx => {
    const facts = await claimFacts({ db: tx, now: await ctx.clock(tx) }, { pilot, firm, version }, form)
    const row = {
      ...{ id: claimId, pilotId, organizationId: firm.id, uscc: facts.firm.uscc, funding: form.funding },
      ...{ ruleVersion: facts.ruleVersion, facts: { form, facts }, assessment: assessClaim(facts) },
    }
    if (!(await insertClaim(tx, row))) return { id: await drafted(tx, row) }
    const born = { noun: 'claim', id: claimId, deed: 'draft', from: null, to: 'draft' }
    await record(tx, ctx, { ...born, ruleVersion: row.ruleVersion, after: row.facts })
    return { id: claimId }
  })
}

/** The claim that the same form has already made; another live claim of the pilot stands in the way. */
async function drafted(tx: Tx, { id: claimId, pilotId }: { id: ClaimId; pilotId: string }): Promise<ClaimId> {
  const first = await findClaim(tx, claimId)
  if (!first) throw new Refusal('conflict', 'claim.alreadyClaimed')
  if (first.claim.pilotId !== pilotId) throw new Refusal('notFound', 'claim.unknown')
  return claimId
}

export const EditClaim = ClaimForm.safeExtend({ id: id.claim, rev, formKey })
export type EditClaim = z.infer<typeof EditClaim>

/** 补正 of a draft at the revision its page showed: the facts are gathered anew. */
export async function editClaim(ctx: Context, input: EditClaim): Promise<void> {
  const { id: claimId, rev: shown, formKey: key, ...form } = EditClaim.parse(input)
  const loaded = await loadClaim(ctx, claimId)
  const { claim } = loaded
  if (await alreadyDone(ctx.db, claimId, key)) return
  await permitFresh(ctx.db, 'claim', { ...claim, shown }, canEditClaim(ctx.actor, factsOf(claim)))
  await inTransaction(ctx, async tx => {
    const facts = await claimFacts({ db: tx, now: await ctx.clock(tx) }, loaded, form)
    const row = { funding: form.funding, facts: { form, facts }, assessment: assessClaim(facts) }
    if (!(await rewriteClaim(tx, { id: claimId, rev: shown, row }))) {
      if (await alreadyDone(tx, claimId, key)) return
      throw await conflict(tx, 'claim', claimId)
    }
    await record(tx, ctx, {
      ...{ noun: 'claim', id: claimId, deed: 'edit', from: 'draft', to: 'draft', formKey: key },
      ...{ before: claim.facts, after: row.facts, ruleVersion: claim.ruleVersion },
    })
  })
}

export const SubmitClaim = z.object({ id: id.claim, rev, formKey })
export type SubmitClaim = z.infer<typeof SubmitClaim>

/** 提交申报: a claim that the facts already refuse is not sent on; one that cannot be decided yet may be. */
export async function submitClaim(ctx: Context, input: SubmitClaim): Promise<void> {
  const { id: claimId, rev: shown, formKey: key } = SubmitClaim.parse(input)
  const loaded = await loadClaim(ctx, claimId)
  const { claim, firm } = loaded
  if (await alreadyDone(ctx.db, claimId, key)) return
  await permitFresh(ctx.db, 'claim', { ...claim, shown }, canSubmitClaim(ctx.actor, factsOf(claim)))
  const fresh = await judged(ctx, ctx.db, loaded)
  if (fresh.assessment.verdict === 'notEligible') throw new Refusal('invalid', 'claim.notEligible')
  const step = {
    lifecycle: claimLifecycle,
    id: claimId,
    ruleVersion: claim.ruleVersion,
    from: claim.status,
    deed: 'submit' as const,
  }
  const after = claimContent(loaded, fresh)
  await carryOut(ctx, { ...step, rev: shown, formKey: key, after }, async tx => {
    const number = claim.number ?? (await takeNumber(tx, 'JL', yearOf(ctx.now)))
    await patchClaim(tx, claimId, { number, ...fresh })
    await tell(tx, await officersWith(tx, ['handler']), {
      event: 'claim.submitted',
      noun: 'claim',
      id: claimId,
      params: { number, organization: firm.name },
      key: `claim.submitted:${key}`,
    })
  })
}
