import { createServer } from 'node:net'
import { StartProblem } from '../db/start-problem.ts'

/** Asked before anything is made, so that a port that is taken costs nothing. */
export function ensureFree(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', error => {
      const code = 'code' in error ? String(error.code) : error.message
      reject(new StartProblem(portProblem(code, port, host)))
    })
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function portProblem(code: string, port: number, host: string): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program: stop that program, or choose another port, such as PORT=${port + 1} npm start.`
  }
  if (code === 'EACCES') {
    return `This user may not listen on port ${port}: choose a port above 1023, such as PORT=3000 npm start.`
  }
  return `HOST=${host} cannot be listened on (${code}): set HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.`
}
