import { z } from 'zod'
import { choice, decimal, listOf, optional, text } from '../shared/fields.ts'
import type { Localized } from '../shared/localized.ts'
import { isUnstated } from './facts.ts'
import { choiceOf, numberOf, setOf, sizeLike, slopeOf, timeOfDay, words } from './sizes.ts'

/** How a robot may call the lift, from nothing to a network service. */
export const liftInterfaces = {
  none: { zh: '没有，须加装', en: 'None, to be fitted' },
  relay: { zh: '继电器或干接点', en: 'Relay or dry contact' },
  network: { zh: '网络接口', en: 'Network interface' },
  vendor: { zh: '电梯厂家平台', en: "The lift maker's platform" },
} as const satisfies Record<string, Localized>
export const liftInterfaceIds = ['none', 'relay', 'network', 'vendor'] as const

export const doorKinds = {
  manual: { zh: '手动', en: 'Manual' },
  automatic: { zh: '自动', en: 'Automatic' },
  access: { zh: '门禁', en: 'Access-controlled' },
} as const satisfies Record<string, Localized>
export const doorKindIds = ['manual', 'automatic', 'access'] as const

/** What a list may hold. */
export const mostRows = 30

const name = text({ max: 60 })

/**
 * Rows that nobody wrote in are no rows, and an empty list is an absent one. A row is named; every other cell of it may
 * stay unknown.
 */
function rowsOf<S extends z.ZodRawShape>(shape: S) {
  const row = z.object({ name, ...shape })
  const read = z.unknown().transform((typed, context): z.output<typeof row> | null => {
    if (typeof typed !== 'object' || typed === null) return refuse(context, 'field.text', typed)
    if (Object.values(typed).every(isUnstated)) return null
    const parsed = row.safeParse(typed)
    if (parsed.success) return parsed.data
    for (const { message, path } of parsed.error.issues)
      context.issues.push({ code: 'custom', message, path: [...path], input: typed })
    return z.NEVER
  })
  return optional(
    listOf(read, { max: mostRows }).transform(rows => {
      const written = rows.filter(each => each !== null)
      return written.length === 0 ? undefined : written
    }),
  )
}

function refuse(context: z.RefinementCtx, message: string, input: unknown): never {
  context.issues.push({ code: 'custom', message, input })
  return z.NEVER
}

/** 现场清单: places of a site one by one, beside the facts that are true of all of it. */
export const siteLists = {
  /** 房间与区域, clean zones among them. */
  rooms: rowsOf({
    level: words(20),
    use: words(60),
    cleanroomClass: choiceOf('cleanroomClass'),
    floor: words(60),
    peopleDensity: choiceOf('peopleDensity'),
    network: setOf('network'),
  }),
  /** Lifts that the robot has to take. */
  lifts: rowsOf({
    doorMm: sizeLike('passageWidthMm'),
    depthMm: sizeLike('passageWidthMm'),
    widthMm: sizeLike('passageWidthMm'),
    loadKg: sizeLike('payloadKg'),
    interface: optional(choice(liftInterfaceIds)),
    remarks: words(200),
  }),
  doors: rowsOf({
    where: words(60),
    widthMm: sizeLike('passageWidthMm'),
    kind: optional(choice(doorKindIds)),
    thresholdMm: numberOf('thresholdMm'),
  }),
  slopes: rowsOf({
    slopeDeg: slopeOf,
    lengthM: optional(decimal({ min: 0.1, max: 10_000 })),
  }),
  /** 班次; one that ends at or before its beginning ends on the next day. */
  shiftTimes: rowsOf({ from: timeOfDay, to: timeOfDay }),
} as const

export type SiteListId = keyof typeof siteLists
export const siteListIds = Object.keys(siteLists) as [SiteListId, ...SiteListId[]]
export type SiteLists = { [K in SiteListId]?: z.output<(typeof siteLists)[K]> }
export type SiteRow<K extends SiteListId> = NonNullable<SiteLists[K]>[number]
