import type { ServerResponse } from 'node:http'

type Work = () => Promise<void>

/** Work beside the answers: nobody who reads a page waits for it, and stopping does. */
export interface Aside {
  /** Begins the work once this answer is out, or its reader gone. What goes wrong is the work's own to tell. */
  after(answer: Pick<ServerResponse, 'once' | 'closed'>, work: Work): void
  /** Resolves when none is under way any more. */
  settled(): Promise<void>
}

export function openAside(): Aside {
  const running = new Set<Promise<void>>()
  const begin = (work: Work) => {
    const done = work()
      .catch(() => {})
      .finally(() => running.delete(done))
    running.add(done)
  }
  return {
    after(answer, work) {
      if (answer.closed) begin(work)
      else answer.once('close', () => begin(work))
    },
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
