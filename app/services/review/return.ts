import type { Tx } from '#db/client.ts'
import { insertReturn, lastReturn, type ReturnRow } from '#db/queries/reviews.ts'
import type { AnsweredNote, ReturnNote } from '#domain/review/notes.ts'
import { answeredNotes, notableFields } from '#domain/review/notes.ts'
import type { ContentChange } from '#domain/shared/content-diff.ts'
import { diffContent } from '#domain/shared/content-diff.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { accountIdOf } from '../record.ts'
import { found, Refusal } from '../refusal.ts'

type Content = Record<string, unknown>

interface Returning {
  noun: 'scenario' | 'product' | 'solution'
  id: string
  rev: number
  /** What the hash of an approval is made of; `content` is what the form shows. */
  hashed: unknown
  content: object
  shape: readonly string[]
  reason: string
  notes: readonly ReturnNote[]
}

/** A reason stands at a field that the content has; anything else comes from no page of ours. */
export function permitNotes({ content, shape, notes }: Pick<Returning, 'content' | 'shape' | 'notes'>): void {
  const known = new Set(notableFields(shape, content as Content))
  if (notes.some(each => !known.has(each.field))) throw new Refusal('invalid', 'review.unknownField')
}

// public: the verb that returns has asked the policy; this keeps what it said
/** Keeps the return with its reasons and the very words that it was about. */
export async function keepReturn(tx: Tx, ctx: Context, returning: Returning): Promise<void> {
  const { noun, id: objectId, rev, hashed, content, reason, notes } = returning
  await insertReturn(tx, {
    ...{ noun, objectId, rev, reason, notes: [...notes], at: ctx.now },
    content: content as Content,
    contentHash: digest(hashed),
    accountId: found(accountIdOf(ctx.actor), 'officer.only'),
  })
}

/** What the author reads: the reasons, and at which field each of them stands. */
export interface ReturnedView {
  reason: string
  at: Date
  notes: ReturnNote[]
  /** What was returned, so that a row is called by what it was about. */
  content: Content
}

export const returnedView = ({ reason, at, notes, content }: ReturnRow): ReturnedView => ({
  ...{ reason, at, notes, content },
})

/** What the officer reads of what was returned before and has come back. */
export interface ComeBackView {
  reason: string
  at: Date
  notes: AnsweredNote[]
  changes: ContentChange[]
}

/** The last return against what the object says now; null when it was never returned. */
export async function comeBack(ctx: Context, id: string, content: object): Promise<ComeBackView | null> {
  const last = await lastReturn(ctx.db, id)
  if (!last) return null
  const now = content as Content
  const changes = diffContent(last.content, now)
  const notes = answeredNotes(last.notes, { returned: last.content, now, changes })
  return { reason: last.reason, at: last.at, notes, changes }
}
