import type { z } from 'zod'
import { statedPrices } from '#domain/products/prices.ts'
import { termOf } from '#domain/scenarios/term.ts'
import { paths } from '#paths'
import type { EntryList } from '#services/catalog/list.ts'
import type { EntryPage, EntryView } from '#services/catalog/show.ts'
import type { ProductsPage } from '#services/products/list.ts'
import type { ProductView } from '#services/products/show.ts'
import type { ScenarioList as Scenarios } from '#services/scenarios/list.ts'
import type { ScenarioView } from '#services/scenarios/show.ts'
import type { Hits } from '#services/search/hits.ts'
import {
  CatalogList,
  EntryDetail,
  ProductDetail,
  ProductList,
  ScenarioDetail,
  ScenarioList,
  SearchAnswer,
  type SearchParams,
} from './api-shapes.ts'

/** Views as the read API says them; parsing with the shape drops whatever it does not name. */
type Origin = string

const absolute = (origin: Origin, path: string) => new URL(path, origin).href
const iso = (at: Date | null | undefined) => at?.toISOString() ?? null
/** Absent becomes null, so that every named field is always there. */
const orNull = <T>(value: T | undefined): T | null => value ?? null

const pageOf = {
  scenarios: paths.scenario,
  products: (id: string) => paths.product(id),
  solutions: (id: string) => paths.solution(id),
  firms: paths.firm,
  catalog: paths.entry,
}

type Asked = z.output<typeof SearchParams>

export function searchAnswer(
  { hits, total, totalIsExact, next, engine }: Hits,
  { index, q, limit }: Asked,
  origin: Origin,
): z.output<typeof SearchAnswer> {
  const found = hits.map(hit => ({ ...hit, url: absolute(origin, pageOf[hit.index](hit.id)) }))
  const further = next && new URLSearchParams({ index, q, limit: `${limit}`, after: next })
  return SearchAnswer.parse({
    ...{ hits: found, total, totalIsExact, engine },
    next: further && absolute(origin, `/api/v1/search?${further}`),
  })
}

export function scenarioList(list: Scenarios, origin: Origin): z.output<typeof ScenarioList> {
  const items = list.items.map(item => ({
    ...item,
    url: absolute(origin, paths.scenario(item.id)),
    bidDeadline: iso(item.bidDeadline),
  }))
  return ScenarioList.parse({ ...list, items })
}

export function scenarioDetail(view: ScenarioView, origin: Origin): z.output<typeof ScenarioDetail> {
  const { content } = view
  return ScenarioDetail.parse({
    ...view,
    url: absolute(origin, paths.scenario(view.id)),
    bidDeadline: iso(view.bidDeadline),
    questionsUntil: iso(view.questionsUntil),
    publishedAt: iso(view.publishedAt),
    title: content.title ?? '',
    tasks: content.tasks,
    domain: orNull(content.domain),
    district: orNull(content.district),
    budgetFromFen: orNull(content.budgetFromFen),
    budgetFen: orNull(content.budgetFen),
    evaluation: content.evaluation ?? [],
    unknowns: content.unknowns ?? [],
    process: {
      people: orNull(content.processPeople),
      shifts: orNull(content.processShifts),
      hours: orNull(content.processHours),
      volume: orNull(content.processVolume),
      unit: orNull(content.processUnit),
    },
    confidential: view.hidden,
    units: orNull(content.units),
    situation: orNull(content.situation),
    pain: orNull(content.pain),
    site: orNull(content.site),
    exclusions: orNull(content.exclusions),
    requirements: content.requirements.map(each => ({ ...each, note: orNull(each.note) })),
    metrics: content.metrics.map(each => ({ ...each, baseline: orNull(each.baseline) })),
    readiness: orNull(content.readiness),
    commercialForm: orNull(content.commercialForm),
    termMonths: orNull(termOf(content)),
    acceptsUnfinalised: view.source === 'report' ? null : orNull(content.acceptsUnfinalised),
    pilotWeeks: orNull(content.pilotWeeks),
  })
}

export function productList(list: ProductsPage, origin: Origin): z.output<typeof ProductList> {
  const items = list.items.map(item => ({
    ...item,
    ...item.prices,
    url: absolute(origin, paths.product(item.id)),
  }))
  return ProductList.parse({ ...list, items })
}

export function productDetail(view: ProductView, origin: Origin): z.output<typeof ProductDetail> {
  const { content } = view
  const specs = Object.entries(content.specs).map(([criterion, spec]) => [
    criterion,
    {
      ...spec,
      grade: orNull(spec?.grade),
      source: orNull(spec?.source),
      sourceDay: orNull(spec?.sourceDay),
      body: orNull(spec?.body),
    },
  ])
  return ProductDetail.parse({
    ...view,
    url: absolute(origin, paths.product(view.id)),
    organization: view.organization.name,
    publishedAt: iso(view.publishedAt),
    version: view.version.version,
    name: content.name ?? '',
    model: orNull(content.model),
    category: orNull(content.category),
    domains: content.domains,
    tasks: content.tasks,
    summary: content.summary ?? '',
    specs: Object.fromEntries(specs),
    maturity: orNull(content.maturity),
    trl: orNull(content.trl),
    ...statedPrices(content),
    commercialForms: content.commercialForms,
    regions: orNull(content.regions),
  })
}

export function catalogList(list: EntryList & { pageSize: number }, origin: Origin) {
  const items = list.entries.map(entry => entryLine(entry, origin))
  return CatalogList.parse({ ...list, items })
}

export function entryDetail(view: EntryPage, origin: Origin): z.output<typeof EntryDetail> {
  return EntryDetail.parse({
    ...view,
    ...view.content,
    ...entryLine(view, origin),
    pilotNumber: view.pilot.number,
    acceptedAt: iso(view.pilot.acceptedAt),
  })
}

const entryLine = (entry: EntryView, origin: Origin) => ({
  ...entry,
  url: absolute(origin, paths.entry(entry.id)),
  summary: entry.content.summary,
  publishedAt: iso(entry.publishedAt),
})
