import type { FirmIndexRecord } from '#db/queries/firm-index.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import type { Capability, Source } from '#domain/vocabulary.ts'

/** An organisation as a list of search results draws it. */
export interface FirmLine {
  id: OrganizationId
  name: string
  nameEn: string | null
  source: Source
  district: string | null
  region: string | null
  capabilities: readonly Capability[]
  /** Names of its newest public objects. */
  names: readonly string[]
  categories: readonly string[]
  publicObjects: number
}

// public: what its public page shows; the caller has asked whether there is one
export function firmLine({ organization, ...objects }: FirmIndexRecord): FirmLine {
  const { id, name, nameEn, source, district, region, capabilities } = organization
  const { names, categories, publicObjects } = objects
  return { id, name, nameEn, source, district, region, capabilities, names, categories, publicObjects }
}
