import type { NoticeEvent } from './notices.ts'

/** Whose affair a notice is: a side of the trip, or an office of the bureau. */
export const noticeRoles = ['demand', 'supply', 'handler', 'approver', 'expert'] as const
export type NoticeRole = (typeof noticeRoles)[number]

export interface NoticeRule {
  to: readonly NoticeRole[]
  /**
   * `served`: a decision or a period begins with it, so it is mailed whatever the reader prefers, and the time of the
   * notice in the platform is the legal time of service. `choice`: the reader says how.
   */
  mail: 'served' | 'choice'
}

const bureau = ['handler', 'approver'] as const
const sides = ['demand', 'supply'] as const

/** 通知矩阵: every event, to whom, and whether its mail can be switched off. In the platform everything is shown. */
export const noticeMatrix: Record<NoticeEvent, NoticeRule> = {
  'scenario.submitted': { to: bureau, mail: 'choice' },
  'scenario.returned': { to: ['demand'], mail: 'served' },
  'scenario.approved': { to: ['approver'], mail: 'choice' },
  'scenario.amended': { to: ['handler'], mail: 'choice' },
  'scenario.published': { to: ['demand'], mail: 'choice' },
  'scenario.opened': { to: sides, mail: 'served' },
  'scenario.withdrawn': { to: ['supply'], mail: 'served' },
  'product.submitted': { to: bureau, mail: 'choice' },
  'product.returned': { to: ['supply'], mail: 'served' },
  'product.published': { to: ['supply'], mail: 'choice' },
  'product.certificateExpiring': { to: ['supply'], mail: 'served' },
  'product.halted': { to: ['supply'], mail: 'served' },
  'product.appealed': { to: bureau, mail: 'choice' },
  'product.upheld': { to: ['supply'], mail: 'served' },
  'product.lifted': { to: ['supply'], mail: 'served' },
  'bid.confirmationAsked': { to: ['supply'], mail: 'served' },
  'bid.filesAmended': { to: ['supply'], mail: 'served' },
  'bid.addendumTold': { to: ['supply'], mail: 'served' },
  'solution.submitted': { to: bureau, mail: 'choice' },
  'solution.returned': { to: ['supply'], mail: 'served' },
  'solution.published': { to: ['supply'], mail: 'choice' },
  'solution.consentAsked': { to: ['supply'], mail: 'served' },
  'solution.consentGiven': { to: ['supply'], mail: 'served' },
  'solution.consentRefused': { to: ['supply'], mail: 'served' },
  'bid.received': { to: ['supply'], mail: 'served' },
  'bid.selected': { to: ['supply'], mail: 'served' },
  'bid.notSelected': { to: ['supply'], mail: 'served' },
  'pilot.agreed': { to: sides, mail: 'served' },
  'pilot.deployed': { to: sides, mail: 'choice' },
  'pilot.running': { to: sides, mail: 'choice' },
  'pilot.acceptanceRequested': { to: sides, mail: 'served' },
  'pilot.coverEnding': { to: sides, mail: 'served' },
  'pilot.signed': { to: sides, mail: 'choice' },
  'pilot.sentBack': { to: sides, mail: 'served' },
  'pilot.accepted': { to: sides, mail: 'served' },
  'pilot.terminated': { to: sides, mail: 'served' },
  'claim.submitted': { to: ['handler'], mail: 'choice' },
  'claim.returned': { to: ['supply'], mail: 'served' },
  'claim.moved': { to: ['supply', 'approver'], mail: 'choice' },
  'claim.approved': { to: ['supply'], mail: 'served' },
  'claim.paid': { to: ['supply'], mail: 'served' },
  'claim.rejected': { to: ['supply'], mail: 'served' },
  'claim.reversed': { to: ['supply'], mail: 'served' },
  'entry.nominated': { to: ['handler'], mail: 'choice' },
  'entry.moved': { to: [...sides, 'approver', 'expert'], mail: 'choice' },
  'entry.assigned': { to: ['expert'], mail: 'served' },
  'file.infected': { to: sides, mail: 'choice' },
  'matter.recused': { to: bureau, mail: 'choice' },
  'matter.recommended': { to: ['handler'], mail: 'choice' },
  'entry.announced': { to: sides, mail: 'served' },
  'entry.objected': { to: ['approver'], mail: 'choice' },
  'entry.settled': { to: sides, mail: 'served' },
  'entry.published': { to: sides, mail: 'served' },
  'entry.rejected': { to: sides, mail: 'served' },
  'concept.proposed': { to: bureau, mail: 'choice' },
  'concept.published': { to: bureau, mail: 'choice' },
  'concept.returned': { to: bureau, mail: 'choice' },
  'weights.proposed': { to: bureau, mail: 'choice' },
  'weights.published': { to: bureau, mail: 'choice' },
  'weights.returned': { to: bureau, mail: 'choice' },
  'organization.claimed': { to: [...sides, 'handler'], mail: 'choice' },
  'organization.claimApproved': { to: sides, mail: 'served' },
  'organization.claimRefused': { to: sides, mail: 'served' },
  'organization.asked': { to: bureau, mail: 'choice' },
  'organization.endorsed': { to: ['approver'], mail: 'choice' },
  'organization.granted': { to: sides, mail: 'served' },
  'organization.refused': { to: sides, mail: 'served' },
  'organization.revoked': { to: sides, mail: 'served' },
  'organization.changed': { to: bureau, mail: 'choice' },
  'organization.suspended': { to: sides, mail: 'served' },
  'organization.restored': { to: sides, mail: 'served' },
  'organization.documentExpiring': { to: sides, mail: 'served' },
  'organization.joined': { to: sides, mail: 'choice' },
  'organization.roleChanged': { to: sides, mail: 'choice' },
  'organization.removed': { to: sides, mail: 'served' },
  'organization.handedOver': { to: sides, mail: 'served' },
  'introduction.invited': { to: ['supply'], mail: 'choice' },
  'introduction.offered': { to: ['demand'], mail: 'choice' },
  'introduction.welcomed': { to: sides, mail: 'choice' },
  'introduction.declined': { to: sides, mail: 'choice' },
  'introduction.withdrawn': { to: sides, mail: 'choice' },
  'introduction.lapsed': { to: sides, mail: 'choice' },
  'inquiry.asked': { to: ['supply'], mail: 'choice' },
  'inquiry.stated': { to: ['demand'], mail: 'choice' },
  'inquiry.withheld': { to: ['demand'], mail: 'choice' },
  'inquiry.lapsed': { to: sides, mail: 'choice' },
  // Mailed by the rhythm of the saved search itself.
  'search.found': { to: noticeRoles, mail: 'choice' },
  // Mailed by the reader's rhythm for matches.
  'match.products': { to: ['demand'], mail: 'choice' },
  'match.scenarios': { to: ['supply'], mail: 'choice' },
}

/** How often a person wants mail about what may be switched off. */
export const mailRhythms = ['each', 'daily', 'none'] as const
export type MailRhythm = (typeof mailRhythms)[number]

/** What becomes of a notice's mail: at once, in the day's one letter, or none. */
export function mailOf(event: string, rhythm: MailRhythm): 'now' | 'digest' | 'never' {
  const rule = event in noticeMatrix ? noticeMatrix[event as NoticeEvent] : undefined
  if (rule?.mail !== 'choice' || rhythm === 'each') return 'now'
  return rhythm === 'daily' ? 'digest' : 'never'
}
