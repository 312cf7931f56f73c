import { addDays, dayOf, instantAt } from '#domain/shared/dates.ts'
import type { Detail, Reason } from '#domain/shared/verdict.ts'
import { Refusal } from '../refusal.ts'

// public: the words of a limit; who may do the thing is asked before
/** A day's limit is used up; tomorrow in Beijing it counts anew. */
export function refuseUntilTomorrow(reason: Reason, detail: Detail, at: Date): Refusal {
  const tomorrow = instantAt(addDays(dayOf(at), 1))
  const retryAfterSeconds = Math.max(1, Math.ceil((tomorrow.getTime() - at.getTime()) / 1000))
  return new Refusal('tooMany', reason, { detail: { ...detail, retryAfterSeconds } })
}
