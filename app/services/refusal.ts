import type { Detail, Reason, Verdict } from '#domain/shared/verdict.ts'

/** Six codes and no more; `http/respond.ts` owns their statuses. */
export type RefusalCode = 'unauthenticated' | 'forbidden' | 'notFound' | 'conflict' | 'invalid' | 'tooMany'

/** A business "no" on its way to the reader: a code for the status, a reason for the text, a path for the form. */
export class Refusal extends Error {
  /** The server build and the scripts load this module separately, so `instanceof` would not hold across them. */
  readonly isRefusal = true
  readonly code: RefusalCode
  readonly reason: Reason
  readonly detail: Detail | undefined
  readonly path: string | undefined
  /** What else is wrong, each at its own path or else at the same place: one refusal for each file of a form. */
  readonly others: readonly Refusal[]

  constructor(
    code: RefusalCode,
    reason: Reason,
    rest: { detail?: Detail; path?: string; others?: readonly Refusal[] } = {},
  ) {
    super(reason)
    this.name = 'Refusal'
    this.code = code
    this.reason = reason
    this.detail = rest.detail
    this.path = rest.path
    this.others = rest.others ?? []
  }
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'isRefusal' in error
}

/**
 * Throws what a refused verdict means: `account.signInFirst` asks to sign in, a reason ending in `.unknown`
 * hides the object from a stranger (404), everything else is forbidden.
 */
export function permit(verdict: Verdict): void {
  if (verdict.ok) return
  const { reason, detail, path } = verdict
  if (reason === 'account.signInFirst') throw new Refusal('unauthenticated', reason)
  if (reason.endsWith('.unknown')) throw new Refusal('notFound', reason)
  throw new Refusal('forbidden', reason, { detail, path })
}

/** Throws `invalid` for a refused verdict about what was typed. */
export function demand(verdict: Verdict): void {
  if (!verdict.ok)
    throw new Refusal('invalid', verdict.reason, { detail: verdict.detail, path: verdict.path })
}

/** The value, or 404: an unknown and a foreign object answer alike. */
export function found<T>(value: T | null | undefined, reason: Reason): T {
  if (value === null || value === undefined) throw new Refusal('notFound', reason)
  return value
}
