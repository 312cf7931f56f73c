import type { DbOrTx } from '#db/client.ts'
import type { EntryRecord } from '#db/queries/catalog.ts'
import { entryFile } from '#db/queries/entry-file.ts'
import { meanOf, totalOf } from '#domain/catalog/review.ts'

// public: what a verb that has judged keeps of the entry it decides on
/** The entry with its reviews and objections at this moment; neither a reviewer's nor an objector's person is in it. */
export async function entryContent(db: DbOrTx, { entry, pilot, demand, supply, version }: EntryRecord) {
  const { reviews, objections } = await entryFile(db, entry.id)
  return {
    ...entry.content,
    number: entry.number,
    pilot: { number: pilot.number },
    demand: { name: demand.name, uscc: demand.uscc },
    supply: { name: supply.name, uscc: supply.uscc },
    product: { name: version.name, version: version.version },
    notice: { from: entry.noticeFrom, to: entry.noticeTo },
    reviews: reviews.map(({ name: _, ...sheet }) => ({ ...sheet, total: totalOf(sheet) })),
    mean: meanOf(reviews),
    objections: objections.map(({ statement, filedAt, answer, settledAt }) => ({
      ...{ statement, filedAt, answer, settledAt },
    })),
  }
}
