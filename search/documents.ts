import type { EntryContent } from '#domain/catalog/entry.ts'
import type { EntryStatus } from '#domain/catalog/lifecycle.ts'
import { publicEntryStatuses } from '#domain/catalog/policy.ts'
import { type CriterionId, criteria } from '#domain/ontology/criteria.ts'
import { robotCategories, type TaskId, tasks } from '#domain/ontology/tasks.ts'
import type { ProductStatus } from '#domain/products/lifecycle.ts'
import { isPublicProduct } from '#domain/products/policy.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import { keepsBack, publicContent } from '#domain/scenarios/confidential.ts'
import type { ScenarioStatus } from '#domain/scenarios/lifecycle.ts'
import { publicScenarioStatuses } from '#domain/scenarios/policy.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import type { Localized } from '#domain/shared/localized.ts'
import { type DistrictCode, type DomainId, districts, domains, type Source } from '#domain/vocabulary.ts'
import type { SearchDocument, Visibility } from './engine.ts'
import { figures, optionWords, priceBand } from './figures.ts'

interface Owner {
  id: OrganizationId
  name: string
  nameEn: string | null
}

interface Row<S extends string> {
  id: string
  rev: number
  number: string | null
  status: S
  publishedAt: Date | null
  updatedAt: Date
}

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
      place(content.district),
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
      place(district),
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
    standing: 1,
  }
}

type Shared = Pick<SearchDocument, 'id' | 'rev' | 'org' | 'updatedAt' | 'visibility'>

/** What is not public is found by its own organisations only, whoever hands it in. */
function shared(row: Row<string>, open: boolean, owners: readonly Owner[]): Shared {
  const visibility: Visibility[] = open ? ['public'] : owners.map(owner => `org:${owner.id}` as const)
  const org = owners.flatMap(owner => (owner.nameEn ? [owner.name, owner.nameEn] : [owner.name])).join(' · ')
  // The day of publication: a later change of state does not make a scenario new.
  return { id: row.id, rev: row.rev, org, updatedAt: row.publishedAt ?? row.updatedAt, visibility }
}

function isPublic<S extends string>(statuses: readonly S[], status: string): boolean {
  return (statuses as readonly string[]).includes(status)
}

/** Reported cases stand behind what can be answered today. */
function standing(source: Source): number {
  return source === 'report' ? 0 : 1
}

function keywords(...parts: readonly (Localized | string | null | undefined)[]): string[] {
  const names = parts.flatMap(part => (!part ? [] : typeof part === 'string' ? [part] : [part.zh, part.en]))
  return [...new Set(names)]
}

const domainLabel = (id: DomainId | undefined) => id && domains[id]
const taskLabels = (ids: readonly TaskId[] | undefined) => (ids ?? []).map(id => tasks[id].label)
const place = (code: DistrictCode | undefined) => code && districts[code]
const listed = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value])
const known = (name: string, value: number | undefined) => (value === undefined ? {} : { [name]: value })

function isKnown(id: string): id is CriterionId {
  return isKey(criteria, id)
}

function isKey<K extends string>(record: Record<K, unknown>, key: string | null): key is K {
  return key !== null && Object.hasOwn(record, key)
}
