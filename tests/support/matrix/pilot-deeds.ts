import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { listPilotMetrics } from '#db/queries/pilots.ts'
import { pilot, rewardClaim } from '#db/schema/index.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { brand, type ClaimId, type PilotId } from '#domain/shared/ids.ts'
import { yuan } from '#domain/shared/money.ts'
import { paths } from '#paths'
import type { Context } from '#services/context.ts'
import { deployPilot } from '#services/pilots/deploy.ts'
import { requestAcceptance } from '#services/pilots/request-acceptance.ts'
import { as } from '../context.ts'
import * as trip from '../trip.ts'
import { claimForm, reportForm } from '../trip-forms.ts'
import type { Deed, Target } from './deed.ts'
import type { People } from './people.ts'
import { sight } from './routes.ts'
import { typed } from './typed.ts'

const reason = '现场指标未达到，请整改后再报'

async function pilotTarget(
  ctx: Context,
  id: PilotId,
  path: (id: string) => string,
  fields: Record<string, string> = {},
): Promise<Target> {
  const rows = () => ctx.db.select().from(pilot).where(eq(pilot.id, id))
  const [row] = await rows()
  return { url: path(id), id, fields: { id, rev: `${row?.rev}`, ...fields }, rows }
}

async function claimTarget(
  ctx: Context,
  id: ClaimId,
  path: (id: string) => string,
  fields: Record<string, string> = {},
): Promise<Target> {
  const rows = () => ctx.db.select().from(rewardClaim).where(eq(rewardClaim.id, id))
  const [row] = await rows()
  return { url: path(id), id, fields: { id, rev: `${row?.rev}`, ...fields }, rows }
}

const revOf = async (ctx: Context, id: PilotId) =>
  Number((await pilotTarget(ctx, id, paths.pilot)).fields.rev)

async function measured(ctx: Context, who: People): Promise<PilotId> {
  const { A } = who.casts
  const id = await trip.runningPilot(ctx, A, [v7()])
  const metrics = await listPilotMetrics(ctx.db, id)
  const measurements = metrics.map(({ position, target }) => ({
    position,
    measured: target,
    sample: '28 天',
  }))
  await requestAcceptance(as(ctx, A.firm), { id, measurements, rev: await revOf(ctx, id), formKey: v7() })
  return id
}

const ofPilot = { sees: sight['pilot.running'], asksFirst: true }
const ofClaim = { sees: sight['claim.submitted'], asksFirst: true }

async function announced(ctx: Context, who: People) {
  const serial = v7().toUpperCase()
  const pilotId = await trip.acceptedPilot(ctx, who.casts.A, [serial])
  return { id: await trip.announcedClaim(ctx, { cast: who.casts.A, pilotId }), serial }
}

async function approved(ctx: Context, who: People): Promise<ClaimId> {
  const { id, serial } = await announced(ctx, who)
  await trip.approve(ctx, { cast: who.casts.A, id, units: [{ serial, fen: yuan(1_000) }] })
  return id
}

const newPilot = async (ctx: Context, who: People) => trip.acceptedPilot(ctx, who.casts.A, [v7()])

