import { robotCategories } from '#domain/ontology/tasks.ts'
import type { SolutionStatus } from '#domain/solutions/lifecycle.ts'
import type { SolutionDraft } from '#domain/solutions/solution.ts'
import { softwareKinds } from '#domain/solutions/solution.ts'
import { type Capability, capabilities, type Source } from '#domain/vocabulary.ts'
import {
  districtName,
  domainLabel,
  domainsIn,
  isKey,
  keywords,
  type Owner,
  placeIn,
  type Row,
  shared,
  standing,
  taskLabels,
} from './document-parts.ts'
import type { SearchDocument } from './engine.ts'
import { priceBand } from './figures.ts'

interface SolutionRecord {
  solution: Row<SolutionStatus> & { source: Source; publishedVersionId: string | null }
  version: { name: string; content: SolutionDraft }
  organization: Owner
  /** Names of the products that it bundles. */
  partNames: readonly string[]
}

/** A solution as it is found: by what it does and what it bundles; `version` is the published one. */
export function ofSolution({
  solution: row,
  version,
  organization,
  partNames,
}: SolutionRecord): SearchDocument {
  const { content, name } = version
  const open = row.publishedVersionId !== null && row.status !== 'withdrawn'
  const software = content.software.flatMap(part => [part.kind && softwareKinds[part.kind], part.name])
  return {
    ...shared(row, open, [organization]),
    index: 'solutions',
    title: name,
    keywords: keywords(
      row.number,
      ...(content.domains ?? []).map(domainLabel),
      ...taskLabels(content.tasks),
      ...partNames,
      ...software,
    ),
    summary: content.summary ?? '',
    body: [
      ...content.parts.map(part => part.role),
      ...content.software.flatMap(part => [part.provider, part.interfaces]),
      ...[content.survey, content.integration, content.training, content.maintenance, content.regions],
    ]
      .filter(Boolean)
      .join('\n'),
    facets: {
      domain: content.domains ?? [],
      task: content.tasks ?? [],
      status: [open ? 'published' : row.status],
      source: [row.source],
      organization: [organization.id],
    },
    specs: {
      ...priceBand(content),
      ...(content.deliveryWeeks === undefined ? {} : { deliveryWeeks: content.deliveryWeeks }),
    },
    standing: standing(row.source),
  }
}

/** What is public of an organisation, gathered from what it has published; nobody's name or address is among it. */
export interface FirmRecord {
  organization: Owner & {
    rev: number
    source: Source
    district: string | null
    region: string | null
    capabilities: readonly Capability[]
    updatedAt: Date
  }
  /** Of its public objects. */
  names: readonly string[]
  categories: readonly string[]
  domains: readonly string[]
  tasks: readonly string[]
}

/** An organisation that has a public page, as it is found: by its names, its place and what it has to do with. */
export function ofFirm({ organization, names, categories, domains, tasks }: FirmRecord): SearchDocument {
  const { id, rev, name, nameEn, source, district, region, updatedAt } = organization
  const labels = categories.flatMap(each =>
    isKey(robotCategories, each) ? [robotCategories[each].label] : [],
  )
  return {
    id,
    index: 'firms',
    rev,
    title: nameEn ? `${name} ${nameEn}` : name,
    org: '',
    keywords: keywords(
      districtName(district),
      region,
      ...organization.capabilities.map(each => capabilities[each]),
      ...labels,
      ...domainsIn(domains).map(domainLabel),
      ...taskLabels(tasks),
    ),
    summary: names.join('\n'),
    body: '',
    facets: {
      domain: domainsIn(domains),
      category: categories,
      ...(district === null ? {} : { district: [district] }),
      source: [source],
      organization: [id],
    },
    specs: {},
    ...placeIn(district),
    standing: standing(source),
    updatedAt,
    visibility: ['public'],
  }
}
