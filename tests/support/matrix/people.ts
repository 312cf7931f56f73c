import type { Db } from '#db/client.ts'
import type { Person } from '#domain/shared/actor.ts'
import { brand, type EntryId } from '#domain/shared/ids.ts'
import { createSession } from '#services/accounts/session.ts'
import type { Context } from '#services/context.ts'
import { assignedExpert } from '#tests/support/entries.ts'
import { districtOfficer, hospital, officer, robotFirm } from '#tests/support/factories.ts'
import { type Cast, castOf } from '#tests/support/trip.ts'

/** Who asks. `both` stands in an organisation that is demand side and robot firm at once, `none` in no one. */
export const roles = [
  'guest',
  'none',
  'demand',
  'supply',
  'both',
  'handler',
  'approver',
  'auditor',
  'administrator',
  'expert',
  'district',
] as const
export type Role = (typeof roles)[number]

/** Colleagues of `demand` in the organisations that deeds about an organisation make; they have no other. */
export const seats = ['editor', 'viewer'] as const
export type Seat = (typeof seats)[number]

/** Two sets of objects: `A` is of `demand` and `supply`, `B` of `both` and a firm that nobody here belongs to; each has a district. */
export const sides = ['A', 'B'] as const
export type Side = (typeof sides)[number]

export interface Party {
  demand: Role | null
  supply: Role | null
  /** The expert who was asked to review its entries. */
  assigned: Role | null
  /** The officer of the district it lies in. */
  district: Role | null
}

export const parties: Record<Side, Party> = {
  A: { demand: 'demand', supply: 'supply', assigned: 'expert', district: 'district' },
  B: { demand: 'both', supply: null, assigned: null, district: null },
}

export interface People {
  persons: Record<Exclude<Role, 'guest'> | Seat, Person>
  casts: Record<Side, Cast>
  cookies: Record<Role | Seat, string | undefined>
  /** Has the expert of this cast review an entry. */
  assign(ctx: Context, entry: string): Promise<void>
}

export async function people(ctx: Context): Promise<People> {
  const { db } = ctx
  const everything = ['publishScenarios', 'publishProducts', 'bid', 'receiveReward'] as const
  const persons = {
    none: await officer(db),
    demand: await hospital(db, { district: '110106' }),
    supply: await robotFirm(db),
    both: await hospital(db, { name: '北京示例医工集团', district: '110108', capabilities: [...everything] }),
    handler: await officer(db, 'handler'),
    approver: await officer(db, 'approver'),
    auditor: await officer(db, 'auditor'),
    administrator: await officer(db, 'administrator'),
    expert: await officer(db, 'expert'),
    district: await districtOfficer(db, '110106'),
    editor: await officer(db),
    viewer: await officer(db),
  }
  const { handler, approver } = persons
  const desk = { handler, approver, reviewer: handler }
  return {
    persons,
    casts: {
      A: await castOf(ctx, { ...desk, demand: persons.demand, firm: persons.supply }),
      B: await castOf(ctx, { ...desk, demand: persons.both, district: '110108' }),
    },
    cookies: await cookiesOf(db, persons),
    async assign(inner, entry) {
      await assignedExpert(inner, desk, brand<EntryId>(entry), persons.expert)
    },
  }
}

/** Everybody is signed in but the guest. */
async function cookiesOf(db: Db, persons: People['persons']): Promise<People['cookies']> {
  const cookies: People['cookies'] = { guest: undefined } as People['cookies']
  for (const role of [...roles, ...seats])
    if (role !== 'guest') {
      const { token } = await createSession(db, persons[role].accountId, { provedAt: new Date() })
      cookies[role] = `sid=${token}`
    }
  return cookies
}
