import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Compared, type ComparedFacts, compareProducts } from '#domain/comparing/comparison.ts'
import type { Specs } from '#domain/ontology/requirement.ts'
import { Specs as readSpecs } from '#domain/ontology/requirement.ts'
import { csvCell, csvFile } from '#domain/shared/csv.ts'

const nothing: ComparedFacts = {
  category: null,
  domains: [],
  maturity: null,
  trl: null,
  prices: { purchase: null, rental: null, raas: null },
  forms: [],
  regions: null,
  accepted: 0,
}

function product(specs: Record<string, unknown>, facts: Partial<ComparedFacts> = {}): Compared {
  const stated: Specs = readSpecs.parse(
    Object.fromEntries(Object.entries(specs).map(([id, value]) => [id, { value, grade: 'C' }])),
  )
  return { id: JSON.stringify(specs), specs: stated, facts: { ...nothing, ...facts }, home: null }
}

const rowOf = (products: Compared[], subject: string) =>
  compareProducts(products, null).find(row => row.subject === subject)

describe('what a row of a comparison says', () => {
  test.each([
    ['two figures', { payloadKg: 50 }, { payloadKg: 60 }, 'payloadKg', 'differs'],
    ['one figure in two units', { payloadKg: '0.05 t' }, { payloadKg: '50 kg' }, 'payloadKg', 'same'],
    ['lengths in two units', { passageWidthMm: '0.72 m' }, { passageWidthMm: 720 }, 'passageWidthMm', 'same'],
    [
      'a figure and a span of one point',
      { runtimeHours: 8 },
      { runtimeHours: '8~8' },
      'runtimeHours',
      'same',
    ],
    ['a figure and a span', { runtimeHours: 8 }, { runtimeHours: '6~8' }, 'runtimeHours', 'differs'],
    ['a figure and nothing', { payloadKg: 50 }, {}, 'payloadKg', 'open'],
    ['no and nothing', { elevator: 'false' }, {}, 'elevator', 'open'],
    ['no and yes', { elevator: 'false' }, { elevator: 'true' }, 'elevator', 'differs'],
    ['zero and nothing', { turningRadiusMm: 0 }, {}, 'turningRadiusMm', 'open'],
    ['nothing of what matters', {}, {}, 'payloadKg', 'undisclosed'],
    [
      'a set in two orders',
      { localisation: ['lidar', 'visual'] },
      { localisation: ['visual', 'lidar'] },
      'localisation',
      'same',
    ],
  ])('%s', (_, a, b, subject, standing) => {
    expect(rowOf([product(a), product(b)], subject)?.standing).toBe(standing)
  })

  test('a third that differs decides, whatever is missing beside it', () => {
    expect(
      rowOf([product({ payloadKg: 50 }), product({}), product({ payloadKg: 51 })], 'payloadKg'),
    ).toMatchObject({
      standing: 'differs',
    })
  })

  test('no price named is unknown, and differs from none', () => {
    const priced = product({}, { prices: { ...nothing.prices, purchase: { from: 1_500_000, to: null } } })
    expect(rowOf([priced, product({})], 'price')?.standing).toBe('open')
    expect(rowOf([product({}), product({ payloadKg: 1 })], 'price')?.standing).toBe('undisclosed')
  })
})

test('differences come first, then what cannot be told, what is the same, and what nobody discloses', () => {
  const rows = compareProducts(
    [
      product({ payloadKg: 50, elevator: 'true', noiseDbA: 52 }, { category: 'hospitalDelivery' }),
      product({ payloadKg: 60, elevator: 'true' }, { category: 'hospitalDelivery' }),
    ],
    null,
  )
  const order = ['differs', 'open', 'same', 'undisclosed']
  const places = rows.map(row => order.indexOf(row.standing))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(new Set(places).size).toBe(4)
})

describe('against a scenario, by the constraint of the matcher', () => {
  const need = {
    requirements: [
      { criterion: 'payloadKg', necessity: 'must', value: 50 },
      { criterion: 'passageWidthMm', necessity: 'must', value: 850 },
      { criterion: 'elevator', necessity: 'should', value: true },
    ],
    budgetFen: 40_000_000,
    units: 2,
    region: '北京海淀区',
  } as const
  const answersOf = (compared: Compared, subject: string) =>
    compareProducts([compared], { ...need, requirements: [...need.requirements] }).find(
      row => row.subject === subject,
    )?.answers[0]

  test.each([
    ['met', { payloadKg: 60 }, 'payloadKg', 'T', null],
    ['short by ten', { payloadKg: 40 }, 'payloadKg', 'F', 10],
    ['too wide by fifty', { passageWidthMm: 900 }, 'passageWidthMm', 'F', 50],
    ['not said', {}, 'payloadKg', 'U', null],
    ['said no', { elevator: 'false' }, 'elevator', 'F', null],
    ['not asked', { noiseDbA: 52 }, 'noiseDbA', undefined, undefined],
  ])('%s', (_, specs, subject, state, difference) => {
    const answer = answersOf(product(specs), subject)
    expect(answer?.state).toBe(state)
    expect(answer?.difference).toBe(difference)
  })

  test('the price against the budget per unit; an unnamed price stays unknown', () => {
    const dear = { ...nothing.prices, purchase: { from: 25_000_000, to: null } }
    expect(answersOf(product({}, { prices: dear }), 'price')).toMatchObject({
      state: 'F',
      difference: 5_000_000,
    })
    expect(answersOf(product({}), 'price')?.state).toBe('U')
  })

  test('a need that no product states has a row all the same', () => {
    expect(rowOf([product({})], 'passageWidthMm')).toBeUndefined()
    expect(answersOf(product({}), 'passageWidthMm')?.state).toBe('U')
  })
})

const anyProduct = fc
  .record({
    payloadKg: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    noiseDbA: fc.option(fc.integer({ min: 50, max: 52 }), { nil: undefined }),
    elevator: fc.option(fc.constantFrom('true', 'false'), { nil: undefined }),
    category: fc.constantFrom('hospitalDelivery', 'cobot', 'drone', null),
    trl: fc.option(fc.integer({ min: 6, max: 8 }), { nil: null }),
  })
  .map(({ category, trl, ...specs }) => product(specs, { category, trl }))

test('the order of the products changes neither the rows nor their order', () => {
  const list = fc.array(anyProduct, { minLength: 2, maxLength: 5 })
  const ordered = list.chain(products =>
    fc.tuple(
      fc.constant(products),
      fc.shuffledSubarray(products, { minLength: products.length, maxLength: products.length }),
    ),
  )
  fc.assert(
    fc.property(ordered, ([products, others]) => {
      const told = (each: Compared[]) =>
        compareProducts(each, null).map(row => [row.subject, row.group, row.standing])
      expect(told(others)).toEqual(told(products))
    }),
  )
})

describe('a file for spreadsheets', () => {
  test.each([
    ['50 kg', '50 kg'],
    ['=1+1', "'=1+1"],
    ['-10~45', "'-10~45"],
    ['＝cmd', "'＝cmd"],
    ['  @x', "'  @x"],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['+1\n', '"\'+1\n"'],
  ])('%j', (text, cell) => {
    expect(csvCell(text)).toBe(cell)
  })

  test('begins with the mark that lets Chinese be read', () => {
    expect(csvFile([['参数', '甲']])).toBe('\ufeff参数,甲\r\n')
  })
})
