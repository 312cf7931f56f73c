import type { Texts } from '#domain/matching/texts.ts'
import type { World } from '#domain/matching/world.ts'

type Store = { prepare: Texts['prepare'] }

/** At most so long at a time, and as long a rest after it. */
const sliceMs = 5
const restMs = 10

// public: it works on what anybody may read
/** Makes the vectors of all texts ahead, bit by bit, so that the first who compare them need not; a pastime that holds no process open. */
export function openWarming(): { begin(world: World, stores: readonly Store[]): void } {
  let round = 0
  return {
    begin({ corpus }, stores) {
      const own = ++round
      const [from, left] = [stores.map(() => 0), [...stores.keys()]]
      const step = () => {
        const at = left[0]
        // Another basis has come in between, or everything is done.
        if (at === undefined || own !== round) return
        const until = performance.now() + sliceMs
        const reached = stores[at]?.prepare(corpus, from[at] ?? 0, () => performance.now() < until) ?? null
        if (reached === null) left.shift()
        else from[at] = reached
        setTimeout(step, restMs).unref()
      }
      setTimeout(step, restMs).unref()
    },
  }
}
