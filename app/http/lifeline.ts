import { EventEmitter } from 'node:events'
import type { RunnerOptions } from 'graphile-worker'
import { connect } from '#db/client.ts'
import { signOfLife } from '#services/abandoned-jobs.ts'

export interface Lifeline {
  options: Pick<RunnerOptions, 'events' | 'forbiddenFlags'>
  end(): Promise<void>
}

/**
 * A worker's sign of life: a lock under its own name, on a line to the database that ends with the process. The runner
 * makes the name up and tells it before it looks for work; it asks for the flags that it must not take before each
 * look, and that answer waits until the lock is held. So no job is ever in hand without the sign. A line that is lost,
 * as when the database starts anew, is made anew the same way.
 */
export function openLifeline(databaseUrl: string): Lifeline {
  const events: NonNullable<RunnerOptions['events']> = new EventEmitter()
  let held: Promise<void> | null = null
  let workerId: string | null = null
  const line = connect(databaseUrl, {
    max: 1,
    patient: true,
    onLost: () => {
      held = null
    },
  })
  const hold = async (id: string) => {
    try {
      await signOfLife(line.db, id)
    } catch (error) {
      held = null
      throw error
    }
  }
  events.on('pool:create', ({ workerPool }) => {
    workerId = workerPool.id
  })
  return {
    options: {
      events,
      forbiddenFlags: async () => {
        if (workerId === null) throw new Error('a worker looks for jobs before it has a name')
        held ??= hold(workerId)
        await held
        return null
      },
    },
    end: line.close,
  }
}
