import { robotCategories, tasks } from '../ontology/tasks.ts'
import { statedPrices } from '../products/prices.ts'
import type { Product } from '../products/product.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { districts } from '../vocabulary.ts'
import type { MatchProduct, MatchScenario } from './match.ts'

/** A published scenario as the matcher sees it. */
export function fromScenario(id: string, scenario: Partial<Scenario>): MatchScenario {
  const { title = '', domain = null, tasks: chosen = [], situation, pain, site, requirements = [] } = scenario
  return {
    id,
    title,
    domain,
    tasks: chosen.map(task => ({ task, weight: 1 })),
    text: joined([title, ...chosen.map(task => tasks[task].label.zh), situation, pain, site]),
    requirements,
    budgetFen: scenario.budgetFen ?? null,
    units: scenario.units ?? null,
    commercialForm: scenario.commercialForm ?? null,
    termMonths: scenario.termMonths ?? null,
    acceptsUnfinalised: scenario.acceptsUnfinalised ?? null,
    region: scenario.district ? `北京${districts[scenario.district].zh}` : null,
    responsiveness: null,
  }
}

/** A published product version as the matcher sees it; `home` is where its firm is, if known. */
export function fromProduct(id: string, product: Partial<Product>, home: string | null = null): MatchProduct {
  const { name = '', category = null, tasks: chosen = [], domains = [], summary, specs = {} } = product
  const kind = category === null ? '' : robotCategories[category].label.zh
  return {
    id,
    name,
    category,
    tasks: chosen.map(task => ({ task, weight: 1 })),
    domains,
    text: joined([name, kind, ...chosen.map(task => tasks[task].label.zh), summary]),
    specs,
    maturity: product.maturity ?? null,
    ...statedPrices(product),
    regions: product.regions ?? null,
    home,
  }
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('。')
}
