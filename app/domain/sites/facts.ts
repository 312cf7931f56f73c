import { z } from 'zod'
import type { CriterionId, CriterionValue } from '../ontology/criteria.ts'
import { criterionOf } from '../ontology/criteria.ts'
import { parseQuantity } from '../ontology/units.ts'
import { formatValue, type Read, readValue, saysUnknown } from '../ontology/values.ts'
import type { Locale, Localized } from '../shared/localized.ts'

interface SiteFact {
  /** What is measured on site, where the criterion names what the robot can do. */
  label: Localized
  /** Measured, there may be none of it: a threshold of 0 is known, and not the same as an unknown one. */
  mayBeNone?: true
  /** For a fact that is a yes or a no: how either is said. */
  says?: { yes: Localized; no: Localized }
}

const there = { yes: { zh: '有', en: 'Yes' }, no: { zh: '没有', en: 'No' } }

/**
 * The measured facts of a site, under the ids of the criteria they decide: one vocabulary for what a site is, what a
 * scenario asks for and what a product states.
 */
export const siteFacts = {
  passageWidthMm: { label: { zh: '最窄门净宽', en: 'Narrowest clear door' } },
  heightMm: { label: { zh: '最低净高', en: 'Lowest clear height' } },
  aisleWidthMm: { label: { zh: '最窄通道宽', en: 'Narrowest aisle' } },
  slopeDeg: { label: { zh: '最陡坡度', en: 'Steepest slope' }, mayBeNone: true },
  thresholdMm: { label: { zh: '最高门槛', en: 'Highest threshold' }, mayBeNone: true },
  gapMm: { label: { zh: '最宽地缝', en: 'Widest floor gap' }, mayBeNone: true },
  stairs: { label: { zh: '须走楼梯', en: 'Stairs on the way' }, says: there },
  automaticDoor: { label: { zh: '自动门与门禁', en: 'Automatic doors and access control' }, says: there },
  elevator: { label: { zh: '须乘电梯', en: 'Lifts on the way' }, says: there },
  network: { label: { zh: '可用网络', en: 'Networks on site' } },
  temperatureC: { label: { zh: '环境温度', en: 'Temperature' } },
  humidityPct: { label: { zh: '环境湿度', en: 'Humidity' } },
  ipCode: { label: { zh: '粉尘与溅水要求', en: 'Dust and water' } },
  noiseDbA: { label: { zh: '噪声上限', en: 'Noise limit' } },
  cleanroomClass: { label: { zh: '洁净等级', en: 'Clean class' } },
  explosionProof: { label: { zh: '爆炸危险区域', en: 'Explosive atmosphere' }, says: there },
  outdoor: { label: { zh: '室外路段', en: 'Outdoor stretch' }, says: there },
  peopleDensity: { label: { zh: '现场人流', en: 'People around' } },
} as const satisfies Partial<Record<CriterionId, SiteFact>>

export type SiteFactId = keyof typeof siteFacts
export const siteFactIds = Object.keys(siteFacts) as [SiteFactId, ...SiteFactId[]]

export function siteFactOf(id: SiteFactId): SiteFact {
  return siteFacts[id]
}

/** What was measured; a fact that is absent is 待确认, never zero and never "no". */
export type SiteFacts = Partial<Record<SiteFactId, CriterionValue>>

/** Reads one fact: a size is one number in any unit of its kind, a yes-or-no fact may be a no. */
export function readFact(id: SiteFactId, typed: unknown): Read {
  if (siteFactOf(id).mayBeNone && isNone(id, typed)) return { ok: true, value: 0 }
  return readValue(id, typed, criterionOf(id).kind === 'boolean' ? 'have' : 'need')
}

const isNone = (id: SiteFactId, typed: unknown) =>
  typed === 0 || (typeof typed === 'string' && parseQuantity(criterionOf(id).unit, typed) === 0)

/** Facts keyed by criterion; a blank control or a word for not knowing leaves the fact out. */
export const SiteFacts = z.preprocess(
  value => value ?? {},
  z.record(z.string(), z.unknown()).transform((entries, context): SiteFacts => {
    const facts: SiteFacts = {}
    for (const [key, typed] of Object.entries(entries)) {
      if (isUnstated(typed)) continue
      const id = siteFactIds.find(each => each === key)
      const read = id === undefined ? { ok: false as const, message: 'field.choice' } : readFact(id, typed)
      if (!read.ok) context.issues.push({ code: 'custom', message: read.message, path: [key], input: typed })
      else if (id !== undefined) facts[id] = read.value
    }
    return facts
  }),
)

/** A blank control, or a word for not knowing. */
export function isUnstated(typed: unknown): boolean {
  if (typed === undefined || typed === null || saysUnknown(typed)) return true
  if (Array.isArray(typed)) return typed.every(part => part === '')
  return typeof typed === 'string' && typed.trim() === ''
}

/** `900 mm`, `有`, `Wi-Fi、5G`: how a fact is written. */
export function writeFact(id: SiteFactId, value: CriterionValue, locale: Locale): string {
  const { says } = siteFactOf(id)
  if (typeof value === 'boolean' && says) return (value ? says.yes : says.no)[locale]
  return formatValue(id, value, locale)
}
