import type { CriterionId } from '#domain/ontology/criteria.ts'
import type { OpenQuestion } from '#domain/scenarios/completeness.ts'
import type { Missing } from '#domain/scenarios/missing.ts'
import type { StepId } from '#domain/scenarios/steps.ts'
import type { TemplateId } from '#domain/scenarios/template-ids.ts'
import type { Localized } from '#domain/shared/localized.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { DomainId } from '#domain/vocabulary.ts'
import type { ScenarioWords } from '../scenarios/view.ts'

/** What the templates have to say to the draft as it is. */
export interface Guide {
  templates: readonly { id: TemplateId; label: Localized; domain: DomainId }[]
  prompts: readonly Localized[]
  /** Criteria to ask first. */
  asks: readonly CriterionId[]
  proposed: readonly { name: Localized; method: Localized; unit: Localized }[]
  /** Where the target of a metric of this name comes from. */
  hints: readonly { name: Localized; hint: Localized }[]
}

export interface DraftView {
  id: string
  rev: number
  number: string | null
  title: string
  content: ScenarioWords
  questionsUntil: Date | null
  bidDeadline: Date | null
  score: number
  asked: readonly OpenQuestion[]
  missing: readonly Missing[]
  open: Readonly<Record<StepId, number>>
}

/** The form's page: a blank sheet has no draft yet. */
export interface SheetView {
  formKey: string
  draft: DraftView | null
  guide: Guide
  canEdit: Verdict
  canSubmit: Verdict
}

/** What is said beside the form; each save brings it anew. */
export type Standing = Pick<DraftView, 'rev' | 'score' | 'asked' | 'open'>
