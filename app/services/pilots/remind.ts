import type { Db } from '#db/client.ts'
import { membersOf } from '#db/queries/accounts.ts'
import { lockEndingCovers, setCoverReminded } from '#db/queries/safeguards.ts'
import { coverReminderDays } from '#domain/pilots/safety.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import { tell } from '../tell.ts'

// public: a daily job of the platform; it tells both sides about their own pilot
/** 保险到期提醒: once for each cover that none follows, fourteen days ahead. Answers how many. */
export function remindOfCovers(db: Db, now: Date): Promise<number> {
  return db.transaction(async tx => {
    const today = dayOf(now)
    const ending = await lockEndingCovers(tx, { today, until: addDays(today, coverReminderDays) })
    for (const { insurance, pilot, title } of ending) {
      const told = await membersOf(tx, [pilot.demandOrganizationId, pilot.supplyOrganizationId])
      await tell(tx, told, {
        event: 'pilot.coverEnding',
        noun: 'pilot',
        id: pilot.id,
        params: { title, insurer: insurance.insurer, until: insurance.validUntil },
        key: `pilot.coverEnding:${insurance.id}`,
      })
    }
    await setCoverReminded(
      tx,
      ending.map(({ insurance }) => insurance.id),
      now,
    )
    return ending.length
  })
}
