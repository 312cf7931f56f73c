import { describe, expect, test } from 'vitest'
import { type ComparedFacts, compareProducts } from '#domain/comparing/comparison.ts'
import { isSum } from '#domain/imports/column.ts'
import { judgeRow } from '#domain/imports/judge.ts'
import { columnOf } from '#domain/imports/place.ts'
import { readRecord, recordOf } from '#domain/imports/records.ts'
import { cellsOf } from '#domain/imports/write.ts'
import { fromProduct, fromScenario } from '#domain/matching/adapters.ts'
import { openCalls } from '#domain/matching/calls.ts'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { importProducts, importScenarios } from '#domain/matching/import.ts'
import { openMarket } from '#domain/matching/market.ts'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import { judgeBudget } from '#domain/matching/price.ts'
import { matchProducts, matchScenarios } from '#domain/matching/rank.ts'
import { matchPair } from '#domain/matching/score.ts'
import { verdictChange } from '#domain/matching/verdict-change.ts'
import { worldOf } from '#domain/matching/world.ts'
import { isOffered, type PriceField } from '#domain/products/prices.ts'
import { Product, ProductDraft } from '#domain/products/product.ts'
import { askedByBidders, completenessOf } from '#domain/scenarios/completeness.ts'
import { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import { termOf } from '#domain/scenarios/term.ts'
import { type CommercialForm, commercialFormIds } from '#domain/vocabulary.ts'
import { card, product, scenario } from '#tests/support/matching.ts'
import { productInput } from '#tests/support/products.ts'

const yuan = (sum: number) => sum * 100
type Input = Record<string, unknown>

/** The fields that are wrong, each with why. */
const wrongIn = (schema: typeof Product | typeof ProductDraft, input: Input) => {
  const read = schema.safeParse(input)
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
}

describe('the bands of a product', () => {
  const whole = (prices: Input) =>
    productInput({ priceFromFen: undefined, priceToFen: undefined, commercialForms: [], ...prices })

  test.each<[string, Input, string[]]>([
    ['rent typed in 元', { rentalFromFen: '3,500', rentalToFen: '4200.5', commercialForms: ['rental'] }, []],
    ['one end alone', { raasFromFen: '9000', commercialForms: ['raas'] }, []],
    ['a form offered, its price not said', { commercialForms: ['rental', 'raas'] }, []],
    ['no form named, a price to buy at', { priceFromFen: '15' }, []],
    [
      'the ends the wrong way round',
      {
        rentalFromFen: '4200',
        rentalToFen: '3500',
        raasFromFen: '2',
        raasToFen: '1',
        commercialForms: ['rental', 'raas'],
      },
      ['rentalToFen product.priceOrder', 'raasToFen product.priceOrder'],
    ],
    [
      'rent of a firm that only sells',
      { rentalFromFen: '3500', rentalToFen: '4200', commercialForms: ['purchase'] },
      ['rentalFromFen product.notOffered.rental', 'rentalToFen product.notOffered.rental'],
    ],
    ['a fee of no form at all', { raasToFen: '9000' }, ['raasToFen product.notOffered.raas']],
    [
      'parts of a fen',
      { rentalFromFen: '3500.005', commercialForms: ['rental'] },
      ['rentalFromFen field.money'],
    ],
    ['nothing at all', { rentalFromFen: '0', commercialForms: ['rental'] }, ['rentalFromFen field.money']],
    ['less than nothing', { raasFromFen: '-1', commercialForms: ['raas'] }, ['raasFromFen field.money']],
    [
      'more than any robot is let for',
      { raasToFen: '2000万', commercialForms: ['raas'] },
      ['raasToFen field.tooMuch|max=1000'],
    ],
  ])('%s', (_, prices, wrong) => {
    expect(wrongIn(Product, whole(prices))).toEqual(wrong)
    expect(wrongIn(ProductDraft, whole(prices))).toEqual(wrong)
  })

  test('a firm that only lets names no price to buy at; a draft of before may still say one', () => {
    const before = whole({ priceFromFen: '15', commercialForms: ['rental'] })
    expect(wrongIn(Product, before)).toEqual(['priceFromFen product.notOffered.purchase'])
    expect(wrongIn(ProductDraft, before)).toEqual([])
  })

  test('what is stored reads as itself, and what is not said is absent', () => {
    const read = Product.parse(whole({ rentalFromFen: '3500', commercialForms: ['rental'] }))
    expect(read).toMatchObject({ rentalFromFen: yuan(3500) })
    expect(Product.parse(JSON.parse(JSON.stringify(read)))).toEqual(read)
    expect(
      Object.keys(JSON.parse(JSON.stringify(read))).filter(key => /(To|raas\w+|price\w+)Fen$/.test(key)),
    ).toEqual([])
  })

  test.each<[CommercialForm[], Partial<Record<PriceField, number>>, (boolean | null)[]]>([
    [[], {}, [null, null, null]],
    [[], { rentalToFen: 1 }, [null, true, null]],
    [['trialThenBuy'], {}, [true, false, false]],
    [['rental', 'raas'], {}, [false, true, true]],
  ])('offered under %s with %s: %s', (commercialForms, prices, offered) => {
    const bases = ['purchase', 'rental', 'raas'] as const
    expect(bases.map(basis => isOffered({ commercialForms, ...prices }, basis))).toEqual(offered)
  })
})

/** 120,000 元 for two robots: 60,000 each, 5,000 a month over twelve. */
const asked = { budgetFen: yuan(120_000), units: 2, commercialForm: null, termMonths: null }
const priced = {
  priceFromFen: yuan(40_000),
  priceToFen: yuan(60_000),
  rentalFromFen: yuan(4000),
  rentalToFen: yuan(6000),
  raasFromFen: yuan(7000),
  raasToFen: yuan(9000),
}

describe('a budget against the price of the form that is asked for', () => {
  test.each<[CommercialForm | null, number | null, string, number | null, number | null]>([
    [null, null, 'T', 60_000, 50_000],
    ['purchase', null, 'T', 60_000, 50_000],
    ['purchase', 12, 'T', 60_000, 50_000],
    ['trialThenBuy', null, 'T', 60_000, 50_000],
    ['rental', 12, 'T', 5000, 5000],
    ['rental', 13, 'F', 60_000 / 13, 5000],
    ['rental', null, 'U', null, 5000],
    ['raas', 12, 'F', 5000, 8000],
    ['raas', 6, 'T', 10_000, 8000],
    ['raas', null, 'U', null, 8000],
    ['rental', 0, 'U', null, 5000],
    ['rental', Number.NaN, 'U', null, 5000],
  ])('%s over %s months: %s', (commercialForm, termMonths, state, need, have) => {
    const judged = judgeBudget({ ...asked, commercialForm, termMonths }, priced)
    expect(judged?.state).toBe(state)
    expect(judged?.need === null ? null : (judged?.need ?? 0) / 100).toBe(need)
    expect(judged?.have === null ? null : (judged?.have ?? 0) / 100).toBe(have)
  })

  test.each(commercialFormIds)('%s: no price of its own is unknown, whatever other forms cost', form => {
    const names = { purchase: 'price', trialThenBuy: 'price', rental: 'rental', raas: 'raas' }
    const others = Object.entries(priced).filter(([name]) => !name.startsWith(names[form]))
    const judged = judgeBudget({ ...asked, commercialForm: form, termMonths: 12 }, Object.fromEntries(others))
    expect(judged).toMatchObject({ state: 'U', have: null, ratio: null })
    expect(judgeBudget({ ...asked, budgetFen: null, commercialForm: form }, priced)).toBeNull()
  })

  test('what is kept of before these fields is read as it was', () => {
    const { commercialForm: _, termMonths: __, ...old } = asked
    expect(judgeBudget(old, { priceFromFen: yuan(50_000), priceToFen: null })).toMatchObject({
      basis: 'purchase',
      state: 'T',
    })
  })

  test('drafts reach the matcher with their form, term and bands', () => {
    const said = ScenarioDraft.parse({
      budgetFen: '12',
      units: '2',
      commercialForm: 'raas',
      termMonths: '12',
    })
    const { budgetFen, units, commercialForm, termMonths } = fromScenario('s', said as never)
    expect({ budgetFen, units, commercialForm, termMonths }).toEqual({
      ...asked,
      commercialForm: 'raas',
      termMonths: 12,
    })
    expect(fromProduct('p', { raasFromFen: yuan(9000) as never })).toMatchObject({
      ...{ priceFromFen: null, rentalFromFen: null, rentalToFen: null },
      ...{ raasFromFen: yuan(9000), raasToFen: null },
    })
  })
})

/** Every form with and without a term and a budget, against every choice of stated bands: each case by name, none drawn. */
const calls: MatchScenario[] = [null, ...commercialFormIds].flatMap(commercialForm =>
  [null, 12].flatMap(termMonths =>
    [null, yuan(120_000)].map(budgetFen => ({
      ...scenario,
      ...{ commercialForm, termMonths, budgetFen },
      id: `s-${commercialForm}-${termMonths}-${budgetFen}`,
    })),
  ),
)
const bands: Partial<MatchProduct>[] = [
  { priceFromFen: null, priceToFen: null },
  { priceFromFen: yuan(90_000), priceToFen: null },
  { priceFromFen: null, priceToFen: null, rentalFromFen: yuan(4000), rentalToFen: yuan(4500) },
  { priceFromFen: null, priceToFen: null, raasToFen: yuan(6000) },
  priced,
]
const shelf: MatchProduct[] = bands.map((prices, at) => ({ ...product, ...prices, id: `p${at}` }))
const all = { main: 100, near: 100, rest: 100 }

describe('the scan says what the judge says', () => {
  const world = worldOf({ scenarios: calls, products: shelf }, ontologyConcepts)

  test('of every form, with and without a term, a budget and a price', () => {
    const market = openMarket()
    const open = openCalls()
    for (const each of shelf) market.put(each, card)
    for (const each of calls) open.put(each, card)
    for (const call of calls) {
      const { main } = matchProducts(world, call, shelf, 100)
      const scanned = market.scan(world, call, all).main
      expect(scanned.map(each => each.id)).toEqual(main.map(each => each.productId))
      for (const [at, hit] of scanned.entries())
        for (const part of ['score', 'demand', 'supply'] as const)
          expect(hit[part]).toBeCloseTo(main[at]?.[part] ?? -1, 11)
    }
    for (const offer of shelf) {
      const { main } = matchScenarios(world, offer, calls, 100)
      const scanned = open.scan(world, offer, all).main
      expect(scanned.map(each => each.id)).toEqual(main.map(each => each.scenarioId))
      for (const [at, hit] of scanned.entries()) expect(hit.score).toBeCloseTo(main[at]?.score ?? -1, 11)
    }
  })

  test('a price that changes, and a shelf that grows past its room, keep every band at its product', () => {
    const market = openMarket()
    for (let n = 0; n < 40; n++)
      market.put({ ...product, id: `x${n}`, rentalFromFen: yuan(3000 + n * 100) }, card)
    market.put({ ...product, id: 'x39', rentalFromFen: null }, card)
    const call = { ...scenario, budgetFen: yuan(120_000), commercialForm: 'rental' as const, termMonths: 12 }
    const by = (id: string) => ({ ...product, id, rentalFromFen: yuan(3000 + Number(id.slice(1)) * 100) })
    for (const hit of market.scan(world, call, all).main) {
      const offer = hit.id === 'x39' ? { ...product, id: hit.id } : by(hit.id)
      expect(hit.score).toBeCloseTo(matchPair(world, call, offer).score, 11)
    }
  })
})

describe('what is said of it', () => {
  const call = { ...scenario, requirements: [], budgetFen: yuan(120_000), commercialForm: 'rental' as const }
  const world = worldOf({ scenarios: [call], products: [product] }, ontologyConcepts)
  const remarksOf = (given: MatchScenario, offer: MatchProduct) => {
    const [first] = matchProducts(world, given, [offer]).main
    return [...(first?.reasons ?? []), ...(first?.risks ?? [])]
  }
  const remarkIn = (given: MatchScenario, offer: MatchProduct, key: string) =>
    remarksOf(given, offer).find(each => each.key === key)

  test('over the budget, by the month and with both sums', () => {
    const dear = { ...product, rentalFromFen: yuan(7500) }
    const remark = remarkIn({ ...call, termMonths: 12 }, dear, 'match.risk.overBudgetMonthly')
    expect(remark).toEqual({
      key: 'match.risk.overBudgetMonthly',
      params: { ratio: 1.5, priceFen: yuan(7500), budgetFen: yuan(5000) },
      needField: 'budgetFen',
      haveField: 'rental',
    })
  })

  test('within it, likewise', () => {
    const bare = { ...call, termMonths: 12, domain: null, text: '', region: null, acceptsUnfinalised: null }
    const cheap = { ...product, rentalFromFen: yuan(4000) }
    expect(remarkIn(bare, cheap, 'match.reason.budgetMonthly')?.params).toEqual({
      priceFen: yuan(4000),
      budgetFen: yuan(5000),
    })
  })

  test('a term that is missing is the scenario’s to tell, and no price makes up for it', () => {
    const offer = { ...product, rentalFromFen: yuan(1) }
    expect(remarkIn(call, offer, 'match.risk.termUnknown')).toMatchObject({ needField: 'termMonths' })
    expect(remarksOf(call, offer).map(each => each.key)).not.toContain('match.reason.budgetMonthly')
  })

  test('what would lift the score is a rent, not a price to buy at', () => {
    const given = { ...call, termMonths: 12 }
    const offer = { ...product, rentalFromFen: yuan(9000) }
    const match = matchPair(world, given, offer)
    const { moves } = verdictChange({ world, scenario: given, product: offer, match })
    const move = moves.find(each => each.subject === 'budget')
    expect(move).toMatchObject({ value: yuan(5000), haveField: 'rental' })
    const after = matchPair(world, given, { ...offer, rentalFromFen: yuan(5000), rentalToFen: yuan(5000) })
    expect(move?.score).toBe(after.score)
  })
})

describe('a comparison', () => {
  const facts: ComparedFacts = {
    ...{ category: null, domains: [], maturity: null, trl: null, regions: null, accepted: 0, forms: [] },
    prices: { purchase: null, rental: null, raas: null },
  }
  const of = (id: string, given: Partial<ComparedFacts>) => ({
    ...{ id, specs: {}, home: null, facts: { ...facts, ...given } },
  })
  const rented = of('a', {
    forms: ['rental'],
    prices: { purchase: 'notOffered', rental: { from: yuan(5500), to: null }, raas: 'notOffered' },
  })
  const sold = of('b', {
    forms: ['purchase'],
    prices: { purchase: { from: yuan(50_000), to: null }, rental: 'notOffered', raas: 'notOffered' },
  })
  const need = { requirements: [], region: null, ...asked, commercialForm: 'rental' as const, termMonths: 12 }
  const subjects = (products: (typeof sold)[], given: typeof need | null) =>
    compareProducts(products, given).flatMap(row =>
      row.kind === 'fact' && ['price', 'rental', 'raas'].includes(row.subject) ? [row.subject] : [],
    )

  test('has a row for a form that somebody offers or the scenario asks for', () => {
    expect(subjects([sold], null)).toEqual(['price'])
    expect(subjects([sold, rented], null).sort()).toEqual(['price', 'rental'])
    expect(subjects([sold], need).sort()).toEqual(['price', 'rental'])
    expect(subjects([of('c', {})], null)).toEqual(['price'])
  })

  test('that a form is not offered differs from a price, and is answered by no budget', () => {
    const row = compareProducts([rented, sold, of('c', {})], need).find(each => each.subject === 'rental')
    expect(row).toMatchObject({ standing: 'differs', budget: yuan(5000) })
    expect(row?.answers).toEqual([
      { state: 'F', difference: yuan(500), relative: 0.1 },
      null,
      { state: 'U', difference: null, relative: 0 },
    ])
    const price = compareProducts([rented, sold], need).find(each => each.subject === 'price')
    expect(price).toMatchObject({ budget: null, answers: [null, null] })
  })

  test('without a term every rent is to be confirmed', () => {
    const [answer] = compareProducts([rented], { ...need, termMonths: null as never })
      .filter(row => row.subject === 'rental')
      .flatMap(row => row.answers)
    expect(answer?.state).toBe('U')
  })
})

describe('the term of a scenario', () => {
  const asks = (draft: Input) =>
    askedByBidders(ScenarioDraft.parse(draft)).some(
      each => each.kind === 'field' && each.field === 'termMonths',
    )

  test.each<[string | undefined, boolean]>([
    [undefined, false],
    ['purchase', false],
    ['trialThenBuy', false],
    ['rental', true],
    ['raas', true],
  ])('is asked for under %s: %s', (commercialForm, isAsked) => {
    expect(asks({ commercialForm })).toBe(isAsked)
    expect(asks({ commercialForm, termMonths: '12' })).toBe(false)
    const share = (given: Input) => completenessOf(ScenarioDraft.parse(given)).parts.money
    const more = share({ commercialForm, termMonths: '12' }) > share({ commercialForm })
    expect(more).toBe(isAsked)
  })

  test.each(['0', '121', '1.5', '-3', 'a year'])('is no %s', termMonths => {
    expect(ScenarioDraft.safeParse({ termMonths }).success).toBe(false)
  })

  test.each<[CommercialForm | undefined, number | undefined]>([
    ['rental', 12],
    ['raas', 12],
    ['purchase', undefined],
    ['trialThenBuy', undefined],
    [undefined, undefined],
  ])('under %s it is %s', (commercialForm, term) => {
    expect(termOf({ commercialForm, termMonths: 12 })).toBe(term)
  })
})

describe('files', () => {
  const content = JSON.parse(
    JSON.stringify(
      ProductDraft.parse({
        ...{
          name: '浣 H2',
          commercialForms: ['rental', 'raas'],
          rentalFromFen: '6600',
          rentalToFen: '7800.55',
        },
        raasFromFen: '9000',
      }),
    ),
  )

  test.each(['zh', 'en'] as const)('a table in %s reads back to the same bands and term', locale => {
    const product = judgeRow('product', cellsOf('product', content, locale))
    expect(product.errors).toEqual([])
    expect(JSON.parse(JSON.stringify(product.content))).toEqual(content)
    const draft = JSON.parse(
      JSON.stringify(ScenarioDraft.parse({ commercialForm: 'rental', termMonths: 24 })),
    )
    const back = judgeRow('scenario', cellsOf('scenario', draft, locale)).content
    expect(back).toMatchObject({ commercialForm: 'rental', termMonths: 24 })
  })

  test('a record likewise, with amounts in 元', () => {
    const record = recordOf('product', 'id-1', content)
    expect(record).toMatchObject({ rentalFromYuan: 6600, rentalToYuan: 7800.55, raasFromYuan: 9000 })
    const { cells, unknown } = readRecord('product', record, new Map()) ?? { cells: {}, unknown: ['all'] }
    expect(unknown).toEqual([])
    expect(JSON.parse(JSON.stringify(judgeRow('product', cells).content))).toEqual(content)
  })

  test('a price of a form that the row does not name is wrong at its own cell', () => {
    const cells = { name: '浣 H2', commercialForms: '购买', rentalFromFen: '6600', raasToFen: '万' }
    expect(judgeRow('product', cells).errors).toMatchObject([{ key: 'raasToFen' }])
    expect(judgeRow('product', { ...cells, raasToFen: '' }).errors).toEqual([
      { key: 'rentalFromFen', message: 'product.notOffered.rental', typed: '6600' },
    ])
    expect(
      ['priceFromFen', 'rentalFromFen'].map(key => isSum(columnOf('product', key)?.kind ?? 'text')),
    ).toEqual([true, true])
  })

  test('the command that ranks lists reads both sides', () => {
    const scenarios = importScenarios([
      { id: 's', title: '洗头', budgetYuan: 120_000, units: 2, commercialForm: 'rental', termMonths: 12 },
    ])
    const products = importProducts([{ id: 'p', name: '浣 H2', rentalFromYuan: 6600, raasToYuan: 9000.5 }])
    const [call] = scenarios.ok ? scenarios.items : []
    const [offer] = products.ok ? products.items : []
    expect(offer).toMatchObject({ rentalFromFen: 660_000, rentalToFen: null, raasToFen: 900_050 })
    expect(call && offer && judgeBudget(call, offer)).toMatchObject({ state: 'F', need: 500_000 })
    expect(importScenarios([{ id: 's', title: 't', termMonths: 1.5 }]).ok).toBe(false)
    expect(importProducts([{ id: 'p', name: 'n', rentalFromYuan: 0 }]).ok).toBe(false)
  })
})
