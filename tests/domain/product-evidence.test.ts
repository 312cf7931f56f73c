import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Spec } from '#domain/ontology/requirement.ts'
import { believedSpecs, measuredIn, proofGaps } from '#domain/products/evidence.ts'
import { specChanges } from '#domain/products/version-changes.ts'
import { day } from '#domain/shared/dates.ts'
import { evidenceGradeIds } from '#domain/vocabulary.ts'

const today = day('2026-06-01')
const measured = [
  { pilot: 'SD-2026-0001', metric: '准时送达率' },
  { pilot: 'SD-2026-0001', metric: '人工介入' },
]
const gaps = (spec: Omit<Spec, 'value'>) =>
  proofGaps({ payloadKg: { value: 60, ...spec } }, { today, measured }).map(each =>
    each.field.split('.').at(-1),
  )

describe('what a grade owes at submission', () => {
  const proof = { source: '报告 12', sourceDay: today, body: '示例检测中心' }
  test.each<[Omit<Spec, 'value'>, string[]]>([
    [{ grade: 'C' }, []],
    [{ grade: 'D' }, []],
    [{ grade: 'B' }, ['source', 'sourceDay', 'body']],
    [{ grade: 'B', source: '报告 12' }, ['sourceDay', 'body']],
    [{ grade: 'B', ...proof }, []],
    [{ grade: 'B', ...proof, sourceDay: day('2026-06-02') }, ['sourceDay']],
    [{ grade: 'C', sourceDay: day('2026-06-02') }, ['sourceDay']],
    [{ grade: 'A' }, ['pilot']],
    [{ grade: 'A', pilot: 'SD-2026-0002', metric: '准时送达率' }, ['pilot']],
    [{ grade: 'A', pilot: 'SD-2026-0001' }, ['metric']],
    [{ grade: 'A', pilot: 'SD-2026-0001', metric: '没测过的' }, ['metric']],
    [{ grade: 'A', pilot: 'SD-2026-0001', metric: '人工介入' }, []],
  ])('%j lacks %j', (spec, lacks) => {
    expect(gaps(spec)).toEqual(lacks)
  })
})

const anySpec = fc.record(
  {
    value: fc.integer({ min: 1, max: 500 }),
    grade: fc.constantFrom(...evidenceGradeIds),
    pilot: fc.constantFrom('SD-2026-0001', 'SD-2026-0002'),
    metric: fc.constantFrom('准时送达率', '人工介入'),
  },
  { requiredKeys: ['value', 'grade'] },
)
const anySpecs = fc.dictionary(fc.constantFrom('payloadKg', 'noiseDbA', 'runtimeHours'), anySpec)

describe('what may be believed', () => {
  it('is never 试点实测 without its pilot and metric, says the same values, and names no pilot', () => {
    fc.assert(
      fc.property(anySpecs, specs => {
        const seen = believedSpecs(specs)
        expect(Object.keys(seen)).toEqual(Object.keys(specs))
        for (const [key, spec] of Object.entries(specs)) {
          const linked = spec.pilot !== undefined && spec.metric !== undefined
          const shown = seen[key as 'payloadKg']
          expect(shown?.value).toBe(spec.value)
          expect(shown?.grade).toBe(spec.grade === 'A' && !linked ? 'C' : spec.grade)
        }
        expect(JSON.stringify(seen)).not.toMatch(/SD-2026|pilot|metric/)
      }),
    )
  })

  it('counts each pilot once', () => {
    const spec = { value: 1, grade: 'A' as const, metric: '人工介入' }
    const one = { ...spec, pilot: 'SD-2026-0001' }
    expect(
      measuredIn({
        payloadKg: one,
        noiseDbA: one,
        reachMm: { ...spec, pilot: 'SD-2026-0002' },
        massKg: spec,
      }),
    ).toEqual(['SD-2026-0001', 'SD-2026-0002'])
  })
})

describe('what two versions state differently', () => {
  it('mirrors itself when the versions change places, and is nothing between equals', () => {
    const mirrored = { added: 'removed', removed: 'added', changed: 'changed' } as const
    const turned = { up: 'down', down: 'up' } as const
    fc.assert(
      fc.property(anySpecs, anySpecs, (one, other) => {
        expect(specChanges(one, one)).toEqual([])
        expect(specChanges(other, one)).toEqual(
          specChanges(one, other).map(each => ({
            ...each,
            kind: mirrored[each.kind],
            before: each.after,
            after: each.before,
            grade: each.grade && turned[each.grade],
          })),
        )
      }),
    )
  })
})
