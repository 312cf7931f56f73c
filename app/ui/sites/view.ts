import type { SiteDifference } from '#domain/sites/lines.ts'
import type { SiteTable } from '#domain/sites/tables.ts'
import type { ListedFile } from '../files/file-list.tsx'

/** From which profile a scenario took its site, in words; spoken on the server, so that the page brings no tables. */
/** Of two long lines only what differs is struck through and marked; `start` and `end` are the same in both. */
export interface SpokenDifference extends SiteDifference {
  start: string
  end: string
}

export interface SpokenTaken {
  id: string
  name: string
  version: number
  latest: number
  changes: SpokenDifference[]
  deviations: { label: string; typed: string | null; site: string }[]
}

/** What a scenario's page shows of the profile that it took over. */
export interface SpokenSite {
  tables: SiteTable[]
  files: ListedFile[]
  /** The heading over the files. */
  photos: string
}
