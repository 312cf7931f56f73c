import { type CriterionValue, isRange, isSet } from '#domain/ontology/criteria.ts'
import type { SiteFactId } from '#domain/sites/facts.ts'
import { mostRows, type SiteListId, siteListIds } from '#domain/sites/lists.ts'
import type { SiteProfile } from '#domain/sites/site.ts'

/** A row of a list: its name and its cells. */
export type RowFields = Record<string, string | string[]>

/** The form as text, which is what controls hold. */
export type SiteFields = {
  name: string
  district: string
  building: string
  facts: Record<SiteFactId, string | string[]>
} & Record<SiteListId, RowFields[]> & {
    liftDoorMm: string
    liftDepthMm: string
    liftLoadKg: string
    liftInterface: string
    floor: string
    shifts: string
    charging: string
    systems: string
    remarks: string
    measuredBy: string
    measuredOn: string
  }

/** What the form shows first: the latest version, or a blank sheet; each list with one row to spare. */
export function formValues(content: SiteProfile | undefined): Record<string, unknown> {
  const { facts = {}, liftDoorMm, liftDepthMm, liftLoadKg, ...words } = content ?? {}
  return {
    ...words,
    ...Object.fromEntries(siteListIds.map(list => [list, rowTexts(content?.[list] ?? [])])),
    facts: Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, valueText(value)])),
    liftDoorMm: textOf(liftDoorMm),
    liftDepthMm: textOf(liftDepthMm),
    liftLoadKg: textOf(liftLoadKg),
  }
}

function valueText(value: CriterionValue): string | string[] {
  if (isSet(value)) return [...value]
  return isRange(value) ? `${value.min}~${value.max}` : String(value)
}

const textOf = (value: number | undefined) => (value === undefined ? undefined : String(value))

function rowTexts(rows: readonly object[]): object[] {
  const texts = rows.map(row =>
    Object.fromEntries(
      Object.entries(row).flatMap(([key, value]: [string, CriterionValue | undefined]) =>
        value === undefined ? [] : [[key, valueText(value)]],
      ),
    ),
  )
  return texts.length < mostRows ? [...texts, { name: '' }] : texts
}
