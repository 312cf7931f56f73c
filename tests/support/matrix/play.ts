import { count } from 'drizzle-orm'
import { v7 } from 'uuid'
import { audit, history, notification, objection } from '#db/schema/index.ts'
import { testContext } from '../context.ts'
import type { TestDatabase } from '../database.ts'
import type { Deed, Target } from './deed.ts'
import { deeds } from './deeds.ts'
import { type People, parties, type Role, roles, type Seat } from './people.ts'
import { isAmong } from './routes.ts'
import type { Platform } from './server.ts'

type Asker = Role | Seat

export interface Play {
  platform: Platform
  database: TestDatabase
  who: People
  count(): void
}

/** How many traces deeds have left so far: whoever may not do a thing leaves none. */
export async function effectsOf({ db }: TestDatabase): Promise<number[]> {
  const rows = await Promise.all(
    [history, audit, notification, objection].map(table => db.select({ n: count() }).from(table)),
  )
  return rows.map(([row]) => row?.n ?? 0)
}

const missing = '01931111-1111-7111-8111-111111111111'

/** The same address as the router asks for it. */
const asData = (url: string) => url.replace(/(?=\?|$)/, '.data')

/**
 * One route's whole row: who may not is refused, with the right form, as a page and as data, on their own, a foreign
 * and a missing object, without a trace; then each who may does it once, and the form sent again does nothing more.
 */
export async function playDeed(play: Play, path: string): Promise<string[]> {
  const deed = deeds[path]
  if (!deed) return [`${path} has no line`]
  const { platform, database, who } = play
  const ctx = testContext({ db: database.db })
  const wrong: string[] = []
  let target: Target | undefined
  const send = async (url: string, role: Asker, fields: Record<string, string>) => {
    play.count()
    return platform.ask(url, { method: 'POST', cookie: who.cookies[role], fields, file: target?.file })
  }
  if (deed.open) return openTo(play, path, deed.open)
  target = await deed.make(ctx, who, 'supply')
  const before = await effectsOf(database)
  const askers = [...roles, ...(deed.seats ?? [])]
  for (const role of askers) {
    const may = isAmong(deed.may, role, parties.A)
    const denied = may ? [] : [{ url: target.url, fields: target.fields, status: refusalOf(deed, role) }]
    const gone = target.url.replace(target.id, missing)
    const nowhere = {
      url: gone,
      fields: swap(target.fields, target.id, missing),
      status: missingOf(deed, role),
    }
    for (const { url, fields, status } of [...denied, ...(target.id ? [nowhere] : [])])
      for (const data of [false, true]) {
        const answer = await send(data ? asData(url) : url, role, { ...fields, formKey: v7() })
        const wanted = data && status === 302 ? 202 : status
        if (answer.status !== wanted)
          wrong.push(
            `POST ${path}${data ? '.data' : ''} ${url === gone ? 'missing' : 'A'} ${role}: ${answer.status}, not ${wanted}`,
          )
      }
  }
  const after = await effectsOf(database)
  if (String(after) !== String(before))
    wrong.push(`POST ${path}: the refused left traces ${before} → ${after}`)
  // Where everybody may, three of them stand for all.
  const some = deed.may === 'all' ? (['guest', 'demand', 'administrator'] as const) : undefined
  const doers: readonly Asker[] = deed.standIns ?? some ?? askers
  for (const role of doers.filter(each => isAmong(deed.may, each, parties.A)))
    wrong.push(...(await carriedOut(play, path, deed, role)))
  return wrong
}

/** Deeds that need nobody's permission: they answer, and change no object. */
async function openTo(
  { platform, database, who, count }: Play,
  path: string,
  answer: NonNullable<Deed['open']>,
) {
  const before = await effectsOf(database)
  const wrong: string[] = []
  // Signing out ends the session, so only a guest does it here.
  for (const role of roles.filter(each => path !== 'sign-out' || each === 'guest')) {
    count()
    const asked = { method: 'POST', cookie: who.cookies[role], fields: {} }
    const { status } = await platform.ask(`/${path.replace('*', 'no-such-thing')}`, asked)
    if (status !== answer(role)) wrong.push(`POST ${path} ${role}: ${status}, not ${answer(role)}`)
  }
  if (String(await effectsOf(database)) !== String(before)) wrong.push(`POST ${path} left traces`)
  return wrong
}

async function carriedOut(play: Play, path: string, deed: Deed, role: Asker): Promise<string[]> {
  const { platform, database, who } = play
  const target = await deed.make(testContext({ db: database.db }), who, role)
  const seen = async () => JSON.stringify([await effectsOf(database), await target.rows?.()])
  const before = await seen()
  const fields = { ...columns, ...target.fields, formKey: target.fields.formKey ?? v7() }
  const asked = { method: 'POST', cookie: who.cookies[role], fields, file: target.file }
  play.count()
  const answer = await platform.ask(target.url, asked)
  const done = await seen()
  const wrong: string[] = []
  const led = answer.status === 302 || answer.status === 303
  if (deed.shows ? answer.status !== 200 : !led)
    wrong.push(
      `POST ${path} ${role} may: ${answer.status} ${/"reason":"([^"]+)/.exec(answer.text)?.[1] ?? ''}`,
    )
  else if (done === before) wrong.push(`POST ${path} ${role} may, and nothing happened`)
  play.count()
  const again = await platform.ask(asData(target.url), asked)
  if (again.status !== (deed.shows ? 200 : 202) && answer.status < 400)
    wrong.push(`POST ${path} ${role} again: ${again.status}`)
  if ((await seen()) !== done) wrong.push(`POST ${path} ${role}: twice`)
  if (target.rows) {
    const text = JSON.stringify(await target.rows())
    if (/smuggled|987654/.test(text)) wrong.push(`POST ${path} ${role}: a column from the form reached a row`)
  }
  return wrong
}

/** S2: every column that no form owns rides along with each deed; none of it may arrive. */
const smuggled = [
  ...[
    'number',
    'status',
    'organizationId',
    'organization_id',
    'createdBy',
    'created_by',
    'source',
    'sourceUrl',
  ],
  ...[
    'publishedAt',
    'updatedAt',
    'createdAt',
    'handledBy',
    'handled_by',
    'nominatedBy',
    'noticeFrom',
    'noticeTo',
  ],
  ...[
    'uscc',
    'ruleVersion',
    'facts',
    'assessment',
    'receiptHash',
    'submittedBy',
    'submittedAt',
    'decisionReason',
  ],
  ...[
    'demandOrganizationId',
    'supplyOrganizationId',
    'productVersionId',
    'acceptedAt',
    'settledBy',
    'role',
    'content',
  ],
  ...[
    'addedBy',
    'askedBy',
    'decidedBy',
    'endorsedBy',
    'declaredBy',
    'invitedBy',
    'acceptedBy',
    'tokenHash',
    'capabilities',
    'nameEn',
  ],
]
const columns: Record<string, string> = {
  ...Object.fromEntries(smuggled.map(name => [name, 'smuggled'])),
  ...{ approvedFen: '987654', capYear: '987654', fen: '987654' },
}

function refusalOf(deed: Deed, role: Asker): number {
  if (role === 'guest') return deed.asksFirst || deed.sees === 'all' ? 302 : 404
  return isAmong(deed.sees, role, parties.A) ? 403 : 404
}

function missingOf(deed: Deed, role: Asker): number {
  return role === 'guest' && deed.asksFirst ? 302 : 404
}

const swap = (fields: Record<string, string>, from: string, to: string) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === from ? to : value]))
