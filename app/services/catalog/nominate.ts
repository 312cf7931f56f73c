import type { z } from 'zod'
import { officersWith } from '#db/queries/accounts.ts'
import { findEntry, findLiveEntryOf, insertEntry } from '#db/queries/catalog.ts'
import { takeNumber } from '#db/queries/numbers.ts'
import { listPilotMetrics } from '#db/queries/pilots.ts'
import { EntryContent } from '#domain/catalog/entry.ts'
import { canNominate } from '#domain/catalog/policy.ts'
import { metricState } from '#domain/pilots/acceptance.ts'
import { Scenario } from '#domain/scenarios/scenario.ts'
import { yearOf } from '#domain/shared/dates.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { EntryId, PilotId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { factsOf, loadPilot } from '../pilots/load.ts'
import type { PilotMetricView } from '../pilots/show.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'

/** The form's key becomes the entry's id, so the same form sent twice makes one nomination. */
export const NominateEntry = EntryContent.extend({ pilotId: id.pilot, formKey })
export type NominateEntry = z.infer<typeof NominateEntry>

/** 提名: either side proposes an accepted pilot for the catalog; one live entry per pilot. */
export async function nominateEntry(ctx: Context, input: NominateEntry): Promise<{ id: EntryId }> {
  const { pilotId, formKey: key, ...content } = NominateEntry.parse(input)
  const { pilot, scenario } = await loadPilot(ctx, pilotId)
  permit(canNominate(ctx.actor, factsOf(pilot)))
  const nominatedBy = found(accountIdOf(ctx.actor), 'pilot.unknown')
  const entryId = brand<EntryId>(key)
  return inTransaction(ctx, async tx => {
    const earlier = await findEntry(tx, entryId)
    if (earlier) return sameOrUnknown(earlier.entry, pilotId)
    const { domain } = Scenario.parse(scenario.content)
    const row = { id: entryId, pilotId, domain, title: content.title, content, nominatedBy }
    if (!(await insertEntry(tx, { ...row, number: await takeNumber(tx, 'ML', yearOf(ctx.now)) }))) {
      const winner = await findEntry(tx, entryId)
      if (winner) return sameOrUnknown(winner.entry, pilotId)
      throw new Refusal('conflict', 'entry.alreadyNominated')
    }
    await record(tx, ctx, {
      noun: 'entry',
      id: entryId,
      deed: 'nominate',
      from: null,
      to: 'nominated',
      after: content,
    })
    await tell(tx, await officersWith(tx, ['handler']), {
      event: 'entry.nominated',
      noun: 'entry',
      id: entryId,
      params: { title: content.title },
      key: `entry.nominated:${entryId}`,
    })
    return { id: entryId }
  })
}

function sameOrUnknown(entry: { id: EntryId; pilotId: string }, pilotId: string): { id: EntryId } {
  if (entry.pilotId !== pilotId) throw new Refusal('notFound', 'entry.unknown')
  return { id: entry.id }
}

export interface NominationView {
  pilot: { id: PilotId; number: string | null; title: string }
  metrics: PilotMetricView[]
  /** The pilot's entry, when it has one already. */
  earlier: EntryId | null
  formKey: string
}

// public: loadPilot guards it; the nomination itself asks canNominate
/** What the nomination form shows: the accepted pilot's own numbers, which nobody types again. */
export async function nominationForm(ctx: Context, pilotId: unknown): Promise<NominationView> {
  const { pilot, scenario } = await loadPilot(ctx, pilotId)
  const [metrics, entry] = await Promise.all([
    listPilotMetrics(ctx.db, pilot.id),
    findLiveEntryOf(ctx.db, pilot.id),
  ])
  return {
    pilot: { id: pilot.id, number: pilot.number, title: scenario.title },
    metrics: metrics.map(({ pilotId: _, waivedBy: __, ...metric }) => ({
      ...metric,
      state: metricState(metric),
    })),
    earlier: entry?.id ?? null,
    formKey: newFormKey(),
  }
}
