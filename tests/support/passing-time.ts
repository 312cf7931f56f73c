import { eq } from 'drizzle-orm'
import { connect, type Db } from '#db/client.ts'
import { startEmbedded } from '#db/embedded.ts'
import { catalogEntry, rewardClaim, scenario } from '#db/schema/index.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import { brand, type ClaimId, type EntryId, type ScenarioId } from '#domain/shared/ids.ts'

// Days that nobody can wait for go by in the database of the running platform: only the dates move, no state does.

/** The weeks until the deadline have gone by. */
export function passBidDeadline(id: string): Promise<void> {
  const bidDeadline = new Date(Date.now() - 60_000)
  return inPlatform(async db => {
    await db
      .update(scenario)
      .set({ bidDeadline })
      .where(eq(scenario.id, brand<ScenarioId>(id)))
  })
}

/** The working days of a claim's public notice have gone by. */
export function passClaimNotice(id: string): Promise<void> {
  return inPlatform(async db => {
    await db
      .update(rewardClaim)
      .set(pastNotice())
      .where(eq(rewardClaim.id, brand<ClaimId>(id)))
  })
}

/** The same for a catalog entry. */
export function passEntryNotice(id: string): Promise<void> {
  return inPlatform(async db => {
    await db
      .update(catalogEntry)
      .set(pastNotice())
      .where(eq(catalogEntry.id, brand<EntryId>(id)))
  })
}

function pastNotice() {
  const today = dayOf(new Date())
  return { noticeFrom: addDays(today, -8), noticeTo: addDays(today, -1) }
}

/** Work on the database of the platform that the browser tests have started. */
async function inPlatform(work: (db: Db) => Promise<void>): Promise<void> {
  const { db, close } = connect(await platformUrl(), { max: 1 })
  await work(db).finally(close)
}

async function platformUrl(): Promise<string> {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  const dataDir = process.env.E2E_DATA_DIR
  if (!dataDir) throw new Error('the browser tests run by npm run e2e, which says where the data lies')
  // The platform runs and owns the server; a guest that leaves at once only learns its address.
  const guest = await startEmbedded({ dataDir })
  await guest.stop()
  return guest.url
}
