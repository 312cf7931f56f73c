import type { Logger } from 'pino'
import type { Db } from '#db/client.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { type Limiter, openLimiter } from '#services/rate-limit.ts'
import { isRefusal, type Refusal } from '#services/refusal.ts'
import type { Limits } from './limits.ts'

/** Who asks, as far as counting goes: an account, or else an address. */
export interface Asker {
  accountId: AccountId | null
  clientIp: string
}

/** Counts in the database what one reader may ask a minute, over all processes. */
export interface Quota {
  /** One statement for a request that counts; the refusal when there were too many of its kind, else null. */
  spend(request: Request, asker: Asker): Promise<Refusal | null>
}

export function openQuota(db: Db, limits: Limits, log: Logger): Quota {
  const limiter = (name: string, points: number) =>
    openLimiter(db, { name, points, seconds: limits.quotaSeconds, remembers: true }, 'request.tooMany')
  const reads = { guest: limiter('readGuest', limits.guestReads), person: limiter('read', limits.reads) }
  const forms = limiter('form', limits.forms)
  const suggestions = limiter('suggestion', limits.suggestions)
  const patience = { log, patienceMs: limits.quotaPatienceMs }
  return {
    async spend(request, { accountId, clientIp }) {
      const kind = kindOf(request)
      if (kind === null) return null
      const list = accountId === null ? reads.guest : reads.person
      return judged({ list, form: forms, suggestion: suggestions }[kind], accountId ?? clientIp, patience)
    },
  }
}

/** Open for reading: what cannot be counted, or not soon, is let through. */
async function judged(
  limiter: Limiter,
  key: string,
  { log, patienceMs }: { log: Logger; patienceMs: number },
): Promise<Refusal | null> {
  try {
    await Promise.race([limiter.take(key), tooLong(patienceMs)])
    return null
  } catch (error) {
    if (isRefusal(error)) return error
    log.warn({ err: error }, 'a request was not counted')
    return null
  }
}

const tooLong = (patienceMs: number) =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer in ${patienceMs} ms`)), patienceMs).unref()
  })

/** What makes the database search or list: these pages and the whole read API. */
const lists =
  /^\/(search|search\.atom|scenarios|products|catalog|(scenarios|products)\/[^/]+\/matches|scenarios\/[^/]+\/fits|api\/v1\/.+)$/i

/** What a request is counted as. The router takes capitals, escapes and slashes at the end, so they do not help. */
export function kindOf({
  url,
  method,
}: Pick<Request, 'url' | 'method'>): 'list' | 'form' | 'suggestion' | null {
  const path = decodeURIComponent(new URL(url).pathname)
    .replace(/\.data$/, '')
    .replace(/\/+$/, '')
  // Leaving is always possible.
  if (method === 'POST') return /^\/sign-out$/i.test(path) ? null : 'form'
  if (/^\/search\/suggestions$/i.test(path)) return 'suggestion'
  return lists.test(path) ? 'list' : null
}
