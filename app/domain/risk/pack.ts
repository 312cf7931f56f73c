import { classification } from '../ontology/classification.ts'
import { type ProtocolId, protocols } from './protocols.ts'
import type { RiskCondition, RiskItem, RiskSubject } from './risk-item.ts'
import { dataChecks, ethicsChecks, exitTerms, insurance, siteChecks } from './terms.ts'

/** 试点风险包: what the two sides go through before a pilot starts. */
export interface RiskPack {
  protocols: ProtocolId[]
  insurance: (keyof typeof insurance)[]
  site: (keyof typeof siteChecks)[]
  data: (keyof typeof dataChecks)[]
  ethics: (keyof typeof ethicsChecks)[]
  exit: (keyof typeof exitTerms)[]
}

/** The items that belong to this robot, task and place, each list in its own order. */
export function riskPackFor(subject: RiskSubject): RiskPack {
  return {
    protocols: chosen(protocols, subject),
    insurance: chosen(insurance, subject),
    site: chosen(siteChecks, subject),
    data: chosen(dataChecks, subject),
    ethics: chosen(ethicsChecks, subject),
    exit: chosen(exitTerms, subject),
  }
}

function chosen<K extends string>(items: Readonly<Record<K, RiskItem>>, subject: RiskSubject): K[] {
  return (Object.keys(items) as K[]).filter(id => applies(items[id].when ?? {}, subject))
}

function applies(when: RiskCondition, { categories, tasks, domain, space }: RiskSubject): boolean {
  const places = categories.map(category => classification[category])
  return (
    meets(
      when.kinds,
      places.map(each => each.kind),
    ) &&
    meets(
      when.motions,
      places.map(each => each.motion),
    ) &&
    meets(when.categories, categories) &&
    meets(when.tasks, tasks) &&
    meets(when.domains, [domain]) &&
    meets(when.spaces, [space])
  )
}

function meets<T>(wanted: readonly T[] | undefined, given: readonly T[]): boolean {
  return wanted === undefined || given.some(each => wanted.includes(each))
}
