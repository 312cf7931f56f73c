import type { Locale, Localized } from '../shared/localized.ts'
import type { ScenarioDraft } from './scenario.ts'
import type { ProposedMetric } from './template.ts'
import type { TemplateId } from './template-ids.ts'
import { templates } from './templates.ts'

/** 评价标准 as most demand sides weigh them; to be edited. */
export const usualEvaluation: readonly { name: Localized; weight: number }[] = [
  { name: { zh: '满足要求与指标的程度', en: 'Fit to requirements and metrics' }, weight: 40 },
  { name: { zh: '实施方案与进度', en: 'Approach and schedule' }, weight: 20 },
  { name: { zh: '安全与数据保护', en: 'Safety and data protection' }, weight: 15 },
  { name: { zh: '服务与运维', en: 'Service and support' }, weight: 10 },
  { name: { zh: '报价', en: 'Price' }, weight: 15 },
]

/** The draft with a template's words where it said nothing; nothing that was written is touched. */
export function adoptTemplate(content: ScenarioDraft, id: TemplateId, locale: Locale): ScenarioDraft {
  const proposed = templates[id]
  const { evaluation = [] } = content
  return {
    ...content,
    template: id,
    title: content.title ?? proposed.title[locale],
    domain: content.domain ?? proposed.domain,
    tasks: content.tasks.length > 0 ? content.tasks : [...proposed.tasks],
    exclusions: content.exclusions ?? proposed.exclusions[locale],
    metrics:
      content.metrics.length > 0 ? content.metrics : proposed.metrics.map(each => wordsOf(each, locale)),
    evaluation: evaluation.length > 0 ? evaluation : evaluationIn(locale),
  }
}

/** A proposed metric as a draft's row; its target stays for its author to set. */
export function wordsOf(
  { name, method, unit, direction, mandatory }: ProposedMetric,
  locale: Locale,
): ScenarioDraft['metrics'][number] {
  return { name: name[locale], method: method[locale], unit: unit[locale], direction, mandatory }
}

export function evaluationIn(locale: Locale) {
  return usualEvaluation.map(({ name, weight }) => ({ name: name[locale], weight }))
}

/** Metrics of the templates for these tasks that the draft does not have yet. */
export function proposedMetrics(content: Partial<ScenarioDraft>): ProposedMetric[] {
  const { template, tasks = [], metrics = [] } = content
  const fitting = Object.entries(templates).filter(
    ([id, each]) => id === template || each.tasks.some(task => tasks.includes(task)),
  )
  const named = new Set(metrics.map(({ name }) => name))
  const all = new Set(fitting.flatMap(([, each]) => [...each.metrics]))
  return [...all].filter(({ name }) => !named.has(name.zh) && !named.has(name.en))
}
