import { documents } from '#domain/rewards/documents.ts'
import { trialPlaces } from '#domain/rewards/places.ts'
import { evidences, factText } from '#domain/rewards/words.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Calculated, CalculationView } from './view.ts'

/** A calculation with its facts and wanted documents in the reader's words, said where their tables lie. */
export function speakCalculation(t: Translate, calculation: Calculated): CalculationView {
  const conditions = calculation.conditions.map(condition => ({
    ...condition,
    said: factText(condition, t.locale),
    source: t.pick(evidences[condition.evidence]),
  }))
  const needs = calculation.assessment.needs.map(need => {
    const { title, issuer, outcome } = documents[need.document]
    return { ...need, title: t.pick(title), issuer: t.pick(issuer), outcome: t.pick(outcome) }
  })
  return { ...calculation, conditions, needs }
}

/** Where a trial may be, to choose from. */
export function speakPlaces(t: Translate): { value: string; label: string }[] {
  return trialPlaces.map(place => ({ value: place.code, label: t.pick(place) }))
}
