import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { RewardClaim } from '#domain/rewards/claim.ts'
import type { Assessment } from '#domain/rewards/reward.ts'
import { assess } from '#domain/rewards/reward.ts'
import { ruleOf } from '#domain/rewards/rules.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Facts = { [key: string]: Json }

interface Expected {
  verdict: string
  ceilingYuan: number | null
  headroomYuan: number
  outerYuan?: number
  itemsYuan?: (number | null)[]
  year?: number
  conditions?: Record<string, string>
  absent?: string[]
  quote?: [string, string]
  needs?: string[]
  documents?: string[]
}

interface Golden {
  base: Facts
  cases: { name: string; why: string; facts: Facts; expect: Expected }[]
  sequences: {
    name: string
    why: string
    ruleVersion: string
    costsYuan: number[]
    grantedYuan: number
    itemsYuan: number[]
    ceilingsYuan: number[]
    totalYuan: number
  }[]
}

const golden: Golden = JSON.parse(readFileSync(new URL('./rewards.json', import.meta.url), 'utf8'))

const isRecord = (value: Json | undefined): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const sections = ['rdFunding', 'trial', 'pilot']

/** Lays facts over the base, section by section; a list replaces a list, and a null section is left out. */
function laid(base: Facts, over: Facts): Facts {
  const result: Facts = { ...base }
  for (const [key, value] of Object.entries(over)) {
    const below = result[key]
    if (value === null && sections.includes(key)) delete result[key]
    else result[key] = isRecord(value) && isRecord(below) ? laid(below, value) : value
  }
  return result
}

/** `grantedYuan: 300000` as `grantedFen: 30000000`, all the way down. */
function inFen(value: Json): Json {
  if (Array.isArray(value)) return value.map(inFen)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key.endsWith('Yuan') && typeof inner === 'number'
        ? [key.replace('Yuan', 'Fen'), inner * 100]
        : [key, inFen(inner)],
    ),
  )
}

function assessed(over: Facts): Assessment {
  const claim = RewardClaim.parse(inFen(laid(golden.base, over)))
  const rule = ruleOf(claim.ruleVersion)
  if (!rule) throw new Error(`no rule ${claim.ruleVersion}`)
  return assess(claim, rule)
}

const inYuan = (amount: number | null): number | null => (amount === null ? null : amount / 100)

describe('rewards as the policy texts have them', () => {
  it('are at least thirty, each with its reason', () => {
    expect(golden.cases.length).toBeGreaterThanOrEqual(30)
    expect(new Set(golden.cases.map(each => each.name)).size).toBe(golden.cases.length)
    expect(golden.cases.filter(each => each.why.length < 10)).toEqual([])
  })

  it.each(golden.cases)('$name: $why', ({ facts, expect: wanted }) => {
    const found = assessed(facts)
    const value = (id: string) => found.conditions.find(condition => condition.id === id)?.value
    expect({
      verdict: found.verdict,
      ceilingYuan: inYuan(found.ceiling),
      headroomYuan: inYuan(found.headroom),
    }).toEqual({
      verdict: wanted.verdict,
      ceilingYuan: wanted.ceilingYuan,
      headroomYuan: wanted.headroomYuan,
    })
    expect(found.assessed).toBeNull()
    expect(found.assessedBecause).toBe('noRate')
    for (const [id, tri] of Object.entries(wanted.conditions ?? {}))
      expect([id, value(id)]).toEqual([id, tri])
    for (const id of wanted.absent ?? []) expect(value(id)).toBeUndefined()
    if (wanted.quote) {
      const [id, quote] = wanted.quote
      expect(found.conditions.find(condition => condition.id === id)?.quote).toBe(quote)
    }
    if (wanted.outerYuan !== undefined) expect(inYuan(found.outerLimit)).toBe(wanted.outerYuan)
    if (wanted.itemsYuan) expect(found.perItem.map(item => inYuan(item.ceiling))).toEqual(wanted.itemsYuan)
    if (wanted.year) expect(found.firmYear.year).toBe(wanted.year)
    if (wanted.needs) expect(found.needs.map(need => need.settles)).toEqual(wanted.needs)
    if (wanted.documents) expect(found.needs.map(need => need.document)).toEqual(wanted.documents)
  })

  it.each(golden.sequences)('$name: $why', each => {
    let granted = each.grantedYuan
    const results = each.costsYuan.map((cost, index) => {
      const found = assessed({
        ruleVersion: each.ruleVersion,
        firm: { years: [{ year: 2026, grantedYuan: granted, reservedYuan: 0 }] },
        product: { model: `product ${index}` },
        units: [{ serial: `U${index}`, basisYuan: cost }],
      })
      granted += inYuan(found.ceiling) ?? Number.NaN
      return found
    })
    expect(results.flatMap(found => found.perItem.map(item => inYuan(item.ceiling)))).toEqual(each.itemsYuan)
    expect(results.map(found => inYuan(found.ceiling))).toEqual(each.ceilingsYuan)
    expect(granted - each.grantedYuan).toBe(each.totalYuan)
  })
})
