import type { DomainId } from '../vocabulary.ts'
import type { RobotCategoryId } from './categories.ts'
import { categoryTerms } from './category-terms.ts'
import { compile, detect } from './detect.ts'
import { domainKinship } from './families.ts'
import { type TaskId, tasks } from './task-table.ts'
import { taskTerms } from './task-terms.ts'
import type { WeightedTask } from './weighted-task.ts'

const taskTable = compile(taskTerms)
const categoryTable = compile(categoryTerms)

/** What tasks are read from: `headline` counts double; `domain` where the text's own domain is known. */
interface Described {
  headline: string
  body: string
  domain?: DomainId | null
}

/**
 * The tasks that a text names. The strongest has weight 1, at most `limit` are kept. The domain says how a word is
 * meant: 螺钉 in a hospital is no screwdriving, 环氧 in a shopping centre no floor building. So words of another domain
 * count less, and where little of them is found the task stays unknown rather than wrong.
 */
export function tasksIn({ headline, body, domain = null }: Described, limit = 4): WeightedTask[] {
  const evidence = new Map<TaskId, number>()
  for (const { id, weight } of detect(taskTable, `${headline} ${body}`)) evidence.set(id, weight)
  for (const { id, weight } of detect(taskTable, headline)) evidence.set(id, (evidence.get(id) ?? 0) + weight)
  const ranked = [...evidence]
    .map(([task, weight]) => ({ task, weight: weight * trust(task, domain) }))
    .filter(({ task, weight }) => weight >= enough || trust(task, domain) === 1)
    .sort((a, b) => b.weight - a.weight)
  const top = ranked[0]?.weight ?? 0
  return ranked
    .map(({ task, weight }) => ({ task, weight: weight / top }))
    .filter(({ weight }) => weight >= 0.3)
    .slice(0, limit)
}

/** What of a foreign word is left must be worth two words of Han characters. */
const enough = 2

/** Work that is done at every kind of site, whatever domain it is listed under. */
const anywhere: ReadonlySet<TaskId> = new Set([
  ...([
    'securityPatrol',
    'entryScreening',
    'disinfection',
    'indoorCleaning',
    'streetSweeping',
    'reception',
  ] as const),
  ...([
    'materialTransfer',
    'airDelivery',
    'lastMile',
    'inventory',
    'plantInspection',
    'firefighting',
  ] as const),
])

/** How far a word for this task is believed in a text of that domain. */
function trust(task: TaskId, domain: DomainId | null): number {
  if (domain === null || domain === 'other' || tasks[task].domain === 'other' || anywhere.has(task)) return 1
  return { 1: 1, 0.5: 0.8, 0: 0.4 }[domainKinship(domain, tasks[task].domain)] ?? 1
}

/** The kind of robot that a text names, or null. */
export function categoryIn(text: string): RobotCategoryId | null {
  return detect(categoryTable, text)[0]?.id ?? null
}
