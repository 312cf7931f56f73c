import { z } from 'zod'
import { insertPilotReport, lockPilot } from '#db/queries/pilots.ts'
import { PeriodReport } from '#domain/pilots/pilot.ts'
import { canReport } from '#domain/pilots/policy.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict } from '../transition.ts'
import { pilotContent } from './content.ts'
import { factsOf, loadPilot } from './load.ts'

export const ReportPilot = z.object({ id: id.pilot, formKey, report: PeriodReport })
export type ReportPilot = z.infer<typeof ReportPilot>

/** 运行记录: one report per period of a running pilot, never of days to come. */
export async function reportPilot(ctx: Context, input: ReportPilot): Promise<void> {
  const { id: pilotId, formKey: key, report } = ReportPilot.parse(input)
  const loaded = await loadPilot(ctx, pilotId)
  const { pilot } = loaded
  if (await alreadyDone(ctx.db, pilotId, key)) return
  permit(canReport(ctx.actor, factsOf(pilot)))
  if (report.periodEnd > dayOf(ctx.now))
    throw new Refusal('invalid', 'pilot.periodAhead', { path: 'report.periodEnd' })
  await inTransaction(ctx, async tx => {
    const locked = found(await lockPilot(tx, pilotId), 'pilot.unknown')
    if (locked.status !== 'running') throw await conflict(tx, 'pilot', pilotId)
    const createdBy = found(accountIdOf(ctx.actor), 'pilot.unknown')
    const row = { id: key, pilotId, createdBy, ...report, note: report.note ?? '' }
    if (!(await insertPilotReport(tx, row))) {
      if (await alreadyDone(tx, pilotId, key)) return
      throw new Refusal('invalid', 'pilot.periodReported', { path: 'report.periodStart' })
    }
    const { status } = locked
    await record(tx, ctx, {
      noun: 'pilot',
      id: pilotId,
      deed: 'report',
      from: status,
      to: status,
      formKey: key,
      after: await pilotContent(tx, loaded),
    })
  })
}
