import type { Logger } from 'pino'
import type { Db } from '#db/client.ts'
import type { SearchEngine } from '#search/engine.ts'
import type { FilesEnv } from './files.ts'
import type { Limits } from './limits.ts'
import type { Quota } from './quota.ts'

/** The part of the configuration that the edge reads; validated at start. */
export interface HttpEnv extends FilesEnv {
  PORT: number
  HOST: string
  /** Scheme, host and port that people type; every URL and every cookie is judged by it, never by Host. */
  PUBLIC_ORIGIN: string
  SECRET_KEY: string
  /** Addresses or CIDR ranges, separated by commas, whose X-Forwarded-For is believed; nobody when empty. */
  TRUSTED_PROXY?: string | undefined
  /** Days after which an officer has to choose a new password; absent means never. */
  PASSWORD_MAX_AGE_DAYS?: number | undefined
  EMBEDDER?: string | undefined
  EMBEDDER_KEY?: string | undefined
  /** Demo sign-ins and the mailbox page; absent means no. */
  DEMO?: boolean
}

/** What the server hands to every loader and action of one request. */
export interface LoadContext {
  nonce: string
  requestId: string
  clientIp: string
  env: HttpEnv
  db: Db
  search: SearchEngine
  log: Logger
  limits: Limits
  /** Null for whoever is not counted: a request of this very machine. */
  quota: Quota | null
  /** Headers that the edge puts on the answer; those of a refused form or page would get lost in Remix. */
  answer: Headers
  /** Begins work that the answer does not wait for, once that is out. */
  after(work: () => Promise<void>): void
}

/** What every loader and action gets; only the parts the edge reads. */
export interface RequestArgs {
  request: Request
  context: LoadContext
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends LoadContext {}
}

declare module '@remix-run/node' {
  interface Future {
    // Tells the types of loaders that a Date stays a Date on its way to the page.
    v3_singleFetch: true
  }
}
