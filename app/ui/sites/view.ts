import type { SiteDifference } from '#domain/sites/lines.ts'

/** From which profile a scenario took its site, in words; spoken on the server, so that the page brings no tables. */
export interface SpokenTaken {
  id: string
  name: string
  version: number
  latest: number
  changes: SiteDifference[]
  deviations: { label: string; typed: string | null; site: string }[]
}
