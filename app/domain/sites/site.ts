import { z } from 'zod'
import { readValue, saysUnknown } from '../ontology/values.ts'
import type { Day } from '../shared/dates.ts'
import { calendarDay, choice, optional, text } from '../shared/fields.ts'
import type { Localized } from '../shared/localized.ts'
import type { Verdict } from '../shared/verdict.ts'
import { no, ok } from '../shared/verdict.ts'
import { districtCodes } from '../vocabulary.ts'
import { SiteFacts } from './facts.ts'

/** How a robot may call the lift, from nothing to a network service. */
export const liftInterfaces = {
  none: { zh: '没有，须加装', en: 'None, to be fitted' },
  relay: { zh: '继电器或干接点', en: 'Relay or dry contact' },
  network: { zh: '网络接口', en: 'Network interface' },
  vendor: { zh: '电梯厂家平台', en: "The lift maker's platform" },
} as const satisfies Record<string, Localized>
export const liftInterfaceIds = ['none', 'relay', 'network', 'vendor'] as const

/** A size that is no criterion of its own, read like the criterion of its kind: `0.9 m`, `900`, `1.6 t`. */
function sizeLike(criterion: 'passageWidthMm' | 'payloadKg') {
  return optional(
    z.unknown().transform((typed, context): number | undefined => {
      if (typed === undefined || saysUnknown(typed)) return undefined
      const read = readValue(criterion, typed, 'need')
      if (read.ok && typeof read.value === 'number') return read.value
      context.issues.push({
        code: 'custom',
        message: read.ok ? 'field.number' : read.message,
        input: typed,
      })
      return z.NEVER
    }),
  )
}

const words = (max: number) => optional(text({ max }))

/** 现场档案: what an organisation has measured at one of its sites, once, for all its scenarios. */
export const SiteProfile = z.object({
  name: text({ min: 2, max: 60 }),
  district: optional(choice(districtCodes)),
  /** 楼宇或区域 */
  building: words(120),
  facts: SiteFacts,
  liftDoorMm: sizeLike('passageWidthMm'),
  liftDepthMm: sizeLike('passageWidthMm'),
  liftLoadKg: sizeLike('payloadKg'),
  liftInterface: optional(choice(liftInterfaceIds)),
  /** 地面材质 */
  floor: words(200),
  /** 运行班次 */
  shifts: words(200),
  /** 充电位置 */
  charging: words(200),
  /** 要对接的信息系统 */
  systems: words(200),
  remarks: words(600),
  /** 测量的单位或岗位; not a person's name. */
  measuredBy: words(60),
  measuredOn: optional(calendarDay()),
})
export type SiteProfile = z.infer<typeof SiteProfile>

/** Nothing is measured in the future. */
export function isMeasuredBy(site: SiteProfile, today: Day): Verdict {
  const { measuredOn } = site
  return measuredOn !== undefined && measuredOn > today
    ? no('site.measuredLater', undefined, 'measuredOn')
    : ok
}
