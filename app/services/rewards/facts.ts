import type { DbOrTx } from '#db/client.ts'
import { databaseNow } from '#db/queries/clock.ts'
import type { PilotRecord } from '#db/queries/pilots.ts'
import { countEarlierTrials, listPilotUnits } from '#db/queries/pilots.ts'
import { firmGranted, unitsGranted } from '#db/queries/rewards.ts'
import { ProductDraft } from '#domain/products/product.ts'
import type { ClaimForm } from '#domain/rewards/application.ts'
import { factOf } from '#domain/rewards/application.ts'
import { RewardClaim } from '#domain/rewards/claim.ts'
import type { Assessment } from '#domain/rewards/reward.ts'
import { assess } from '#domain/rewards/reward.ts'
import type { TrialStage } from '#domain/rewards/rule.ts'
import { capYearOf, ruleOf } from '#domain/rewards/rules.ts'
import { found } from '../refusal.ts'

/** The version that claims are judged by: the measure itself; the year's guide is shown beside it. */
export const claimRule = 'm09@2023-08-16'

type Party = Pick<PilotRecord, 'pilot' | 'supply' | 'version'>

// public: it gathers what a judged verb asks for; the ledger's figures are of the firm's own USCC
/** The facts of a claim: the firm's answers, and what the platform's own records and ledger say now. */
export async function claimFacts(
  db: DbOrTx,
  { pilot, supply, version }: Party,
  form: ClaimForm,
): Promise<RewardClaim> {
  const uscc = found(supply.uscc, 'claim.noUscc')
  const now = await databaseNow(db)
  const capYear = capYearOf(now)
  const serials = await listPilotUnits(db, pilot.id)
  const granted = await unitsGranted(db, uscc, serials)
  const earlier = await countEarlierTrials(db, {
    pilotId: pilot.id,
    supplyOrganizationId: supply.id,
    serials,
  })
  const costs = new Map(form.costs.map(({ serial, costFen }) => [serial, costFen]))
  const product = ProductDraft.parse(version.content)
  return RewardClaim.parse({
    ruleVersion: claimRule,
    decidedAt: now.toISOString(),
    firm: {
      uscc,
      name: supply.name,
      // 登记机关行政区划 is in the code itself (GB 32100, characters 3 to 8).
      registeredInBeijing: uscc.slice(2, 4) === '11',
      creditClean: factOf(form.creditClean),
      otherDirectionThisYear: factOf(form.otherDirection),
      years: [{ year: capYear, grantedFen: await firmGranted(db, uscc, capYear), reservedFen: 0 }],
    },
    product: {
      model: product.model ?? product.name ?? version.name,
      ownInnovation: factOf(form.ownInnovation),
      stage: stageOf(product),
      fitsProductSystem: null,
    },
    rdFunding: { answer: form.funding, levels: form.funding === 'received' ? form.fundingLevels : [] },
    trial: {
      regionCode: pilot.district,
      // A unit that stood in an earlier pilot settles it, whatever the firm says.
      first: earlier > 0 ? false : factOf(form.firstTrial),
      typicalScenario: null,
    },
    pilot: { accepted: pilot.status === 'accepted', reference: pilot.number ?? undefined },
    units: serials.map(serial => ({
      serial,
      basisFen: costs.get(serial) ?? null,
      grantedFen: granted.get(serial) ?? 0,
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
