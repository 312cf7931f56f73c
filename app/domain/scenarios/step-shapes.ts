import { z } from 'zod'
import { type CriterionId, criterionIds, criterionOf, necessityIds } from '../ontology/criteria.ts'
import { RequirementDraft } from '../ontology/requirement.ts'
import { choice, listOf, optional, text } from '../shared/fields.ts'
import { type ConfidentialPart, confidentialPartIds } from './confidential-parts.ts'
import { EvaluationDraft, MetricDraft, ScenarioDraft } from './scenario.ts'
import { ownsCriterion, partsOf, stepFields, type WrittenStep } from './steps.ts'

/** 对一个问题的回答: how badly it is needed, that there is no need, or that it is not known yet. */
export const stanceIds = [...necessityIds, 'none', 'unknown'] as const
export type Stance = (typeof stanceIds)[number]

/** One criterion with its answer; an unanswered one says nothing at all. */
const Answer = z
  .object({
    criterion: optional(choice(criterionIds)),
    necessity: optional(choice(stanceIds)),
    value: z.unknown().optional(),
    note: optional(text({ max: 200 })),
  })
  .transform((typed, context): Answered => {
    const { criterion, necessity = 'must' } = typed
    if (criterion === undefined) return {}
    // A value without a word on how badly it is needed is needed; neither is no answer.
    if (typed.necessity === undefined && isUnstated(typed.value)) return {}
    if (necessity === 'none' || necessity === 'unknown') return { criterion, stance: necessity }
    const read = RequirementDraft.safeParse({ ...typed, necessity, ...(isYes(criterion) && { value: true }) })
    if (read.success) return { criterion, stance: necessity, need: read.data }
    for (const issue of read.error.issues)
      context.issues.push({
        code: 'custom',
        message: issue.message,
        path: [...issue.path],
        input: typed.value,
      })
    return z.NEVER
  })
interface Answered {
  criterion?: CriterionId
  stance?: Stance
  need?: RequirementDraft
}

const answers = {
  requirements: listOf(Answer, { max: 80 }),
  unknowns: optional(listOf(choice(criterionIds), { max: 60 })),
  unneeded: optional(listOf(choice(criterionIds), { max: 60 })),
}
const confidential = listOf(choice(confidentialPartIds), { max: confidentialPartIds.length })

const { shape } = ScenarioDraft
const picked = <K extends keyof typeof shape>(names: readonly K[]) =>
  Object.fromEntries(names.map(name => [name, shape[name]])) as Pick<typeof shape, K>

const isBlank = (row: object, names: readonly string[]) =>
  names.every(name => Reflect.get(row, name) === undefined)

/** What each step's form hands in. Rows that nobody wrote in are no rows. */
export const stepShapes = {
  task: picked(stepFields.task),
  today: { ...picked(stepFields.today), confidential },
  site: { ...picked(stepFields.site), ...answers, confidential },
  requirements: { ...answers, confidential },
  metrics: {
    metrics: listOf(MetricDraft, { max: 20 }).transform(rows =>
      rows.filter(row => !isBlank(row, ['name', 'method', 'unit', 'target', 'baseline'])),
    ),
  },
  money: { ...picked(stepFields.money), confidential },
  evaluation: {
    ...picked(stepFields.evaluation),
    evaluation: listOf(EvaluationDraft, { max: 10 }).transform(rows =>
      rows.filter(row => !isBlank(row, ['name', 'weight'])),
    ),
  },
} as const satisfies Record<WrittenStep, z.ZodRawShape>

/** One step's words as they came, read by its shape. */
export type StepWords = Partial<Omit<ScenarioDraft, 'requirements'>> & {
  requirements?: readonly Answered[]
}

/** The draft with one step written anew; what stands on other steps stays as it is. */
export function mergeStep(
  content: Partial<ScenarioDraft>,
  step: WrittenStep,
  words: StepWords,
): ScenarioDraft {
  const merged: ScenarioDraft = { tasks: [], requirements: [], metrics: [], ...content }
  for (const name of stepFields[step]) {
    const value = words[name]
    if (value === undefined) Reflect.deleteProperty(merged, name)
    else Reflect.set(merged, name, value)
  }
  // Lists are never absent.
  merged.tasks ??= []
  merged.metrics ??= []
  if (step === 'site' || step === 'requirements') answer(merged, step, words.requirements ?? [])
  const parts: readonly ConfidentialPart[] = partsOf[step]
  if (parts.length > 0) {
    const others = (merged.confidential ?? []).filter(part => !parts.includes(part))
    merged.confidential = [...others, ...parts.filter(part => words.confidential?.includes(part))]
  }
  return merged
}

/** Naming such a criterion is the need itself. */
const isYes = (id: CriterionId) => criterionOf(id).kind === 'boolean'

const isUnstated = (value: unknown) => value === undefined || value === null || value === ''

function answer(content: ScenarioDraft, step: WrittenStep, answered: readonly Answered[]): void {
  // The last word on a criterion counts, when somebody added one that was asked already.
  const own = new Map<CriterionId, Answered>()
  for (const each of answered) if (each.criterion) own.set(each.criterion, each)
  const isOther = (id: CriterionId | undefined): id is CriterionId =>
    id !== undefined && !ownsCriterion(step, id) && !own.has(id)
  const stanced = (stance: Stance) =>
    [...own.values()].flatMap(each => (each.stance === stance && each.criterion) || [])
  content.requirements = [
    ...content.requirements.filter(({ criterion }) => isOther(criterion)),
    ...[...own.values()].flatMap(({ need }) => (need === undefined ? [] : [need])),
  ]
  content.unknowns = [...(content.unknowns ?? []).filter(isOther), ...stanced('unknown')]
  content.unneeded = [...(content.unneeded ?? []).filter(isOther), ...stanced('none')]
}
