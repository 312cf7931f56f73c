import { createRequestHandler, type ServerBuild } from '@remix-run/node'

type Handler = ReturnType<typeof createRequestHandler>
type Placed = { path?: string | undefined }

/**
 * Answers requests with the part of a build that their first segment can reach. Remix builds, ranks and compiles all
 * the routes it was given anew for each request, three times for a page. `routes.ts` is flat, so a path begins with its room.
 */
export function handlerByRoom(build: ServerBuild): Handler {
  const rooms = new Map<string, Handler>()
  for (const route of Object.values(build.routes)) {
    const room = roomOf(route.path)
    if (room !== null && !rooms.has(room)) rooms.set(room, handlerOf(build, room))
  }
  const lobby = handlerOf(build, null)
  return (request, context) => {
    const handler = rooms.get(firstSegment(new URL(request.url).pathname)) ?? lobby
    return handler(request, context)
  }
}

/** The routes below this first segment, with those that belong to none: the root, the home page, the catch-all. */
function handlerOf(build: ServerBuild, room: string | null): Handler {
  const some = <R extends Placed>(routes: Record<string, R>) => {
    const own = Object.entries(routes).filter(([, { path }]) => [null, room].includes(roomOf(path)))
    return Object.fromEntries(own)
  }
  const assets = { ...build.assets, routes: some(build.assets.routes) }
  return createRequestHandler({ ...build, routes: some(build.routes), assets }, 'production')
}

/** The first segment of a pattern, or null where it is not a fixed word. */
function roomOf(pattern: string | undefined): string | null {
  const first = pattern?.replace(/^\//, '').split('/', 1)[0]
  return first && !/^[:*]/.test(first) ? first.toLowerCase() : null
}

/** As the router compares it: decoded, and capitals or not. */
function firstSegment(pathname: string): string {
  const first = pathname.split('/', 2)[1] ?? ''
  return decodeURIComponent(first)
    .replace(/\.data$/, '')
    .toLowerCase()
}
