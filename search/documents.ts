import type { EntryContent } from '#domain/catalog/entry.ts'
import type { EntryStatus } from '#domain/catalog/lifecycle.ts'
import { publicEntryStatuses } from '#domain/catalog/policy.ts'
import { robotCategories } from '#domain/ontology/tasks.ts'
import type { ProductStatus } from '#domain/products/lifecycle.ts'
import { isPublicProduct } from '#domain/products/policy.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import { keepsBack, publicContent } from '#domain/scenarios/confidential.ts'
import type { ScenarioStatus } from '#domain/scenarios/lifecycle.ts'
import { publicScenarioStatuses } from '#domain/scenarios/policy.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import { districts, domains, type Source } from '#domain/vocabulary.ts'
import {
  districtName,
  domainLabel,
  isKey,
  isKnown,
  isPublic,
  keywords,
  known,
  listed,
  type Owner,
  placeIn,
  type Row,
  shared,
  standing,
  taskLabels,
} from './document-parts.ts'
import type { SearchDocument } from './engine.ts'
import { figures, optionWords, priceBand } from './figures.ts'

export { ofFirm, ofSolution } from './documents-firm.ts'

interface ScenarioRow extends Row<ScenarioStatus> {
  source: Source
  organizationId: OrganizationId
  title: string
  budgetFen: number | null
  bidDeadline: Date | null
  content: ScenarioDraft
}

interface ScenarioRecord {
  scenario: ScenarioRow
  organization: Owner
}

/** A scenario as it is found: by its title, what it asks for, where and for whom. */
export function ofScenario({ scenario: row, organization: owner }: ScenarioRecord): SearchDocument {
  // Whoever reads the index reads what anybody may.
  const content = publicContent(row.content)
  const budgetFen = keepsBack(row.content, 'budget') ? null : row.budgetFen
  const need = (content.requirements ?? []).flatMap(({ criterion, value }) =>
    criterion === undefined || value === undefined ? [] : [[criterion, value] as const],
  )
  return {
    ...shared(row, isPublic(publicScenarioStatuses, row.status), [owner]),
    index: 'scenarios',
    title: row.title,
    keywords: keywords(
      row.number,
      domainLabel(content.domain),
      ...taskLabels(content.tasks),
      districtName(content.district),
    ),
    summary: content.situation ?? '',
    body: [
      ...[content.pain, content.site],
      ...(content.metrics ?? []).map(metric => metric.name),
      ...optionWords(need),
    ]
      .filter(Boolean)
      .join('\n'),
    facets: {
      domain: listed(content.domain),
      task: content.tasks ?? [],
      district: listed(content.district),
      commercialForm: listed(content.commercialForm),
      readiness: listed(content.readiness),
      status: [row.status],
      source: [row.source],
      organization: [owner.id],
    },
    specs: {
      ...figures(need),
      ...known('budgetYuan', budgetFen === null ? undefined : budgetFen / 100),
      ...known('deadline', row.bidDeadline?.getTime()),
    },
    ...placeIn(content.district),
    standing: standing(row.source),
  }
}

interface ProductRow extends Row<ProductStatus> {
  source: Source
  organizationId: OrganizationId
  publishedVersionId: string | null
}

interface ProductRecord {
  product: ProductRow
  version: { content: ProductDraft }
  organization: Owner
}

/** A product as it is found; `version` is the published one. */
export function ofProduct({ product: row, version, organization: owner }: ProductRecord): SearchDocument {
  const { content } = version
  const { status } = row
  const open = isPublicProduct({
    status,
    hasPublishedVersion: row.publishedVersionId !== null,
  })
  const category = content.category && robotCategories[content.category].label
  const stated = Object.entries(content.specs ?? {}).flatMap(([criterion, spec]) =>
    spec && isKnown(criterion) ? [[criterion, spec.value] as const] : [],
  )
  return {
    ...shared(row, open, [owner]),
    index: 'products',
    title: content.name ?? '',
    keywords: keywords(
      row.number,
      content.model,
      category,
      ...taskLabels(content.tasks),
      ...(content.domains ?? []).map(domainLabel),
    ),
    summary: content.summary ?? '',
    body: [content.regions ?? '', ...optionWords(stated)].join('\n').trim(),
    facets: {
      domain: content.domains ?? [],
      task: content.tasks ?? [],
      category: listed(content.category),
      maturity: listed(content.maturity),
      commercialForm: content.commercialForms ?? [],
      // A newer version being drafted is nobody else's business.
      status: [open ? 'published' : row.status],
      source: [row.source],
      organization: [owner.id],
    },
    specs: { ...figures(stated), ...priceBand(content) },
    standing: standing(row.source),
  }
}

interface EntryRow extends Row<EntryStatus> {
  domain: string
  title: string
  content: EntryContent
}

/** An entry with what its pilot tells about it. */
interface EntryRecord {
  entry: EntryRow
  demand: Owner
  supply: Owner
  pilot: { district: string }
  scenario: { content: ScenarioDraft }
  version: { name: string; category: string | null; maturity: string | null }
}

/** A catalog entry as it is found: by what was done, with which product, for whom. */
export function ofEntry({
  entry: row,
  demand,
  supply,
  pilot,
  scenario,
  version,
}: EntryRecord): SearchDocument {
  const { content } = row
  const category = isKey(robotCategories, version.category) ? version.category : undefined
  const domain = isKey(domains, row.domain) ? row.domain : undefined
  const district = isKey(districts, pilot.district) ? pilot.district : undefined
  return {
    ...shared(row, isPublic(publicEntryStatuses, row.status), [demand, supply]),
    index: 'catalog',
    title: row.title,
    keywords: keywords(
      row.number,
      version.name,
      category && robotCategories[category].label,
      domainLabel(domain),
      ...taskLabels(scenario.content.tasks),
      districtName(district),
    ),
    summary: content.summary,
    body: [content.solution, content.conditions, content.failures].join('\n'),
    facets: {
      domain: listed(domain),
      task: scenario.content.tasks ?? [],
      category: listed(category),
      district: listed(district),
      maturity: listed<string>(version.maturity ?? undefined),
      status: [row.status],
      organization: [demand.id, supply.id],
    },
    specs: {},
    ...placeIn(district),
    standing: 1,
  }
}
