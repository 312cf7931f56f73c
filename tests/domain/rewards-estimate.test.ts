import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documents } from '#domain/rewards/documents.ts'
import { estimate, estimateRequestSchema } from '#domain/rewards/estimate.ts'
import { EstimateResponse } from '#domain/rewards/estimate-shape.ts'
import { evidences, facts, factText } from '#domain/rewards/words.ts'

const entry = {
  id: 'one',
  decidedAt: '2026-11-24T09:30',
  firm: { uscc: '91110302562134916r', name: '示例' },
  product: { model: 'H2' },
  units: [{ serial: 'A' }],
}

const invalidOf = (over: object) =>
  estimate([{ ...entry, ...over }]).invalid.map(each => [each.path, each.reason])

describe('estimate', () => {
  it('takes the least a claim can say, and leaves open what it does not', () => {
    const { results, invalid } = estimate([entry])
    expect(invalid).toEqual([])
    expect(results[0]).toMatchObject({ index: 0, id: 'one', verdict: 'undetermined', assessed: null })
    expect(results[0]?.summary.zh).toBe('不能判定；上限 500,000 元；年度余额 2,000,000 元；核定金额 不给出')
    expect(results[0]?.summary.en).toContain('assessed amount not given')
  })

  it('answers in the shape it publishes, through JSON', () => {
    const answer: unknown = JSON.parse(
      JSON.stringify(estimate([entry, { ...entry, ruleVersion: 'gjj-2026-1-4@2026-02-14' }, 7])),
    )
    expect(EstimateResponse.parse(answer)).toEqual(answer)
  })

  it.each<[string, object, string, string]>([
    ['a missing part', { product: undefined }, 'product', 'field.required'],
    [
      'a wrong code',
      { firm: { uscc: '91110302562134916X', name: 'n' } },
      'firm.uscc',
      'uscc.checkDigit|expected=R',
    ],
    ['an unknown rule', { ruleVersion: 'press-2026-01-23' }, 'ruleVersion', 'reward.unknownRule'],
    ['no such moment', { decidedAt: '2026-02-30T09:00' }, 'decidedAt', 'field.moment'],
    ['no such place', { trial: { regionCode: '990000' } }, 'trial.regionCode', 'field.region'],
    ['a negative cost', { units: [{ serial: 'A', basisFen: -1 }] }, 'units.0.basisFen', 'field.fen'],
    ['half a fen', { units: [{ serial: 'A', basisFen: 0.5 }] }, 'units.0.basisFen', 'field.fen'],
    ['an absurd cost', { units: [{ serial: 'A', basisFen: 1e15 }] }, 'units.0.basisFen', 'field.fen'],
    ['no units', { units: [] }, 'units', 'field.tooFew|min=1'],
    ['an empty serial', { units: [{ serial: '　' }] }, 'units.0.serial', 'field.required'],
    [
      'one unit twice',
      { units: [{ serial: 'sl-1' }, { serial: 'ＳＬ－１' }] },
      'units.1.serial',
      'reward.duplicateSerial',
    ],
    ['a mistyped field', { rdfunding: {} }, 'rdfunding', 'field.unknownKey'],
    [
      'levels of no money',
      { rdFunding: { answer: 'none', levels: ['national'] } },
      'rdFunding.levels',
      'reward.levelsWithoutFunding',
    ],
    ['a yes in words', { pilot: { accepted: 'yes' } }, 'pilot.accepted', 'field.type|expected=boolean'],
  ])('names %s', (_, over, path, reason) => {
    expect(invalidOf(over)).toEqual([[path, reason]])
  })

  it('names a year that is there twice', () => {
    const row = { year: 2026, grantedFen: 0, reservedFen: 0 }
    const { invalid } = estimate([{ ...entry, firm: { ...entry.firm, years: [row, row] } }])
    expect(invalid).toEqual([{ index: 0, path: 'firm.years.1.year', reason: 'reward.duplicateYear' }])
  })

  it('keeps the readable ones beside the unreadable', () => {
    const { results, invalid } = estimate([null, entry, 'x'])
    expect(results.map(each => each.index)).toEqual([1])
    expect(invalid.map(each => each.index)).toEqual([0, 2])
  })

  it('answers anything', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const { results, invalid } = estimate(value)
        expect(results).toEqual([])
        expect(invalid.length > 0).toBe(!Array.isArray(value) || value.length > 0)
      }),
    )
  })

  it('describes its input as JSON Schema', () => {
    expect(estimateRequestSchema()).toMatchObject({
      type: 'array',
      items: {
        type: 'object',
        required: ['decidedAt', 'firm', 'product', 'units'],
        additionalProperties: false,
      },
    })
  })
})

describe('words', () => {
  it('fill every place of every fact in both languages', () => {
    const params = {
      day: '2026-01-01',
      from: '2026-01-01',
      to: null,
      levels: 'national,unspecified',
      code: '110106',
    }
    for (const fact of Object.keys(facts)) {
      if (!isFact(fact)) throw new Error(fact)
      for (const locale of ['zh', 'en'] as const)
        expect(factText({ fact, params }, locale)).not.toMatch(/[{}]|undefined/)
    }
  })

  it('name the place and the level', () => {
    const said = (fact: keyof typeof facts, params: Record<string, string>, locale: 'zh' | 'en') =>
      factText({ fact, params }, locale)
    expect(said('region.inside', { code: '110106' }, 'zh')).toBe('首次试用地：北京市丰台区（110106）')
    expect(said('region.outside', { code: '310115' }, 'en')).toContain('Shanghai (310115)')
    expect(said('region.outside', { code: 'abroad' }, 'zh')).toContain('境外')
    expect(said('rdFunding.levelOpen', { levels: 'national,district' }, 'zh')).toContain('（国家级、区级）')
  })

  it('exist in both languages for every document and kind of evidence', () => {
    const texts = [
      ...Object.values(documents).flatMap(each => [each.title, each.issuer, each.outcome]),
      ...Object.values(evidences),
    ]
    for (const text of texts) expect([text.zh, text.en].every(each => each.length > 1)).toBe(true)
  })
})

const isFact = (text: string): text is keyof typeof facts => Object.hasOwn(facts, text)

describe('npm run reward', { timeout: 60_000 }, () => {
  const run = (args: string[], input: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/reward.ts', ...args], {
      input,
      encoding: 'utf8',
    })

  it('assesses what it can read, names the invalid entries and exits 2', () => {
    const { status, stdout } = run(['-'], `\ufeff${JSON.stringify([entry, {}])}`)
    expect(status).toBe(2)
    expect(EstimateResponse.parse(JSON.parse(stdout))).toMatchObject({ results: [{ index: 0 }] })
  })

  it('refuses what is not JSON in one sentence', () => {
    const { status, stdout, stderr } = run(['-'], '{')
    expect([status, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1])
    expect(stderr).toContain('not JSON')
  })
})