export const pilotDeeds: Record<string, Deed> = {
  'pilots/:pilotId/deployment': {
    ...ofPilot,
    may: 'supply',
    make: async (ctx, { casts }) =>
      pilotTarget(ctx, await trip.agreedPilot(ctx, casts.A), paths.pilotDeployment, {
        serials: v7(),
        space: 'staff',
      }),
  },
  'pilots/:pilotId/safety': {
    ...ofPilot,
    may: 'demand supply',
    make: async (ctx, { casts }) =>
      pilotTarget(ctx, await trip.agreedPilot(ctx, casts.A), paths.pilotSafety, {
        'safeguards[0].item': 'protocols.riskAssessment',
        'safeguards[0].answer': 'done',
      }),
  },
  'pilots/:pilotId/insurance': {
    ...ofPilot,
    may: 'demand supply',
    make: async (ctx, { casts }) =>
      pilotTarget(ctx, await trip.agreedPilot(ctx, casts.A), paths.pilotInsurance, {
        ...{ insurer: '示例财产保险公司', policyNumber: 'P-2026-001' },
        ...{ validFrom: '2026-01-01', validUntil: '2027-12-31' },
      }),
  },
  'pilots/:pilotId/run': {
    ...ofPilot,
    may: 'supply',
    async make(ctx, { casts }) {
      const id = await trip.agreedPilot(ctx, casts.A)
      const form = { id, serials: [v7()], space: 'staff' as const, rev: await revOf(ctx, id), formKey: v7() }
      await deployPilot(as(ctx, casts.A.firm), form)
      return pilotTarget(ctx, id, paths.pilotRun)
    },
  },
  'pilots/:pilotId/report': {
    ...ofPilot,
    may: 'supply',
    make: async (ctx, { casts }) =>
      pilotTarget(ctx, await trip.runningPilot(ctx, casts.A, [v7()]), paths.pilotReport, typed(reportForm)),
  },
  'pilots/:pilotId/acceptance': {
    ...ofPilot,
    may: 'supply',
    async make(ctx, { casts }) {
      const id = await trip.runningPilot(ctx, casts.A, [v7()])
      const metrics = await listPilotMetrics(ctx.db, id)
      const fields = metrics.flatMap(({ position, target }) => [
        [`measurements[${position}].position`, `${position}`],
        [`measurements[${position}].measured`, `${target}`],
      ])
      return pilotTarget(ctx, id, paths.pilotAcceptance, Object.fromEntries(fields))
    },
  },
  'pilots/:pilotId/signature': {
    ...ofPilot,
    may: 'demand supply',
    make: async (ctx, who) =>
      pilotTarget(ctx, await measured(ctx, who), paths.pilotSignature, {
        ...{ opinion: '逐项核对，同意验收', affirmed: 'on' },
      }),
  },
  'pilots/:pilotId/return': {
    ...ofPilot,
    may: 'demand',
    make: async (ctx, who) =>
      pilotTarget(ctx, await measured(ctx, who), paths.pilotReturn, { deed: 'sendBack', reason }),
  },
  'pilots/:pilotId/claim': {
    ...ofPilot,
    may: 'supply',
    async make(ctx, who) {
      const formKey = v7()
      const target = await pilotTarget(ctx, await newPilot(ctx, who), paths.pilotClaim, typed(claimForm))
      const where = eq(rewardClaim.id, brand<ClaimId>(formKey))
      const rows = () => ctx.db.select({ claim: rewardClaim.status }).from(rewardClaim).where(where)
      return { ...target, fields: { ...target.fields, formKey }, rows }
    },
  },
  'claims/:claimId/edit': {
    ...ofClaim,
    sees: sight['claim.draft'],
    may: 'supply',
    async make(ctx, who) {
      const id = await trip.draftedClaim(ctx, { cast: who.casts.A, pilotId: await newPilot(ctx, who) })
      return claimTarget(ctx, id, paths.claimEdit, typed(claimForm))
    },
  },
  'claims/:claimId/submission': {
    ...ofClaim,
    sees: sight['claim.draft'],
    may: 'supply',
    async make(ctx, who) {
      const id = await trip.draftedClaim(ctx, { cast: who.casts.A, pilotId: await newPilot(ctx, who) })
      return claimTarget(ctx, id, paths.claimSubmission)
    },
  },
  'claims/:claimId/handling': {
    ...ofClaim,
    may: 'handler',
    async make(ctx, who) {
      const id = await trip.submittedClaim(ctx, { cast: who.casts.A, pilotId: await newPilot(ctx, who) })
      return claimTarget(ctx, id, paths.claimHandling, { deed: 'precheck' })
    },
  },
  'claims/:claimId/return': {
    ...ofClaim,
    may: 'handler',
    async make(ctx, who) {
      const id = await trip.submittedClaim(ctx, { cast: who.casts.A, pilotId: await newPilot(ctx, who) })
      return claimTarget(ctx, id, paths.claimReturn, { deed: 'return', reason })
    },
  },
  'claims/:claimId/approval': {
    ...ofClaim,
    may: 'approver',
    async make(ctx, who) {
      const { id, serial } = await announced(ctx, who)
      const units = { 'units[0].serial': serial, 'units[0].fen': '1000' }
      return claimTarget(ctx, id, paths.claimApproval, { ...units, basis: '按专项审计的制备成本评定' })
    },
  },
  'claims/:claimId/payment': {
    ...ofClaim,
    may: 'approver',
    make: async (ctx, who) =>
      claimTarget(ctx, await approved(ctx, who), paths.claimPayment, {
        ...{ voucher: '财支 2026-118', paidOn: dayOf(ctx.now) },
      }),
  },
  'claims/:claimId/reversal': {
    ...ofClaim,
    may: 'approver',
    make: async (ctx, who) => claimTarget(ctx, await approved(ctx, who), paths.claimReversal, { reason }),
  },
}
