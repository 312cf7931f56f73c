import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import net from 'node:net'
import type { Limits } from './limits.ts'

interface Line {
  active: number
  /** Bytes read when the last answer ended: more than that means a request is on its way. */
  quietAt: number
  /** When it was opened or its last answer ended. */
  since: number
}

export interface Connections {
  begin(socket: Socket): void
  end(socket: Socket): void
  /** True from the first word of stopping: answers then close their connection. */
  readonly stopping: boolean
  /** Takes no new connection, lets every request that has arrived be answered, then hangs up. */
  stop(): Promise<void>
}

/** Keeps count of who is connected, so that nobody takes all lines and stopping drops no request. */
export function watchConnections(
  server: Server,
  limits: Limits,
  uncounted: (address: string) => boolean,
): Connections {
  const lines = new Map<Socket, Line>()
  const perAddress = new Map<string, number>()
  let stopping = false
  let events = 0

  server.maxConnections = limits.connections
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (perAddress.get(address) ?? 0) + 1
    if (count > limits.connectionsPerAddress && !uncounted(address.replace(/^::ffff:/, ''))) {
      socket.destroy()
      return
    }
    perAddress.set(address, count)
    events += 1
    lines.set(socket, { active: 0, quietAt: 0, since: performance.now() })
    socket.once('close', () => {
      lines.delete(socket)
      const left = (perAddress.get(address) ?? 1) - 1
      if (left > 0) perAddress.set(address, left)
      else perAddress.delete(address)
    })
  })

  return {
    begin(socket) {
      const line = lines.get(socket)
      events += 1
      if (line) line.active += 1
    },
    end(socket) {
      const line = lines.get(socket)
      if (!line) return
      line.active -= 1
      line.quietAt = socket.bytesRead
      line.since = performance.now()
      events += 1
    },
    get stopping() {
      return stopping
    },
    async stop() {
      stopping = true
      await hangUp({ server, lines, limits, events: () => events })
    },
  }
}

interface Switchboard {
  server: Server
  lines: Map<Socket, Line>
  limits: Limits
  events(): number
}

async function hangUp({ server, lines, limits, events }: Switchboard): Promise<void> {
  const begun = performance.now()
  const passed = () => performance.now() - begun
  // Still answering: whoever asks now learns that the line closes, and goes elsewhere.
  if (lines.size > 0) await pause(limits.lingerMs)
  await quietTurn(events)
  // http's own close() would at once cut the idle lines, on one of which a request may be under way.
  const closed = new Promise<void>(resolve => net.Server.prototype.close.call(server, () => resolve()))
  while (lines.size > 0 && passed() < limits.shutdownMs) {
    for (const [socket, line] of lines) {
      const idle = line.active <= 0 && socket.bytesRead === line.quietAt
      if (idle && performance.now() - line.since >= limits.lingerMs) socket.destroy()
    }
    await pause(10)
    // Timers come before reading; after this turn, what has arrived by now has been read.
    await turn()
  }
  for (const socket of lines.keys()) socket.destroy()
  await closed
  // Only to end http's own housekeeping timer; the listening socket is already gone.
  server.close(() => {})
}

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
const turn = () => new Promise(resolve => setImmediate(resolve))

/** Waits (at most a second) for a turn of the event loop with nobody at the door, who would be turned back unheard. */
async function quietTurn(events: () => number): Promise<void> {
  const until = performance.now() + 1000
  while (performance.now() < until) {
    const before = events()
    await turn()
    if (events() === before) return
  }
}
