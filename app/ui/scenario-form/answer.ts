import type { SubmissionResult } from '@conform-to/react'
import type { RefusalView } from '../form/stale-note.tsx'
import type { StepAnswer } from './step-form.tsx'

/** What an action sent back, as the form takes it. */
export function answerOf(
  answer: { submission: SubmissionResult; refusal: RefusalView | null } | undefined,
): StepAnswer | null {
  if (!answer) return null
  const { submission, refusal } = answer
  return { values: submission.initialValue ?? {}, errors: submission.error ?? {}, refusal }
}
