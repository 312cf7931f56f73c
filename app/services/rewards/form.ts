import { listPilotUnits } from '#db/queries/pilots.ts'
import { findLiveClaimOf } from '#db/queries/rewards.ts'
import { ProductDraft } from '#domain/products/product.ts'
import type { ClaimForm } from '#domain/rewards/application.ts'
import { canClaim, canEditClaim } from '#domain/rewards/policy.ts'
import type { ClaimId, PilotId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { FundingAnswer } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { loadPilot, factsOf as pilotFacts } from '../pilots/load.ts'
import { storedFacts } from './facts.ts'
import { factsOf, loadClaim } from './load.ts'

export interface ClaimSheet {
  pilot: { id: PilotId; number: string | null; title: string; acceptedAt: Date | null }
  product: { name: string; version: number }
  firm: string
  /** The units of the pilot, in the spelling of the records. */
  units: string[]
  /** What the product's page declares of its R&D funding; the claim starts with it. */
  declared: FundingAnswer | null
  /** What was filled in before; null for a new claim. */
  form: ClaimForm | null
  claim: { id: ClaimId; number: string | null; rev: number } | null
  /** A claim of this pilot that is under way already. */
  earlier: ClaimId | null
  can: Verdict
  formKey: string
}

// public: loadPilot shows the pilot to its two sides and the bureau only; the page says why the form is closed
/** What the page of a new claim needs. */
export async function claimSheet(ctx: Context, pilotId: unknown): Promise<ClaimSheet> {
  const { pilot, supply, scenario, version } = await loadPilot(ctx, pilotId)
  const [units, live] = await Promise.all([
    listPilotUnits(ctx.db, pilot.id),
    findLiveClaimOf(ctx.db, pilot.id),
  ])
  const can = canClaim(ctx.actor, pilotFacts(pilot))
  return {
    pilot: { id: pilot.id, number: pilot.number, title: scenario.title, acceptedAt: pilot.acceptedAt },
    product: { name: version.name, version: version.version },
    firm: supply.name,
    units,
    declared: can.ok ? (ProductDraft.parse(version.content).funding ?? null) : null,
    form: null,
    claim: null,
    earlier: can.ok ? (live?.id ?? null) : null,
    can,
    formKey: newFormKey(),
  }
}

/** What the page of a draft needs: the same sheet, filled in. */
export async function editSheet(ctx: Context, claimId: unknown): Promise<ClaimSheet> {
  const record = await loadClaim(ctx, claimId)
  const { claim, firm, pilot, scenario, version } = record
  return {
    pilot: { id: pilot.id, number: pilot.number, title: scenario.title, acceptedAt: pilot.acceptedAt },
    product: { name: version.name, version: version.version },
    firm: firm.name,
    units: await listPilotUnits(ctx.db, pilot.id),
    declared: ProductDraft.parse(version.content).funding ?? null,
    form: storedFacts(record).form,
    claim: { id: claim.id, number: claim.number, rev: claim.rev },
    earlier: null,
    can: canEditClaim(ctx.actor, factsOf(claim)),
    formKey: newFormKey(),
  }
}
