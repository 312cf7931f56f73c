import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import net from 'node:net'
import type { Limits } from './limits.ts'

interface Line {
  active: number
  /** Bytes read when the last answer ended: more than that means a request is on its way. */
  quietAt: number
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

  server.maxConnections = limits.connections
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (perAddress.get(address) ?? 0) + 1
    if (count > limits.connectionsPerAddress && !uncounted(address.replace(/^::ffff:/, ''))) {
      socket.destroy()
      return
    }
    perAddress.set(address, count)
    lines.set(socket, { active: 0, quietAt: 0 })
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
      if (line) line.active += 1
    },
    end(socket) {
      const line = lines.get(socket)
      if (!line) return
      line.active -= 1
      line.quietAt = socket.bytesRead
    },
    get stopping() {
      return stopping
    },
    async stop() {
      stopping = true
      await hangUp(server, lines, limits)
    },
  }
}

async function hangUp(server: Server, lines: Map<Socket, Line>, limits: Limits): Promise<void> {
  const begun = performance.now()
  const passed = () => performance.now() - begun
  // http's own close() would at once cut the idle lines, on one of which a request may be under way.
  const closed = new Promise<void>(resolve => net.Server.prototype.close.call(server, () => resolve()))
  while (lines.size > 0 && passed() < limits.shutdownMs) {
    if (passed() >= limits.lingerMs) {
      for (const [socket, line] of lines) {
        if (line.active <= 0 && socket.bytesRead === line.quietAt) socket.destroy()
      }
    }
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  for (const socket of lines.keys()) socket.destroy()
  await closed
  // Only to end http's own housekeeping timer; the listening socket is already gone.
  server.close(() => {})
}
