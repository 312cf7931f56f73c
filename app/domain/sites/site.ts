import { z } from 'zod'
import type { Day } from '../shared/dates.ts'
import { calendarDay, choice, optional, text } from '../shared/fields.ts'
import type { Verdict } from '../shared/verdict.ts'
import { no, ok } from '../shared/verdict.ts'
import { districtCodes } from '../vocabulary.ts'
import { SiteFacts } from './facts.ts'
import { liftInterfaceIds, siteLists } from './lists.ts'
import { sizeLike, words } from './sizes.ts'

/** 现场档案: what an organisation has measured at one of its sites, once, for all its scenarios. */
export const SiteProfile = z.object({
  name: text({ min: 2, max: 60 }),
  district: optional(choice(districtCodes)),
  /** 楼宇或区域 */
  building: words(120),
  facts: SiteFacts,
  ...siteLists,
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
