import type { FormState } from './values.ts'
import type { DraftView, Guide } from './view.ts'

/** What each step's fields are drawn from. */
export interface StepProps {
  form: FormState
  guide: Guide
  draft: DraftView | null
}
