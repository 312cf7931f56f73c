import { setImmediate } from 'node:timers/promises'

/** What others wait for at most, in milliseconds. */
const turn = 10

// public: it does what it is given, and reads nothing
/** Long work bit by bit: whoever waits for the process has a turn in between. */
export async function* inTurns<T>(work: Iterable<T | null>): AsyncGenerator<T> {
  let began = performance.now()
  for (const step of work) {
    if (step !== null) yield step
    if (performance.now() - began < turn) continue
    await setImmediate()
    began = performance.now()
  }
}
