import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { robotCategoryIds, taskIds } from '#domain/ontology/tasks.ts'
import { categoriesFor, type ExpectedFrom, expectedRisk, spacesFor } from '#domain/risk/expected.ts'
import { itemsOf } from '#domain/risk/items.ts'
import { riskPackFor } from '#domain/risk/pack.ts'
import { pilotSpaceIds } from '#domain/risk/risk-item.ts'
import { domainIds } from '#domain/vocabulary.ts'

const delivery: ExpectedFrom = { domain: 'healthcare', tasks: ['hospitalDelivery'] }
const stated = (from: ExpectedFrom, id: string) =>
  expectedRisk(from)?.items.find(each => each.id === id)?.expected

describe('the risks to expect of a scenario', () => {
  it.each<[string, ExpectedFrom, string, 'will' | 'may' | undefined]>([
    ['insurance belongs to every pilot', delivery, 'insurance.liability', 'will'],
    ['health records stay inside, whatever the robot', delivery, 'data.patient', 'will'],
    ['the ethics committee, where people are not known', delivery, 'ethics.committee', 'may'],
    [
      'and among trained staff not at all',
      { ...delivery, peopleDensity: 'staff' },
      'ethics.committee',
      undefined,
    ],
    ['ward or public', { ...delivery, peopleDensity: 'crowded' }, 'ethics.committee', 'may'],
    ['a fence leaves nobody to be asked', { ...delivery, peopleDensity: 'none' }, 'data.impact', undefined],
    [
      'an explosive atmosphere decides by itself',
      { domain: 'energy', tasks: ['plantInspection'], explosionProof: true, peopleDensity: 'crowded' },
      'protocols.explosion',
      'will',
    ],
    [
      'a road where it is said',
      { ...delivery, peopleDensity: 'staff', outdoor: true },
      'insurance.road',
      'may',
    ],
    ['exit terms belong to every pilot', delivery, 'exit.removal', 'will'],
  ])('%s', (_, from, id, wanted) => {
    expect(stated(from, id)).toBe(wanted)
  })

  it('says what is not known instead of taking it for a no', () => {
    expect(expectedRisk(delivery)?.open).toEqual(['people'])
    expect(expectedRisk({ ...delivery, peopleDensity: 'shared' })?.open).toEqual([
      'space',
      'explosive',
      'outdoor',
    ])
    const said = { ...delivery, peopleDensity: 'staff', explosionProof: false, outdoor: false }
    expect(expectedRisk(said)?.open).toEqual([])
    expect(expectedRisk({ tasks: ['hospitalDelivery'] })).toBeNull()
    expect(expectedRisk({ domain: 'healthcare', tasks: [] })).toBeNull()
  })

  it('holds against the pack of every robot and space that are possible', () => {
    const some = fc.record({
      domain: fc.constantFrom(...domainIds),
      tasks: fc.uniqueArray(fc.constantFrom(...taskIds), { minLength: 1, maxLength: 3 }),
      peopleDensity: fc.constantFrom(undefined, 'none', 'staff', 'shared', 'crowded'),
      explosionProof: fc.constantFrom(undefined, true, false),
      outdoor: fc.constantFrom(undefined, true, false),
    })
    fc.assert(
      fc.property(some, fc.nat(), fc.nat(), (from, one, other) => {
        const categories = categoriesFor(from.tasks)
        const spaces = spacesFor(from)
        const category = categories[one % categories.length] ?? robotCategoryIds[0]
        const space = spaces[other % spaces.length] ?? pilotSpaceIds[0]
        const pack = itemsOf(riskPackFor({ ...from, categories: [category], space }))
        const { items } = expectedRisk(from) ?? { items: [] }
        expect(items.map(each => each.id)).toEqual(expect.arrayContaining(pack))
        const certain = items.filter(each => each.expected === 'will').map(each => each.id)
        expect(pack).toEqual(expect.arrayContaining(certain))
      }),
      { numRuns: 60 },
    )
  })
})
