import { paths } from '#paths'
import type { WorkItem, WorkNoun } from './view.ts'

const pages: Record<
  | WorkNoun
  | 'solution'
  | 'entry'
  | 'organization'
  | 'site'
  | 'firm'
  | 'scenarioMatches'
  | 'productMatches'
  | 'introduction'
  | 'inquiry',
  (id: string) => string
> = {
  scenario: paths.scenario,
  product: id => paths.product(id),
  solution: id => paths.solution(id),
  bid: paths.bid,
  pilot: paths.pilot,
  claim: paths.claim,
  entry: paths.entry,
  organization: paths.organization,
  site: id => paths.site(id),
  firm: paths.firm,
  scenarioMatches: paths.scenarioMatches,
  productMatches: paths.productMatches,
  introduction: paths.introduction,
  inquiry: paths.inquiry,
}

/** The page of an object. */
export function pageOf({ noun, id }: Pick<WorkItem, 'noun' | 'id'>): string {
  return pages[noun](id)
}

/** The page of what a notice is about; null for a noun that has none. */
export function noticePage(noun: string, id: string): string | null {
  return isNoun(noun) ? pages[noun](id) : null
}

function isNoun(noun: string): noun is keyof typeof pages {
  return Object.hasOwn(pages, noun)
}

/** Where the next step of an object is taken. */
export function actPage({ noun, id, act }: Pick<WorkItem, 'noun' | 'id' | 'act'>): string {
  switch (act) {
    case 'openBids':
    case 'selectBid':
      return paths.scenarioBids(id)
    case 'claim':
      return paths.pilotClaim(id)
    case 'finishDraft':
    case 'mend':
    case 'finishRevision':
      return noun === 'scenario' ? paths.scenarioEdit(id) : paths.productEdit(id)
    default:
      return pageOf({ noun, id })
  }
}
