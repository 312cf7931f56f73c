import type { ReactNode } from 'react'
import type { ScenarioWords } from '../scenarios/view.ts'

export interface SlotProps {
  scenarioId: string
  /** Grows with every save, the automatic ones included. */
  rev: number
  content: ScenarioWords
}

/** Above the site's form, outside of it: where a site profile is taken over. */
export function SiteSlot(_: SlotProps): ReactNode {
  return null
}
