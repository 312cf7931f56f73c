import { z } from 'zod'
import { findHistoryByKey } from '#db/queries/history.ts'
import { lockScenario, setScenarioContent } from '#db/queries/scenarios.ts'
import { adoptTemplate, proposedMetrics, wordsOf } from '#domain/scenarios/adopt.ts'
import type { Completeness, OpenQuestion } from '#domain/scenarios/completeness.ts'
import { askedByBidders, completenessOf } from '#domain/scenarios/completeness.ts'
import { canEditScenario } from '#domain/scenarios/policy.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import { mergeStep, type StepWords, stepShapes } from '#domain/scenarios/step-shapes.ts'
import { openOn, type StepId, type WrittenStep } from '#domain/scenarios/steps.ts'
import { checkbox } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import type { Locale } from '#domain/shared/localized.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { record } from '../record.ts'
import { inTransaction } from '../transaction.ts'
import { conflict, permitFresh } from '../transition.ts'
import { columnsOf } from './columns.ts'
import { language } from './draft.ts'
import { factsOf, loadScenario } from './load.ts'

const envelope = { id: id.scenario, rev, formKey, language, auto: checkbox, adopt: checkbox }

/** One step's form: its own fields and nothing of the others. */
export const stepForms = {
  task: z.object({ ...stepShapes.task, ...envelope }),
  today: z.object({ ...stepShapes.today, ...envelope }),
  site: z.object({ ...stepShapes.site, ...envelope }),
  requirements: z.object({ ...stepShapes.requirements, ...envelope }),
  metrics: z.object({ ...stepShapes.metrics, ...envelope }),
  money: z.object({ ...stepShapes.money, ...envelope }),
  evaluation: z.object({ ...stepShapes.evaluation, ...envelope }),
} satisfies Record<WrittenStep, z.ZodType>

export interface SaveStep {
  id: ScenarioId
  /** The revision that the page showed, or that its last save answered with. */
  rev: number
  /** The open page's own key: one page is one sitting. */
  formKey: string
  step: WrittenStep
  /** What the step's form said, read by its shape. */
  words: StepWords
  language?: Locale
  /** Saved while it is being typed: nothing is adopted meanwhile. */
  auto?: boolean
  /** Takes over what the templates propose for this step. */
  adopt?: boolean
}

export interface SavedStep {
  rev: number
  at: Date
  score: Completeness['score']
  asked: OpenQuestion[]
  open: Record<StepId, number>
}

/**
 * Saves one step under the page's revision; what stands on other steps is not touched. The same words again change
 * nothing, whatever revision they come with. A draft is no decision: the first save of an open page writes history
 * and audit, the later ones of the same page (typing saves every few seconds) change the row alone, and what was
 * submitted is recorded in full when it is submitted.
 */
export async function saveStep(ctx: Context, save: SaveStep): Promise<SavedStep> {
  const { scenario } = await loadScenario(ctx, save.id)
  const merged = contentAfter(scenario.content, save)
  const verdict = canEditScenario(ctx.actor, factsOf(scenario))
  const isSame = digest(merged) === digest(scenario.content)
  if (isSame && verdict.ok) return savedAs(merged, scenario.rev, ctx.now)
  const isOwn = scenario.editKey === save.formKey
  const seen = isOwn ? scenario.rev : save.rev
  await permitFresh(ctx.db, 'scenario', { ...scenario, shown: seen }, verdict)
  let saved = save.rev + 1
  await inTransaction(ctx, async tx => {
    const { id: scenarioId, rev: shown, formKey: key } = save
    const write = { id: scenarioId, row: columnsOf(merged), editKey: key }
    if (!(await setScenarioContent(tx, { ...write, rev: shown }))) {
      // An answer that got lost on its way leaves the page behind its own save, which is nobody else's change.
      const locked = await lockScenario(tx, scenarioId, 'update')
      if (locked?.editKey !== key) throw await conflict(tx, 'scenario', scenarioId)
      saved = locked.rev
      if (digest(locked.content) === digest(merged)) return
      if (!(await setScenarioContent(tx, { ...write, rev: saved })))
        throw await conflict(tx, 'scenario', scenarioId)
      saved += 1
    }
    // Whoever holds the revision is alone here, so two first saves of one page cannot both find nothing.
    if (await findHistoryByKey(tx, scenarioId, key)) return
    const { status, content: before } = scenario
    const edit = { noun: 'scenario', id: scenarioId, deed: 'edit', from: status, to: status, formKey: key }
    await record(tx, ctx, { ...edit, before, after: merged })
  })
  return savedAs(merged, saved, ctx.now)
}

function contentAfter(content: ScenarioDraft, save: SaveStep): ScenarioDraft {
  const { step, auto = false, adopt = false, language: locale = 'zh' } = save
  // A template is adopted when its author goes on, not while they leaf through the list.
  const words = step === 'task' && auto ? { ...save.words, template: content.template } : save.words
  const merged = mergeStep(content, step, words)
  if (auto) return merged
  if (step === 'metrics' && adopt) {
    const more = proposedMetrics(merged).map(each => wordsOf(each, locale))
    return { ...merged, metrics: [...merged.metrics, ...more].slice(0, 20) }
  }
  const chosen = step === 'task' ? words.template : undefined
  return chosen && chosen !== content.template ? adoptTemplate(merged, chosen, locale) : merged
}

function savedAs(content: ScenarioDraft, rev: number, at: Date): SavedStep {
  const { score } = completenessOf(content)
  return { rev, at, score, asked: askedByBidders(content), open: openOn(content) }
}
