import { sql } from 'drizzle-orm'
import type { DbOrTx } from '../client.ts'

export interface KeptContent {
  /** As it was asked for. */
  key: string
  seq: number
  at: Date
  deed: string
  noun: string
  objectId: string
  hash: string
  content: string
}

export interface ContentWish {
  key: string
  noun: string
  objectId: string
  /** The last row that counts. */
  until: number
  /** The very content that was meant, where one was pinned; it is preferred to a later one. */
  pinned?: string | null
}

/** What was last kept of each object up to a row, all in one statement. */
export async function lastContents(db: DbOrTx, wishes: readonly ContentWish[]): Promise<KeptContent[]> {
  if (wishes.length === 0) return []
  const rows = await db.execute<KeptContent & Record<string, unknown>>(sql`
    select w.key, k.seq, k.at, k.deed, k.noun, k."objectId", k.hash, k.content
    from json_to_recordset(${JSON.stringify(wishes)}::json)
      as w(key text, noun text, "objectId" text, until bigint, pinned text)
    cross join lateral (
      select a.seq, a.at, a.deed, a.noun, a.object_id as "objectId", c.hash, c.content
      from audit a join audit_content c on c.hash = a.after_hash
      where a.noun = w.noun and a.object_id = w."objectId" and a.seq <= w.until
      order by coalesce(c.hash = w.pinned, false) desc, a.seq desc limit 1) k`)
  return rows.map(row => ({ ...row, seq: Number(row.seq), at: new Date(row.at) }))
}

/** What stands around a row of the chain: its forerunner's hash, and the first seal that covers it. */
export async function chainAround(db: DbOrTx, seq: number) {
  const [row] = await db.execute<{
    before: string | null
    sealed_at: string | null
    whole: boolean | null
  }>(sql`
    select (select hash from audit where seq = ${seq - 1}::bigint) as before, s.at as sealed_at,
      s.hash = (select hash from audit where seq = s.seq) as whole
    from (select 1) one
    left join lateral (select * from audit_seal where seq >= ${seq}::bigint order by seq limit 1) s on true`)
  return {
    before: row?.before ?? null,
    sealedAt: row?.sealed_at ? new Date(row.sealed_at) : null,
    sealHolds: row?.whole ?? false,
  }
}

/** Where the chain stands: its head, and the last head that was signed. */
export async function chainState(
  db: DbOrTx,
): Promise<{ seq: number; sealedSeq: number | null; sealedAt: Date | null }> {
  const [row] = await db.execute<{ seq: string; sealed_seq: string | null; sealed_at: string | null }>(sql`
    select h.seq, s.seq as sealed_seq, s.at as sealed_at from audit_head h
    left join lateral (select seq, at from audit_seal order by seq desc limit 1) s on true`)
  return {
    seq: Number(row?.seq ?? 0),
    sealedSeq: row?.sealed_seq ? Number(row.sealed_seq) : null,
    sealedAt: row?.sealed_at ? new Date(row.sealed_at) : null,
  }
}
