import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

type Encoding = 'br' | 'gzip' | 'identity'

interface File {
  type: string
  etag: string
  immutable: boolean
  bodies: Partial<Record<Encoding, Buffer<ArrayBuffer>>> & { identity: Buffer<ArrayBuffer> }
}

export interface StaticFiles {
  /** The answer for a path of the client build; 404 below /assets; null when the path is not a file. */
  answer(request: Request, pathname: string): Response | null
}

/** Reads a client build once; what is not in it at start cannot be asked for, whatever the path says. */
export function staticFiles(directory: string | null): StaticFiles {
  const files = directory === null ? new Map<string, File>() : readAll(directory)
  return {
    answer(request, pathname) {
      const file = files.get(pathname)
      if (file && (request.method === 'GET' || request.method === 'HEAD')) return answerFile(request, file)
      return pathname.startsWith('/assets/') && directory !== null ? notThere() : null
    },
  }
}

const notThere = () =>
  new Response('Not found\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })

function readAll(directory: string): Map<string, File> {
  const files = new Map<string, File>()
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
  for (const path of paths) {
    const pathname = `/${relative(directory, path).split(sep).join('/')}`
    // Such as .vite/, which is the build's own business.
    if (!pathname.includes('/.')) files.set(pathname, readOne(path, pathname))
  }
  return files
}

function readOne(path: string, pathname: string): File {
  const identity = readFileSync(path)
  const br = readIfThere(`${path}.br`)
  const gzip = readIfThere(`${path}.gz`)
  return {
    type: types[extname(path)] ?? 'application/octet-stream',
    etag: createHash('sha256').update(identity).digest('base64url').slice(0, 22),
    immutable: pathname.startsWith('/assets/'),
    bodies: { identity, ...(br && { br }), ...(gzip && { gzip }) },
  }
}

function readIfThere(path: string): Buffer<ArrayBuffer> | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

function answerFile(request: Request, file: File): Response {
  const encoding = chooseEncoding(request.headers.get('accept-encoding'), file.bodies)
  const etag = `"${file.etag}${encoding === 'identity' ? '' : `-${encoding}`}"`
  const headers = new Headers({
    'Content-Type': file.type,
    'Cache-Control': file.immutable
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=0, must-revalidate',
    ETag: etag,
    Vary: 'Accept-Encoding',
  })
  const known = request.headers
    .get('if-none-match')
    ?.split(',')
    .map(tag => tag.trim().replace(/^W\//, ''))
  if (known?.includes(etag) || known?.includes('*')) return new Response(null, { status: 304, headers })
  const body = file.bodies[encoding] ?? file.bodies.identity
  if (encoding !== 'identity') headers.set('Content-Encoding', encoding)
  headers.set('Content-Length', String(body.length))
  return new Response(request.method === 'HEAD' ? null : body, { headers })
}

/** The best encoding among those there are that the client takes; `q=0` means it does not. */
export function chooseEncoding(
  accept: string | null,
  there: Partial<Record<Encoding, unknown>> = { br: true, gzip: true },
): Encoding {
  const taken = new Set<string>()
  for (const part of (accept ?? '').toLowerCase().split(',')) {
    const [name = '', ...params] = part.split(';').map(piece => piece.trim())
    if (!params.some(param => /^q=0(\.0*)?$/.test(param))) taken.add(name)
  }
  if (taken.has('br') && there.br !== undefined) return 'br'
  return taken.has('gzip') && there.gzip !== undefined ? 'gzip' : 'identity'
}
