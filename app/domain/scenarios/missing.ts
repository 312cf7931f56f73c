import { contradictionsIn } from './contradictions.ts'
import type { ScenarioDraft } from './scenario.ts'
import { Scenario } from './scenario.ts'

/** One place that keeps a scenario from being submitted. */
export interface Missing {
  /** `title`, `metrics`, `requirements[0].value` … as the form names its fields. */
  field: string
  /** A key of the `field` namespace, with its facts. */
  error: string
}

/** What is still missing or wrong, in the order of the shape; empty when it can be submitted. */
export function missingIn(content: Partial<ScenarioDraft>): Missing[] {
  const parsed = Scenario.safeParse(content)
  const issues = parsed.success ? [] : parsed.error.issues
  const found = issues.map(({ path, message }) => ({ field: fieldName(path), error: message }))
  // Zod asks what fields say together only once each of them is right; the form's list wants all at once.
  const together = contradictionsIn(content).map(({ path, message }) => ({ field: path, error: message }))
  return [...found, ...together.filter(each => !found.some(({ field }) => field === each.field))]
}

/** `['metrics', 0, 'unit']` → `metrics[0].unit`, as forms name their controls. */
function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`
    return name === '' ? String(part) : `${name}.${String(part)}`
  }, '')
}
