import type { DomainId } from '../vocabulary.ts'
import { type CriterionId, criterionIds, criterionOf } from './criteria.ts'
import type { Process } from './process-shape.ts'
import { processIds, processOf } from './processes.ts'
import type { TaskId } from './task-table.ts'

/** Asked everywhere once the work itself is clear. */
const general: readonly CriterionId[] = [
  'payloadKg',
  'passageWidthMm',
  'runtimeHours',
  'peopleDensity',
  'deliveryWeeks',
  'serviceDistanceKm',
  'responseHours',
]

/**
 * The criteria to ask for in a domain and for its tasks, what usually decides first: the tasks' processes take
 * turns, then what the domain usually asks, then what is asked everywhere. Each once.
 */
export function requirementsFor(domain: DomainId | undefined, tasks: readonly TaskId[]): CriterionId[] {
  const usual = criterionIds.filter(
    id => domain !== undefined && criterionOf(id).domains?.includes(domain) && belongs(id, tasks),
  )
  return [...new Set([...decidingFor(tasks), ...general, ...usual])]
}

/** What usually decides for these tasks; with more tasks it only grows. */
export function decidingFor(tasks: readonly TaskId[]): CriterionId[] {
  const asked = tasks.map(task => processesOf(task).flatMap(({ decides }) => decides))
  const longest = Math.max(0, ...asked.map(list => list.length))
  const turns = Array.from({ length: longest }, (_, turn) =>
    asked.flatMap(list => list.slice(turn, turn + 1)),
  )
  return [...new Set(turns.flat())]
}

export function processesOf(task: TaskId): Process[] {
  return processIds.map(processOf).filter(each => each.tasks.includes(task))
}

function belongs(id: CriterionId, tasks: readonly TaskId[]): boolean {
  const { tasks: own } = criterionOf(id)
  return own === undefined || tasks.some(task => own.includes(task))
}
