import { z } from 'zod'
import type { MatterRow } from '#db/queries/queue.ts'
import { listMatters } from '#db/queries/queue.ts'
import { canSeeQueue, seesWholeQueue } from '#domain/organizations/policy.ts'
import type { MatterKind, MatterWaits, Standing } from '#domain/queue/matters.ts'
import { matterKinds, openToDistrict, standingOf } from '#domain/queue/matters.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { districtsOf, holds, isMember, isRecused, oversees } from '#domain/shared/actor.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { choice } from '#domain/shared/fields.ts'
import type { OfficerRole } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { accountIdOf } from '../record.ts'
import { permit } from '../refusal.ts'

/** The desk's address: a kind, a word to find, and the matter in hand (`scenario.<id>`). */
export const QueueQuery = z.object({
  kind: choice(matterKinds).optional().catch(undefined),
  q: z.string().trim().max(80).catch(''),
  item: z.string().max(80).optional().catch(undefined),
})
export type QueueQuery = z.infer<typeof QueueQuery>

export interface Matter
  extends Omit<MatterRow, 'organizationIds' | 'handledBy' | 'spoken' | 'approvedBy'>,
    Standing {
  /** How the desk's address names it. */
  key: string
  late: boolean
  /** Due before the day is over. */
  today: boolean
  /** Whether it is this reader's move, by their office. */
  mine: boolean
}

export interface Queue {
  late: Matter[]
  today: Matter[]
  later: Matter[]
  counts: Record<MatterKind | 'all' | 'late', number>
  query: QueueQuery
  /** The bureau's desk; an expert's and a district's is a part of it. */
  whole: boolean
  now: Date
}

/** 待办: what waits at the bureau. What is overdue stands first, and no filter hides it. */
export async function listQueue(ctx: Context, input: unknown): Promise<Queue> {
  permit(canSeeQueue(ctx.actor))
  const query = QueueQuery.parse(input)
  const whole = seesWholeQueue(ctx.actor)
  const district = { of: districtsOf(ctx.actor), accountId: accountIdOf(ctx.actor) }
  const all = (await listMatters(ctx.db, district))
    .flatMap(row => matterOf(ctx, row))
    .filter(matter => whole || matter.mine || isOverseen(ctx.actor, matter))
    .sort(byDue)
  const late = all.filter(matter => matter.late)
  const shown = all.filter(matter => !matter.late && fits(matter, query))
  const kinds = matterKinds.map(kind => [kind, all.filter(matter => matter.kind === kind).length] as const)
  return {
    late,
    today: shown.filter(matter => matter.today),
    later: shown.filter(matter => !matter.today),
    counts: { ...countsOf(kinds), all: all.length, late: late.length },
    query,
    whole,
    now: ctx.now,
  }
}

const offices: Record<MatterWaits, OfficerRole[]> = {
  handler: ['handler'],
  approver: ['approver'],
  office: ['handler', 'approver'],
  expert: ['expert'],
  public: [],
  district: ['district'],
}

function matterOf({ actor, now }: Context, row: MatterRow): Matter[] {
  const standing = standingFor(actor, row, now)
  if (!standing) return []
  const { organizationIds: _parties, handledBy: _handler, spoken: _spoken, approvedBy: _by, ...rest } = row
  const { due } = standing
  return [
    {
      ...rest,
      ...standing,
      // An organisation may wait for several steps at once.
      key: [row.kind, row.id, ...(row.kind === 'organization' ? [row.status] : [])].join('.'),
      late: due !== null && due < now && standing.waits !== 'public' && standing.waits !== 'district',
      today: due !== null && dayOf(due) === dayOf(now),
      mine: isTheirs(actor, row, standing.waits),
    },
  ]
}

/** Who has spoken, or may not, sees whose move it is at the bureau. */
function standingFor(actor: Actor, row: MatterRow, now: Date): Standing | null {
  const silent = row.spoken || isRecused(actor, row.id) || row.organizationIds.some(id => isMember(actor, id))
  const open = oversees(actor, row.district) && !seesWholeQueue(actor) && !silent
  return (open && openToDistrict(row, now)) || standingOf(row, now)
}

/** 区级主管 sees the matters of the district, whoever's move it is; claims and products are not theirs to see. */
function isOverseen(actor: Actor, { kind, district }: Matter): boolean {
  return oversees(actor, district) && kind !== 'claim' && kind !== 'product' && kind !== 'solution'
}

/** By office; an expert's own are those assigned to them. Whoever has stood back has no move here any more. */
function isTheirs(actor: Actor, { id, approvedBy }: MatterRow, waits: MatterWaits): boolean {
  if (actor.kind === 'person' && approvedBy === actor.accountId) return false
  if (isRecused(actor, id) || !holds(actor, ...offices[waits])) return false
  return waits !== 'expert' || (actor.kind === 'person' && actor.assigned.some(each => each === id))
}

/** What the calendar cannot date comes last, but it is there. */
const byDue = (a: Matter, b: Matter) =>
  (a.due?.getTime() ?? Number.MAX_SAFE_INTEGER) - (b.due?.getTime() ?? Number.MAX_SAFE_INTEGER)

function fits(matter: Matter, { kind, q }: QueueQuery): boolean {
  const words = [matter.title, matter.number ?? '', matter.organization].join(' ').toLowerCase()
  return (!kind || matter.kind === kind) && words.includes(q.normalize('NFKC').toLowerCase())
}

function countsOf(kinds: readonly (readonly [MatterKind, number])[]): Record<MatterKind, number> {
  const counts: Record<MatterKind, number> = {
    scenario: 0,
    product: 0,
    solution: 0,
    claim: 0,
    entry: 0,
    organization: 0,
  }
  for (const [kind, count] of kinds) counts[kind] = count
  return counts
}
