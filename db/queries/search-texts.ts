import { and, arrayOverlaps, eq, inArray, sql } from 'drizzle-orm'
import type { IndexName } from '../../app/domain/searching/address.ts'
import type { DbOrTx } from '../client.ts'
import { searchDocument } from '../schema/search.ts'

interface Found {
  index: IndexName
  ids: readonly string[]
  /** What the reader may see; a document outside of it has no texts for them. */
  scope: readonly string[]
}

/** The texts of documents that were found, without their attachments, which can be long. */
export function listSearchTexts(db: DbOrTx, found: Found) {
  return db
    .select({
      id: searchDocument.id,
      content: sql<unknown>`${searchDocument.content} - 'attachments'`,
    })
    .from(searchDocument)
    .where(isOneOf(found))
}

/** The pages of their attachments. */
export function listSearchPages(db: DbOrTx, found: Found) {
  return db
    .select({ id: searchDocument.id, attachments: sql<unknown>`${searchDocument.content} -> 'attachments'` })
    .from(searchDocument)
    .where(isOneOf(found))
}

function isOneOf({ index, ids, scope }: Found) {
  return and(
    eq(searchDocument.index, index),
    inArray(searchDocument.id, [...ids]),
    arrayOverlaps(searchDocument.visibility, [...scope]),
  )
}
