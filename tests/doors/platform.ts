import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { onTestFinished } from 'vitest'

export interface RunningPlatform {
  origin: string
  /** Sends a form as a page of the site would; redirects are not followed. */
  post(path: string, fields: Readonly<Record<string, string>>, token: string): Promise<Response>
  get(path: string, token: string): Promise<Response>
  /** Ends the process this very moment; nothing of it gets another turn. */
  kill(): Promise<void>
}

/** `npm start` on this data directory, ready to be asked. */
export async function startPlatform(
  dataDir: string,
  variables: Record<string, string> = {},
): Promise<RunningPlatform> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: `${port}`,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  const kill = () => {
    child.kill('SIGKILL')
    return ended
  }
  onTestFinished(kill)
  await new Promise<void>((resolve, reject) => {
    let words = ''
    const hear = (data: unknown) => {
      words += String(data)
      if (words.includes('Ready:')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', () => reject(new Error(`the platform ended before it was ready:\n${words}`)))
  })
  const headers = (token: string) => ({ cookie: `sid=${token}`, origin })
  return {
    origin,
    kill,
    get: (path, token) => fetch(origin + path, { headers: headers(token) }),
    post: (path, fields, token) =>
      fetch(origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: headers(token),
        body: new URLSearchParams(fields),
      }),
  }
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
