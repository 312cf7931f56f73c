import type { Process } from './process-shape.ts'
import { fieldProcesses } from './processes-field.ts'
import { indoorProcesses } from './processes-indoor.ts'

/** Our own division under the ten national domains; no standard lists processes for all of them. */
const processes = { ...indoorProcesses, ...fieldProcesses } as const
export type ProcessId = keyof typeof processes
export const processIds = Object.keys(processes) as [ProcessId, ...ProcessId[]]

export function processOf(id: ProcessId): Process {
  return processes[id]
}
