import type { RiskPack } from './pack.ts'
import { protocols } from './protocols.ts'
import type { RiskItem, SafetyProtocol } from './risk-item.ts'
import { dataChecks, ethicsChecks, exitTerms, insurance, siteChecks } from './terms.ts'

/** The lists of a pack in the order in which the two sides go through them. */
export const riskLists = {
  protocols,
  insurance,
  site: siteChecks,
  data: dataChecks,
  ethics: ethicsChecks,
  exit: exitTerms,
} as const
export type RiskListId = keyof typeof riskLists
export const riskListIds = Object.keys(riskLists) as [RiskListId, ...RiskListId[]]

/** An item by its list and its name there, as it is stored: `data.patient`. */
export type RiskItemId = `${RiskListId}.${string}`

/** Everything that some pilot may have to go through. */
export const riskItemIds = riskListIds.flatMap(list =>
  Object.keys(riskLists[list]).map((name): RiskItemId => `${list}.${name}`),
) as [RiskItemId, ...RiskItemId[]]

/** The items of a pack, list by list. */
export function itemsOf(pack: RiskPack): RiskItemId[] {
  return riskListIds.flatMap(list => pack[list].map((name): RiskItemId => `${list}.${name}`))
}

/** What an item says; null for an id that no list has. */
export function riskItemOf(id: string): RiskItem | SafetyProtocol | null {
  const [list = '', name = ''] = id.split('.')
  const items: Readonly<Record<string, RiskItem>> | undefined = Object.hasOwn(riskLists, list)
    ? riskLists[list as RiskListId]
    : undefined
  return items && Object.hasOwn(items, name) ? (items[name] ?? null) : null
}
