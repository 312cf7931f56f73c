import { z } from 'zod'
import type { DbOrTx } from '#db/client.ts'
import { findStanding } from '#db/queries/reward-standing.ts'
import type { ClaimRecord } from '#db/queries/rewards.ts'
import { ProductDraft } from '#domain/products/product.ts'
import { ClaimForm, factOf } from '#domain/rewards/application.ts'
import { RewardClaim } from '#domain/rewards/claim.ts'
import type { Assessment } from '#domain/rewards/reward.ts'
import { assess } from '#domain/rewards/reward.ts'
import type { TrialStage } from '#domain/rewards/rule.ts'
import { capYearOf, ruleOf } from '#domain/rewards/rules.ts'
import { subtractFen } from '#domain/shared/money.ts'
import type { Context } from '../context.ts'
import { found, Refusal } from '../refusal.ts'

/** The version that claims are judged by: the measure itself; the year's guide is shown beside it. */
const claimRule = 'm09@2023-08-16'

type Party = Pick<ClaimRecord, 'pilot' | 'firm' | 'version'>

// public: it gathers what a judged verb asks for; the ledger's figures are of the firm's own USCC
/** The facts of a claim at `now`: the firm's answers, and what the platform's own records and ledger say. */
export async function claimFacts(
  { db, now }: { db: DbOrTx; now: Date },
  { pilot, firm, version }: Party,
  form: ClaimForm,
): Promise<RewardClaim> {
  const { uscc } = firm
  if (uscc === null) throw new Refusal('conflict', 'claim.noUscc')
  const capYear = capYearOf(now)
  const standing = await findStanding(db, {
    ...{ pilotId: pilot.id, productId: version.productId, supplyOrganizationId: firm.id, uscc, capYear },
  })
  const { yearFen, reservedFen } = standing
  const costs = new Map(form.costs.map(({ serial, costFen }) => [serial, costFen]))
  const product = ProductDraft.parse(version.content)
  return RewardClaim.parse({
    ruleVersion: claimRule,
    decidedAt: now.toISOString(),
    firm: {
      uscc,
      name: firm.name,
      // 登记机关行政区划 is in the code itself (GB 32100, characters 3 to 8).
      registeredInBeijing: uscc.slice(2, 4) === '11',
      creditClean: factOf(form.creditClean),
      otherDirectionThisYear: factOf(form.otherDirection),
      years: [{ year: capYear, grantedFen: subtractFen(yearFen, reservedFen), reservedFen }],
    },
    product: {
      model: product.model ?? product.name ?? version.name,
      ownInnovation: factOf(form.ownInnovation),
      stage: stageOf(product),
      fitsProductSystem: null,
      grantedFen: standing.productFen,
    },
    rdFunding: { answer: form.funding, levels: form.funding === 'received' ? form.fundingLevels : [] },
    trial: {
      regionCode: pilot.district,
      // A unit that stood in an earlier pilot settles it, whatever the firm says.
      first: standing.units.some(unit => unit.triedBefore) ? false : factOf(form.firstTrial),
      typicalScenario: null,
    },
    pilot: { accepted: pilot.status === 'accepted', reference: pilot.number ?? undefined },
    units: standing.units.map(({ serial, grantedFen }) => ({
      serial,
      basisFen: costs.get(serial) ?? null,
      grantedFen,
    })),
  })
}

/** 未定型 with TRL 6 or 7 is an engineering prototype; below that a laboratory one (GB/T 22900). */
function stageOf({ maturity, trl }: Pick<ProductDraft, 'maturity' | 'trl'>): TrialStage | null {
  if (maturity !== 'unfinalised') return maturity ?? null
  if (trl === undefined) return 'unfinalised'
  return trl >= 6 ? 'engineeringPrototype' : 'labPrototype'
}

export function assessClaim(facts: RewardClaim): Assessment {
  return assess(facts, found(ruleOf(facts.ruleVersion), 'claim.unknownRule'))
}

const Stored = z.object({ form: ClaimForm, facts: RewardClaim })

/** What a claim keeps: the firm's answers, and the facts of its last step, from which its result is computed again. */
export function storedFacts({ claim }: Pick<ClaimRecord, 'claim'>): z.infer<typeof Stored> {
  return found(Stored.safeParse(claim.facts).data, 'claim.unknown')
}

/** What the claim's last step kept: the facts, and the result that follows from them. */
export function kept(record: Pick<ClaimRecord, 'claim'>) {
  const facts = storedFacts(record)
  return { facts, assessment: assessClaim(facts.facts) }
}

/** The columns of a claim judged anew on today's records: what every step keeps of the moment it was taken. */
export async function judged(ctx: Context, db: DbOrTx, record: ClaimRecord) {
  const { form } = storedFacts(record)
  const facts = await claimFacts({ db, now: await ctx.clock(db) }, record, form)
  return { facts: { form, facts }, assessment: assessClaim(facts) }
}
