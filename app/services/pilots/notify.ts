import type { Tx } from '#db/client.ts'
import { membersOf } from '#db/queries/accounts.ts'
import type { PilotRecord } from '#db/queries/pilots.ts'
import type { NoticeEvent } from '#domain/shared/notices.ts'
import type { Detail } from '#domain/shared/verdict.ts'
import { tell } from '../tell.ts'

// public: it tells the two sides of a pilot that the calling verb has judged
/** Tells both sides of a pilot; `key` makes the fact unique. */
export async function tellBothSides(
  tx: Tx,
  { pilot, scenario }: PilotRecord,
  { event, key, params }: { event: NoticeEvent; key: string; params?: Detail },
): Promise<void> {
  const told = await membersOf(tx, [pilot.demandOrganizationId, pilot.supplyOrganizationId])
  const notice = { event, noun: 'pilot', id: pilot.id, params: { title: scenario.title, ...params } }
  await tell(tx, told, { ...notice, key: `${event}:${key}` })
}
