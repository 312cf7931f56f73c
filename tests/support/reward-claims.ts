import { RewardClaim } from '#domain/rewards/claim.ts'
import type { RewardRule } from '#domain/rewards/rule.ts'
import { rewardRules } from '#domain/rewards/rules.ts'

/** A claim that meets every condition of every rule, as an import writes it. */
export const eligibleEntry = {
  decidedAt: '2026-11-24T09:30:00+08:00',
  firm: {
    uscc: '91110302562134916R',
    name: '北京示例机器人有限公司',
    registeredInBeijing: true,
    creditClean: true,
    otherDirectionThisYear: false,
  },
  product: { model: 'H2', ownInnovation: true, stage: 'engineeringPrototype', fitsProductSystem: true },
  rdFunding: { answer: 'none' },
  trial: { regionCode: '110106', first: true, typicalScenario: true },
  pilot: { accepted: true },
  units: [{ serial: 'A', basisFen: 60_000_000 }],
}

export const claimWith = (over: object): RewardClaim => RewardClaim.parse({ ...eligibleEntry, ...over })

function ruleNamed(id: string): RewardRule {
  const rule = rewardRules.find(each => each.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule
}

export const seed = ruleNamed('m09')
export const guide2026 = ruleNamed('gjj-2026-1-4')
/** A rule no text gives yet: the guide of 2026 with a confirmed rate, to hold the computing path. */
export const withRate: RewardRule = { ...guide2026, id: 'test', version: 'test', rate: 5_000 }
