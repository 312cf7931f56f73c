import { listInsurances, listSafeguards } from '#db/queries/safeguards.ts'
import type { Side } from '#domain/pilots/policy.ts'
import { canSafeguard, sideOf } from '#domain/pilots/policy.ts'
import type { SafeguardAnswer } from '#domain/pilots/safety.ts'
import { maySafelyRun, settledIn, spacesWithPeople } from '#domain/pilots/safety.ts'
import { itemsOf, type RiskItemId, riskItemIds } from '#domain/risk/items.ts'
import { riskPackFor } from '#domain/risk/pack.ts'
import { type PilotSpace, pilotSpaceIds } from '#domain/risk/risk-item.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { PilotId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { factsOf, loadPilot } from './load.ts'

interface Answer {
  answer: SafeguardAnswer
  note: string | null
  at: Date
}

export interface PilotSafety {
  id: PilotId
  rev: number
  number: string | null
  title: string
  side: Side | null
  space: PilotSpace | null
  needsCover: boolean
  items: { item: RiskItemId; demand: Answer | null; supply: Answer | null }[]
  settled: number
  covers: { id: string; insurer: string; policyNumber: string; validFrom: string; validUntil: string }[]
  /** Whether it may run today, as far as space and insurance go. */
  mayRun: Verdict
  can: Verdict
  formKey: string
  now: Date
}

/** The pilot's risk pack with both sides' answers, and its insurances; the pilot's own visibility rules. */
export async function pilotSafety(ctx: Context, id: unknown): Promise<PilotSafety> {
  const { pilot, scenario, version } = await loadPilot(ctx, id)
  const [safeguards, covers] = await Promise.all([
    listSafeguards(ctx.db, pilot.id),
    listInsurances(ctx.db, pilot.id),
  ])
  const { category } = version.content
  const { domain, tasks = [] } = scenario.content
  // As long as nobody has named the space, whatever any of them asks for.
  const spaces = pilot.space ? [pilot.space] : pilotSpaceIds
  const asked = new Set(
    category && domain
      ? spaces.flatMap(space => itemsOf(riskPackFor({ categories: [category], tasks, domain, space })))
      : [],
  )
  const pack = riskItemIds.filter(item => asked.has(item))
  const answerOf = (item: string, side: Side): Answer | null => {
    const given = safeguards.find(each => each.item === item && each.side === side)
    return given ? { answer: given.answer, note: given.note, at: given.at } : null
  }
  const facts = factsOf(pilot)
  return {
    ...{ id: pilot.id, rev: pilot.rev, number: pilot.number, title: scenario.title, space: pilot.space },
    side: sideOf(ctx.actor, facts),
    needsCover: pilot.space !== null && spacesWithPeople.includes(pilot.space),
    items: pack.map(item => ({ item, demand: answerOf(item, 'demand'), supply: answerOf(item, 'supply') })),
    settled: settledIn(pack, safeguards),
    covers: covers.map(({ pilotId: _, recordedAt: __, remindedAt: ___, ...cover }) => cover),
    mayRun: maySafelyRun(pilot.space, covers, dayOf(ctx.now)),
    can: canSafeguard(ctx.actor, facts),
    formKey: newFormKey(),
    now: ctx.now,
  }
}
