import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Asked {
  method: string
  path: string
  authorization: string | undefined
  body: unknown
}

/** How the stub behaves; a test changes it between two requests. */
interface Behaviour {
  search: 'answers' | 'forbidden' | 'misread' | 'overloaded' | 'limited' | 'silent' | 'garbage'
  version: string
  /** Whether the key it is asked with may manage keys. */
  keys: 'managed' | 'forbidden'
  tasks: 'succeed' | 'fail' | 'hang'
  /** What a search answers. */
  hits: { id: string; _rankingScore?: number }[]
}

export interface Stub extends Behaviour {
  url: string
  asked: Asked[]
  /** Tasks that made an index that was there. */
  refused: Set<number>
  /** Keys that were made. */
  made: string[]
  /** Ids in each index. */
  indexes: Map<string, Set<string>>
  /** Of each document by id, as it was last sent. */
  stamps: Map<string, string>
  /** By index. */
  settings: Map<string, unknown>
  close(): Promise<void>
}

/**
 * The part of Meilisearch's HTTP that the adapter speaks, on the loopback. It keeps ids and answers what it is told
 * to; it does not search, and says nothing about how the real one does.
 */
export async function startStub(at = 0): Promise<Stub> {
  const server = createServer((request, response) => {
    void readBody(request).then(body => answer(stub, { request, response, body }))
  })
  await new Promise<void>(resolve => server.listen(at, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stub: Stub = {
    search: 'answers',
    version: '1.50.0',
    keys: 'managed',
    made: [],
    refused: new Set(),
    tasks: 'succeed',
    hits: [],
    url: `http://127.0.0.1:${port}`,
    asked: [],
    indexes: new Map(),
    stamps: new Map(),
    settings: new Map(),
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return stub
}

interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  body: unknown
}

function answer(stub: Stub, { request, response, body }: Exchange): void {
  const { method = '', headers } = request
  const path = new URL(request.url ?? '/', stub.url).pathname
  stub.asked.push({ method, path, authorization: headers.authorization, body })
  const [, first, uid = '', action, detail] = path.split('/')
  if (first === 'multi-search') search(stub, response, body)
  else if (first === 'version')
    json(response, 200, { pkgVersion: stub.version, commitSha: '', commitDate: '' })
  else if (first === 'keys') keys(stub, response, { method, uid })
  else if (first === 'health') json(response, 200, { status: 'available' })
  else if (first === 'stats') json(response, 200, { indexes: counts(stub) })
  else if (first === 'tasks') json(response, 200, task(stub, Number(uid)))
  else if (action === 'settings' && method === 'GET') json(response, 200, stub.settings.get(uid) ?? {})
  else if (action === 'documents' && (method === 'GET' || detail === 'fetch')) documents(stub, response, uid)
  else {
    const isHanging = stub.tasks === 'hang' && action === 'documents'
    if (stub.tasks !== 'fail' && !isHanging) change(stub, { first, uid, action, detail, method, body })
    json(response, 202, { taskUid: stub.asked.length, status: 'enqueued', indexUid: uid, type: 'any' })
  }
}

function search(stub: Stub, response: ServerResponse, body: unknown): void {
  const { hits } = stub
  const { queries } = body as { queries: unknown[] }
  const found = {
    ...{ hits, estimatedTotalHits: hits.length, query: '', processingTimeMs: 1, limit: 20, offset: 0 },
    facetDistribution: { 'facets.domain': { healthcare: 2 } },
    facetStats: { 'low.payloadKg': { min: 5, max: 60 }, 'high.payloadKg': { min: 8, max: 80 } },
  }
  if (stub.search === 'answers') json(response, 200, { results: queries.map(() => found) })
  if (stub.search === 'forbidden') json(response, 403, { message: 'no', code: 'invalid_api_key' })
  if (stub.search === 'misread') json(response, 400, { message: 'no', code: 'invalid_search_filter' })
  if (stub.search === 'overloaded') json(response, 503, { message: 'no', code: 'too_many_search_requests' })
  if (stub.search === 'limited') json(response, 429, { message: 'no', code: 'too_many_requests' })
  if (stub.search === 'garbage') response.end('<html>a proxy says hello</html>')
}

/** All of an index on one page. */
function documents({ indexes, stamps }: Stub, response: ServerResponse, uid: string): void {
  const results = [...(indexes.get(uid) ?? [])].map(id => ({ id, stamp: stamps.get(id) ?? '' }))
  json(response, 200, { results, offset: 0, limit: results.length, total: results.length })
}

/** Keys with a uid of their own, made once each. */
function keys(
  { keys, made }: Stub,
  response: ServerResponse,
  { method, uid }: { method: string; uid: string },
) {
  if (keys === 'forbidden') json(response, 403, { message: 'no', code: 'invalid_api_key' })
  else if (method === 'POST') {
    made.push('a key that searches')
    json(response, 201, { key: 'a key that searches' })
  } else if (made.length > 0) json(response, 200, { uid, key: made[0] })
  else json(response, 404, { message: 'no', code: 'api_key_not_found' })
}

function task({ tasks, refused, asked }: Stub, uid: number) {
  const at = new Date().toISOString()
  const common = { uid, type: 'documentAdditionOrUpdate', enqueuedAt: at, startedAt: at, finishedAt: at }
  const error = (code: string) => ({ code, message: 'no', type: 'any', link: '' })
  if (refused.has(uid)) return { ...common, status: 'failed', error: error('index_already_exists') }
  // A task is numbered by the request that gave it.
  const isOfDocuments = asked[uid - 1]?.path.endsWith('/documents') === true
  if (tasks === 'hang' && isOfDocuments)
    return { ...common, status: 'enqueued', finishedAt: null, error: null }
  if (tasks !== 'fail') return { ...common, status: 'succeeded', error: null }
  return { ...common, status: 'failed', error: error('invalid_document_id') }
}

interface Change {
  first: string | undefined
  uid: string
  action: string | undefined
  detail: string | undefined
  method: string
  body: unknown
}

function change(stub: Stub, { first, uid, action, detail, method, body }: Change): void {
  const { indexes, settings, stamps } = stub
  if (first === 'swap-indexes') {
    const [{ indexes: pair }] = body as [{ indexes: [string, string] }]
    for (const each of [indexes, settings] as Map<string, unknown>[]) swap(each, pair)
  } else if (action === undefined && method === 'POST') {
    const { uid: made } = body as { uid: string }
    if (indexes.has(made)) stub.refused.add(stub.asked.length)
    else indexes.set(made, new Set())
  } else if (action === undefined && method === 'DELETE') {
    indexes.delete(uid)
    settings.delete(uid)
  } else if (action === 'settings') settings.set(uid, body)
  else if (action === 'documents' && detail === 'delete-batch') {
    for (const id of body as string[]) indexes.get(uid)?.delete(id)
  } else if (action === 'documents') {
    for (const { id, stamp } of body as { id: string; stamp: string }[]) {
      indexes.get(uid)?.add(id)
      stamps.set(id, stamp)
    }
  }
}

function swap(of: Map<string, unknown>, [one, other]: [string, string]): void {
  const [first, second] = [of.get(one), of.get(other)]
  of.set(one, second).set(other, first)
}

function counts({ indexes }: Stub) {
  return Object.fromEntries([...indexes].map(([name, ids]) => [name, { numberOfDocuments: ids.size }]))
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  return text === '' ? undefined : JSON.parse(text)
}
