import { robotCategories, tasks } from '../ontology/tasks.ts'
import type { Product } from '../products/product.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { type CommercialForm, districts } from '../vocabulary.ts'
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
    // A stated price is a price to buy at: with a budget for rent or for the use it compares with nothing.
    budgetFen: isBought(scenario.commercialForm) ? (scenario.budgetFen ?? null) : null,
    units: scenario.units ?? null,
    acceptsUnfinalised: scenario.acceptsUnfinalised ?? null,
    region: scenario.district ? `北京${districts[scenario.district].zh}` : null,
    responsiveness: null,
  }
}

/** Whether the robots are bought in the end; a scenario that does not say is taken to buy. */
function isBought(form: CommercialForm | undefined): boolean {
  return form !== 'rental' && form !== 'raas'
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
    priceFromFen: product.priceFromFen ?? null,
    priceToFen: product.priceToFen ?? null,
    regions: product.regions ?? null,
    home,
  }
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join('。')
}
