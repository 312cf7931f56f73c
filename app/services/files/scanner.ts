import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'

/** What looks for known threats in a file. */
export interface Scanner {
  /** The threat's name, or null. Throws when the scanner does not answer, so that the file waits. */
  scan(file: Readable): Promise<string | null>
}

const patienceMs = 60_000
const pieceBytes = 64 * 1024

/** clamd at `host:port` or at the path of its socket, by its INSTREAM command: pieces with their length before them. */
export function clamd(address: string, patience = patienceMs): Scanner {
  return {
    async scan(file) {
      const socket = dial(address)
      const answer = heard(socket, patience)
      try {
        await Promise.race([said(socket, file), answer])
        return verdictOf(await answer)
      } finally {
        socket.destroy()
        file.destroy()
      }
    },
  }
}

/** `/run/clamav/clamd.ctl`, `clamav:3310` or `[::1]:3310`. */
function dial(address: string): Socket {
  if (address.startsWith('/')) return connect({ path: address })
  const colon = address.lastIndexOf(':')
  return connect({
    host: address.slice(0, colon).replace(/^\[|\]$/g, ''),
    port: Number(address.slice(colon + 1)),
  })
}

async function said(socket: Socket, file: Readable): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const read of file) {
    const bytes = Buffer.from(read)
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      const piece = bytes.subarray(at, at + pieceBytes)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(piece.length)
      await write(socket, Buffer.concat([length, piece]))
    }
  }
  await write(socket, Buffer.alloc(4))
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => socket.write(bytes, error => (error ? reject(error) : resolve())))
}

function heard(socket: Socket, patience: number): Promise<string> {
  const answer = new Promise<string>((resolve, reject) => {
    let text = ''
    socket.setTimeout(patience, () => reject(new Error('the virus scanner does not answer')))
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('the virus scanner hung up')))
    socket.on('data', piece => {
      text += piece.toString('latin1')
      const end = text.search(/[\0\n]/)
      if (end >= 0) resolve(text.slice(0, end))
      else if (text.length > 4096) reject(new Error('the virus scanner talks nonsense'))
    })
  })
  // Awaited by the caller; a line that breaks before that is no unhandled rejection.
  answer.catch(() => {})
  return answer
}

function verdictOf(answer: string): string | null {
  if (/: OK$/.test(answer)) return null
  const [, threat] = /: (.+) FOUND$/.exec(answer) ?? []
  if (threat) return threat.replace(/[^\x20-\x7e]/g, '').slice(0, 120)
  throw new Error(`the virus scanner says: ${answer.replace(/[^\x20-\x7e]/g, '').slice(0, 200)}`)
}
