import { type CriterionId, criteria } from '#domain/ontology/criteria.ts'
import { tasks } from '#domain/ontology/tasks.ts'
import { type Place, placeOf } from '#domain/searching/places.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import type { Localized } from '#domain/shared/localized.ts'
import { type DomainId, districts, domains, type Source } from '#domain/vocabulary.ts'
import type { SearchDocument, Visibility } from './engine.ts'

export interface Owner {
  id: OrganizationId
  name: string
  nameEn: string | null
}

export interface Row<S extends string> {
  id: string
  rev: number
  number: string | null
  status: S
  publishedAt: Date | null
  updatedAt: Date
}

export type Shared = Pick<SearchDocument, 'id' | 'rev' | 'org' | 'updatedAt' | 'visibility'>

/** What is not public is found by its own organisations only, whoever hands it in. */
export function shared(row: Row<string>, open: boolean, owners: readonly Owner[]): Shared {
  const visibility: Visibility[] = open ? ['public'] : owners.map(owner => `org:${owner.id}` as const)
  const org = owners.flatMap(owner => (owner.nameEn ? [owner.name, owner.nameEn] : [owner.name])).join(' · ')
  // The day of publication: a later change of state does not make a scenario new.
  return { id: row.id, rev: row.rev, org, updatedAt: row.publishedAt ?? row.updatedAt, visibility }
}

export function isPublic<S extends string>(statuses: readonly S[], status: string): boolean {
  return (statuses as readonly string[]).includes(status)
}

/** Reported cases stand behind what can be answered today. */
export function standing(source: Source): number {
  return source === 'report' ? 0 : 1
}

export function keywords(...parts: readonly (Localized | string | null | undefined)[]): string[] {
  const names = parts.flatMap(part => (!part ? [] : typeof part === 'string' ? [part] : [part.zh, part.en]))
  return [...new Set(names)]
}

/** Those of the ids that are domains. */
export function domainsIn(ids: readonly string[]): DomainId[] {
  return ids.filter(id => isKey(domains, id))
}

export const domainLabel = (id: DomainId | undefined) => id && domains[id]

export function taskLabels(ids: readonly string[] | undefined): Localized[] {
  return (ids ?? []).flatMap(id => (isKey(tasks, id) ? [tasks[id].label] : []))
}

export function districtName(code: string | null | undefined): Localized | undefined {
  return isKey(districts, code) ? districts[code] : undefined
}

/** Where it is, as far as the district says. */
export function placeIn(code: string | null | undefined): { place?: Place } {
  return isKey(districts, code) ? { place: placeOf(code) } : {}
}

export const listed = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value])
export const known = (name: string, value: number | undefined) =>
  value === undefined ? {} : { [name]: value }

export function isKnown(id: string): id is CriterionId {
  return isKey(criteria, id)
}

export function isKey<K extends string>(
  record: Record<K, unknown>,
  key: string | null | undefined,
): key is K {
  return typeof key === 'string' && Object.hasOwn(record, key)
}
