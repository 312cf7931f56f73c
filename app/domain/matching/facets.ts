import type { CriterionValue } from '../ontology/criteria.ts'
import type { Requirement } from '../ontology/requirement.ts'
import type { Tri } from '../shared/tri.ts'
import { type Column, openColumn } from './column.ts'
import { demandRows } from './demand.ts'
import type { MatchProduct, MatchScenario } from './match.ts'
import type { Weighed } from './rows.ts'
import { relevanceOf } from './score.ts'
import { supplyOwnRows, supplyPairRows } from './supply.ts'
import type { World } from './world.ts'

/** What rows add up to: both sides' weights, weighted utilities, and on the demand side the weight of what is known. */
export interface Sum {
  dw: number
  dg: number
  dk: number
  sw: number
  sg: number
}
export const sumParts = ['dw', 'dg', 'dk', 'sw', 'sg'] as const

/**
 * The rows of a pair fall apart by facet: each rests on a few fields of the one side and a few of the other. So the
 * rows of a facet are made once for its distinct values, by the judge's own functions, and then looked up for each pair.
 */
const facets = {
  work: {
    ofScenario: ({ tasks }: MatchScenario): Partial<MatchScenario> => ({ tasks }),
    ofProduct: ({ tasks, category }: MatchProduct): Partial<MatchProduct> => ({ tasks, category }),
  },
  domain: {
    ofScenario: ({ domain }: MatchScenario): Partial<MatchScenario> => ({ domain }),
    ofProduct: ({ domains }: MatchProduct): Partial<MatchProduct> => ({ domains }),
  },
  maturity: {
    ofScenario: ({ acceptsUnfinalised }: MatchScenario): Partial<MatchScenario> => ({ acceptsUnfinalised }),
    ofProduct: ({ maturity }: MatchProduct): Partial<MatchProduct> => ({ maturity }),
  },
  place: {
    ofScenario: ({ region }: MatchScenario): Partial<MatchScenario> => ({ region }),
    ofProduct: ({ regions, home }: MatchProduct): Partial<MatchProduct> => ({ regions, home }),
  },
} as const
export type FacetId = keyof typeof facets
export const facetIds = Object.keys(facets) as FacetId[]

/** A scenario and a product of which nothing is known. */
export const blankScenario: MatchScenario = {
  ...{ id: '', title: '', domain: null, tasks: [], text: '', requirements: [], budgetFen: null, units: null },
  ...{ acceptsUnfinalised: null, region: null, responsiveness: null },
}
export const blankProduct: MatchProduct = {
  ...{ id: '', name: '', category: null, tasks: [], domains: [], text: '', specs: {}, maturity: null },
  ...{ priceFromFen: null, priceToFen: null, regions: null, home: null },
}

/** What the rows of a side's many things say under one facet, by the code of their column. */
export interface FacetTable extends Record<(typeof sumParts)[number], number[]> {
  /** Of the work alone: whether it fits at all. */
  relevance: Tri[]
  /** Parts that differ between the values; weights mostly do not. */
  varies: Set<(typeof sumParts)[number]>
}

/** One side's values of a facet, and what is known of them under questions of the other side. */
export interface Facet {
  column: Column<Partial<MatchProduct> | Partial<MatchScenario>>
  table(world: World, question: Partial<MatchProduct> | Partial<MatchScenario>): FacetTable
}

/** Tables kept for one facet: far more than there are tasks or regions that people ask for. */
const keptTables = 512

export function openFacet(side: 'products' | 'scenarios'): Facet {
  const column: Facet['column'] = openColumn()
  const worlds = new WeakMap<World, Map<string, FacetTable>>()
  return {
    column,
    table(world, question) {
      const tables = worlds.get(world) ?? new Map<string, FacetTable>()
      worlds.set(world, tables)
      if (tables.size > keptTables) tables.clear()
      const key = JSON.stringify(question)
      const table = tables.get(key) ?? {
        ...{ dw: [], dg: [], dk: [], sw: [], sg: [], relevance: [], varies: new Set() },
      }
      tables.set(key, table)
      // Values are only ever added, so what was judged stays judged.
      for (let code = table.dw.length; code < column.values.length; code++) {
        const value = column.values[code] ?? {}
        const [scenario, product] = side === 'products' ? [question, value] : [value, question]
        const rows = rowsOf(
          world,
          { ...blankScenario, ...scenario } as MatchScenario,
          {
            ...blankProduct,
            ...product,
          } as MatchProduct,
        )
        const sum = sumOf(rows)
        for (const part of sumParts) {
          table[part].push(sum[part])
          if (code > 1 && sum[part] !== table[part][1]) table.varies.add(part)
        }
        table.relevance.push(column.values[code] ? relevanceOf(rows.demand) : 'F')
      }
      return table
    },
  }
}

export function facetOfProduct(id: FacetId, product: MatchProduct): Partial<MatchProduct> {
  return facets[id].ofProduct(product)
}

export function facetOfScenario(id: FacetId, scenario: MatchScenario): Partial<MatchScenario> {
  return facets[id].ofScenario(scenario)
}

interface Rows {
  demand: readonly Weighed[]
  supply: readonly Weighed[]
}

/** The rows that the two make beyond those that a scenario has whatever the product. */
function rowsOf(world: World, scenario: MatchScenario, product: MatchProduct): Rows {
  return {
    demand: demandRows(world, scenario, product),
    supply: supplyPairRows(world, scenario, product),
  }
}

/** What a scenario brings to the firm's side by itself: how complete it is, and whether its organisation answers. */
export function ownSum(world: World, scenario: MatchScenario): Sum {
  return sumOf({ demand: [], supply: supplyOwnRows(world, scenario) })
}

/** What the weeks asked for and the weeks of delivery say on the firm's side. */
export function leadSum(world: World, asked: Requirement, value: CriterionValue): Sum {
  const scenario = { ...blankScenario, requirements: [asked] }
  const product = { ...blankProduct, specs: { deliveryWeeks: { value, grade: 'D' as const } } }
  return sumOf({ demand: [], supply: supplyPairRows(world, scenario, product) })
}

function sumOf({ demand, supply }: Rows): Sum {
  const sum = { dw: 0, dg: 0, dk: 0, sw: 0, sg: 0 }
  for (const { weight, g, known } of demand) {
    sum.dw += weight
    sum.dg += weight * g
    if (known) sum.dk += weight
  }
  for (const { weight, g } of supply) {
    sum.sw += weight
    sum.sg += weight * g
  }
  return sum
}
