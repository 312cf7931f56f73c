import { describe, expect, test } from 'vitest'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { matchProducts } from '#domain/matching/rank.ts'
import type { CriterionId } from '#domain/ontology/criteria.ts'
import { product, scenario, scoreOf, withSpecs, world } from '#tests/support/matching.ts'

describe('reasons', () => {
  const drop: Record<string, (p: MatchProduct) => MatchProduct> = {
    tasks: p => ({ ...p, tasks: [] }),
    category: p => ({ ...p, category: null }),
    domains: p => ({ ...p, domains: [] }),
    text: p => ({ ...p, text: '' }),
    price: p => ({ ...p, priceFromFen: null, priceToFen: null }),
    rental: p => ({ ...p, rentalFromFen: null, rentalToFen: null }),
    maturity: p => ({ ...p, maturity: null }),
    regions: p => ({ ...p, regions: null }),
    home: p => ({ ...p, home: null }),
  }
  const dropHave = (p: MatchProduct, field: string): MatchProduct => {
    const known = drop[field]
    if (known) return known(p)
    const { [field.replace('specs.', '') as CriterionId]: _, ...rest } = p.specs
    return { ...p, specs: rest }
  }
  const dropNeed = (s: MatchScenario, field: string): MatchScenario => {
    const [name, index] = field.split('.')
    if (name === 'requirements')
      return { ...s, requirements: s.requirements.filter((_, i) => i !== Number(index)) }
    const empty = {
      tasks: { tasks: [] },
      domain: { domain: null },
      text: { text: '' },
      budgetFen: { budgetFen: null },
      acceptsUnfinalised: { acceptsUnfinalised: null },
      region: { region: null },
    }
    return { ...s, ...empty[name as keyof typeof empty] }
  }
  /** Each scenario asks one thing, so that every kind of reason reaches the top three at least once. */
  const bare: MatchScenario = {
    ...scenario,
    domain: null,
    tasks: [],
    text: '',
    requirements: [],
    budgetFen: null,
    acceptsUnfinalised: null,
    region: null,
  }
  const { title: _title, id: _id, units: _units, ...parts } = scenario
  const cases: MatchScenario[] = [
    scenario,
    ...Object.entries(parts).map(([field, value]) => ({ ...bare, [field]: value })),
    { ...bare, tasks: [{ task: 'roomDelivery', weight: 1 }] },
    { ...bare, budgetFen: scenario.budgetFen, commercialForm: 'rental', termMonths: 12 },
  ]
  const local: MatchProduct = { ...product, regions: null, home: '北京' }
  const finalised: MatchProduct = { ...product, maturity: 'finalised' }
  const rented: MatchProduct = { ...product, rentalFromFen: 900_000, rentalToFen: 1_100_000 }

  test.each([product, local, finalised, rented])(
    'deleting a cited field takes the reason away and changes the score',
    candidate => {
      const seen = new Set<string>()
      for (const asked of cases) {
        const full = matchProducts(world, asked, [candidate]).main[0]
        for (const reason of full?.reasons ?? []) {
          seen.add(reason.key)
          const cut = matchProducts(world, asked, [dropHave(candidate, reason.haveField)]).main[0]
          expect(cut?.score).not.toBe(full?.score)
          expect(cut?.reasons).not.toContainEqual(reason)
          const unasked = matchProducts(world, dropNeed(asked, reason.needField), [candidate]).main[0]
          expect(unasked?.score).not.toBe(full?.score)
          expect(unasked?.reasons).not.toContainEqual(reason)
        }
      }
      expect([...seen].sort()).toEqual(
        [
          'budget',
          ...(candidate === rented ? ['budgetMonthly'] : []),
          'category',
          'domain',
          'measured',
          'met',
          'region',
          'surplus',
          'task',
          'taskKin',
          'text',
          candidate.maturity === 'finalised' ? 'maturity' : 'unfinalisedWelcome',
        ]
          .sort()
          .map(name => `match.reason.${name}`),
      )
    },
  )

  test('evidence shows: measured in a pilot is a reason of its own, only declared is a risk', () => {
    const declared = withSpecs({ payloadKg: { value: 150, grade: 'C' } })
    const asked = { ...scenario, requirements: scenario.requirements.slice(0, 1) }
    const match = matchProducts(world, asked, [declared]).main[0]
    expect(match?.risks.map(risk => risk.key)).toContain('match.risk.declaredOnly')
  })

  test('six times the payload is pointed out, and costs no points', () => {
    const asked = { ...scenario, requirements: scenario.requirements.slice(0, 1) }
    const huge = withSpecs({ payloadKg: { value: 600, grade: 'B' } })
    expect(matchProducts(world, asked, [huge]).main[0]?.risks[0]).toMatchObject({
      key: 'match.risk.oversized',
      params: { ratio: 6 },
    })
    expect(scoreOf(asked, huge)).toBeGreaterThanOrEqual(scoreOf(asked, product))
  })

  test('a price above the budget says how many times the budget it is', () => {
    const dear = { ...product, priceFromFen: 45_000_000, priceToFen: null }
    const asked = { ...scenario, requirements: [] }
    expect(matchProducts(world, asked, [dear]).main[0]?.risks[0]).toMatchObject({
      key: 'match.risk.overBudget',
      params: { ratio: 1.5 },
    })
  })
})
