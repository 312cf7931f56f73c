import { sql } from 'drizzle-orm'
import type { AccountId, EntryId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'

/** Who has said what about an entry, in the order of saying it. */
export interface EntryFile {
  /** Never who made them. */
  objections: {
    id: number
    statement: string
    filedAt: Date
    answer: string | null
    settledAt: Date | null
  }[]
  reviews: {
    name: string
    conflictFree: boolean
    advancement: number | null
    fit: number | null
    maturity: number | null
    benefit: number | null
    comment: string
  }[]
  history: {
    deed: string
    toStatus: string
    actorId: AccountId | null
    actorName: string
    at: Date
    reason: string | null
    formKey: string | null
  }[]
}

/** An entry's objections, reviews and history in one statement. */
export async function entryFile(db: DbOrTx, entryId: EntryId): Promise<EntryFile> {
  const [row] = await db.execute<{ file: string }>(sql`
    select json_build_object(
      'objections', (select coalesce(json_agg(json_build_object('id', id, 'statement', statement,
          'filedAt', filed_at, 'answer', answer, 'settledAt', settled_at) order by id), '[]')
        from objection where entry_id = ${entryId}),
      'reviews', (select coalesce(json_agg(json_build_object('name', a.name, 'conflictFree', r.conflict_free,
          'advancement', r.advancement, 'fit', r.fit, 'maturity', r.maturity, 'benefit', r.benefit,
          'comment', r.comment) order by r.at), '[]')
        from catalog_review r join account a on a.id = r.account_id where r.entry_id = ${entryId}),
      'history', (select coalesce(json_agg(json_build_object('deed', deed, 'toStatus', to_status,
          'actorId', actor_id, 'actorName', actor_name, 'at', at, 'reason', reason, 'formKey', form_key) order by id), '[]')
        from history where noun = 'entry' and object_id = ${entryId})
    )::text as file`)
  if (!row) throw new Error('a file came back without a row')
  return read(row.file)
}

const instants = new Set(['filedAt', 'settledAt', 'at'])

function read(json: string): EntryFile {
  return JSON.parse(json, (key, value) =>
    instants.has(key) && typeof value === 'string' ? new Date(value) : value,
  )
}
