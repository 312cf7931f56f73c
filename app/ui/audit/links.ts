import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import type { AuditRowView } from './view.ts'

const pages: Record<string, (id: string) => string> = {
  organization: paths.organization,
  scenario: paths.scenario,
  product: id => paths.product(id),
  solution: id => paths.solution(id),
  bid: paths.bid,
  pilot: paths.pilot,
  claim: paths.claim,
  entry: paths.entry,
  concept: paths.conceptProposal,
  weights: paths.weightsProposal,
  introduction: paths.introduction,
  inquiry: paths.inquiry,
}

/** Where the object is now, where it has a page. */
export const pageOf = (noun: string, id: string): string | null => pages[noun]?.(id) ?? null

/** What the row is about: its number and title, or as much as there is. */
export function objectWords(t: Translate, { noun, objectId, number, title, deed }: AuditRowView): string {
  if (noun === 'access' && deed === 'viewRow') return t('audit.row', { seq: Number(objectId) })
  const draft = title === null && ['scenario', 'product', 'solution', 'claim'].includes(noun)
  const name = title || (draft ? t('audit.unnamed') : '')
  return [number, name].filter(Boolean).join(' · ') || objectId.slice(-12)
}
