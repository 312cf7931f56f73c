import type { RobotCategoryId } from './categories.ts'
import { categoryTerms } from './category-terms.ts'
import { compile, detect } from './detect.ts'
import type { TaskId } from './task-table.ts'
import { taskTerms } from './task-terms.ts'
import type { WeightedTask } from './weighted-task.ts'

const taskTable = compile(taskTerms)
const categoryTable = compile(categoryTerms)

/** The tasks that a text names; `headline` counts double. The strongest has weight 1, at most `limit` are kept. */
export function tasksIn(text: { headline: string; body: string }, limit = 4): WeightedTask[] {
  const evidence = new Map<TaskId, number>()
  for (const { id, weight } of detect(taskTable, `${text.headline} ${text.body}`)) evidence.set(id, weight)
  for (const { id, weight } of detect(taskTable, text.headline))
    evidence.set(id, (evidence.get(id) ?? 0) + weight)
  const ranked = [...evidence].sort((a, b) => b[1] - a[1])
  const top = ranked[0]?.[1] ?? 0
  return ranked
    .map(([task, weight]) => ({ task, weight: weight / top }))
    .filter(({ weight }) => weight >= 0.3)
    .slice(0, limit)
}

/** The kind of robot that a text names, or null. */
export function categoryIn(text: string): RobotCategoryId | null {
  return detect(categoryTable, text)[0]?.id ?? null
}
