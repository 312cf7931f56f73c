import type { z } from 'zod'
import {
  readSparseProduct,
  readSparseScenario,
  type SparseProduct,
  type SparseScenario,
} from '../matching/sparse.ts'
import { Requirement, Specs } from '../ontology/requirement.ts'
import { ProductDraft } from '../products/product.ts'
import { ScenarioDraft } from '../scenarios/scenario.ts'
import { districts } from '../vocabulary.ts'
import { clip } from './judge.ts'

/**
 * What a report says, in the platform's own shape; nothing is filled in that was not read, and a figure that the
 * ontology finds implausible (a ship's payload, a year as a price) is left out rather than bent.
 */
export function sparseScenarioContent(sparse: z.output<typeof SparseScenario>): ScenarioDraft {
  const { domain, tasks, requirements, budgetFen, units } = readSparseScenario(sparse)
  return ScenarioDraft.parse({
    title: clip(sparse.title_zh ?? sparse.title_en ?? sparse.id, 80),
    domain: domain ?? 'other',
    tasks: tasks.slice(0, 5).map(each => each.task),
    district: districtIn(sparse.region ?? ''),
    situation: longEnough(sparse.description, 20),
    requirements: requirements.filter(each => Requirement.safeParse(each).success).slice(0, 30),
    metrics: [],
    budgetFen: budgetFen ?? undefined,
    units: units ?? undefined,
  })
}

export function sparseProductContent(sparse: z.output<typeof SparseProduct>): ProductDraft {
  const { category, tasks, domains, specs, priceFromFen, priceToFen } = readSparseProduct(sparse)
  return ProductDraft.parse({
    name: clip(sparse.name ?? sparse.id, 80),
    category: category ?? 'other',
    tasks: tasks.slice(0, 12).map(each => each.task),
    domains,
    summary: longEnough(sparse.description, 10),
    specs: Object.fromEntries(
      Object.entries(specs).filter(([key, spec]) => Specs.safeParse({ [key]: spec }).success),
    ),
    priceFromFen: priceFromFen ?? undefined,
    priceToFen: priceToFen ?? undefined,
    commercialForms: [],
  })
}

/** A text too short for its field is left out rather than padded. */
const longEnough = (text: string | null | undefined, min: number) =>
  text && [...text].length >= min ? text : undefined

function districtIn(region: string): string | undefined {
  const found = Object.entries(districts).find(([, { zh }]) => region.includes(zh.replace(/区$/, '')))
  return region.includes('北京') ? found?.[0] : undefined
}
