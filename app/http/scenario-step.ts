import { type StepId, stepIds, type WrittenStep, writtenStepIds } from '#domain/scenarios/steps.ts'

/** The step that the address names; null for none, and for one that is written in no form. */
export function stepIn(request: Request): WrittenStep | null {
  return writtenStepIds.find(each => each === named(request)) ?? null
}

/** The same for pages, of which the last is only read. */
export function pageStepIn(request: Request): StepId | null {
  return stepIds.find(each => each === named(request)) ?? null
}

const named = (request: Request) => new URL(request.url).searchParams.get('step')
