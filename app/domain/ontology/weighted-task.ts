import type { TaskId } from './task-table.ts'

/** A task with how much it weighs among the tasks of its scenario or product, above 0 and at most 1. */
export interface WeightedTask {
  task: TaskId
  weight: number
}
