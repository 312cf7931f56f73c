import type { MarketProduct, MarketScenario } from '#db/queries/shelf.ts'
import { fromProduct, fromScenario } from '#domain/matching/adapters.ts'
import type { MatchProduct, MatchScenario } from '#domain/matching/match.ts'
import type { Requirement, RequirementDraft } from '#domain/ontology/requirement.ts'
import { believedSpecs } from '#domain/products/evidence.ts'
import { publicContent } from '#domain/scenarios/confidential.ts'

/** What the matcher reads of a scenario's row and its organisation's. */
export interface ScenarioParts {
  scenario: Pick<MarketScenario['scenario'], 'id' | 'content'>
  organization: Pick<MarketScenario['organization'], 'id' | 'region'>
}

/** What it reads of a product's row in one of its versions, and of its firm's. */
export interface ProductParts {
  product: Pick<MarketProduct['product'], 'id'>
  version: Pick<MarketProduct['version'], 'content'>
  organization: Pick<MarketProduct['organization'], 'region' | 'district'>
}

/** A scenario's row as the matcher sees it: what is not said is `null`, never zero and never "no". */
export function toMatchScenario({ scenario, organization }: ScenarioParts): MatchScenario {
  // The same scores for everybody: what is for verified firms only takes no part.
  const said = publicContent(scenario.content)
  const { metrics: _, evaluation: __, requirements = [], ...content } = said
  const seen = fromScenario(scenario.id, { ...content, requirements: requirements.flatMap(whole) })
  return { ...seen, region: seen.region ?? organization.region }
}

/** A product in one of its versions as the matcher sees it. */
export function toMatchProduct({ product, version, organization }: ProductParts): MatchProduct {
  const home = organization.region ?? (organization.district ? '北京' : null)
  return fromProduct(product.id, { ...version.content, specs: believedSpecs(version.content.specs) }, home)
}

/** A requirement of a draft counts once it says what and how much. */
export function whole({ criterion, necessity = 'should', value, note }: RequirementDraft): Requirement[] {
  if (criterion === undefined || value === undefined) return []
  return [{ criterion, necessity, value, ...(note !== undefined && { note }) }]
}
