import { canActAs, canWorkAs, isSignedIn } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, isMember, isRecused, membershipOf } from '../shared/actor.ts'
import type { AccountId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, no, ok, when } from '../shared/verdict.ts'
import type { ProductDeed } from './lifecycle.ts'
import { isPublicProduct, type ProductFacts } from './policy.ts'

/** 暂停展示: whose act it was and why, and what its firm has said against it since. */
export interface Hold {
  by: 'firm' | 'bureau'
  /** Null where the firm gave none; the bureau always gives one. */
  reason: string | null
  at: Date
  /** Who did it; null where the account is not known any more. */
  actorId: AccountId | null
  /** 申请恢复展示, as long as nobody has answered it. */
  appeal: { reason: string; at: Date } | null
}

/** What the hold is read from: the product's own history, the oldest step first. */
export interface HoldStep {
  deed: string
  reason: string | null
  at: Date
  actorId: AccountId | null
}

const begins: Partial<Record<string, Hold['by']>> = { suspend: 'firm', halt: 'bureau', uphold: 'bureau' }

/** The hold that the history ends with; null where it was never suspended. Whether it still holds says the status. */
export function holdOf(history: readonly HoldStep[]): Hold | null {
  const nth = history.findLastIndex(step => begins[step.deed] !== undefined)
  const step = history[nth]
  const by = step && begins[step.deed]
  if (!step || !by) return null
  const { reason, at, actorId } = step
  const said = history.slice(nth + 1).findLast(each => each.deed === 'appeal')
  const appeal = said ? { reason: said.reason ?? '', at: said.at } : null
  return { by, reason, at, actorId, appeal }
}

const officeDeeds = ['publish', 'return', 'halt', 'uphold']
const resumptions = ['resume', 'resumeRevision']

/** Whether the bureau did this step of the history; a suspension is ended by the side that made it. */
export function isOfficeStep(history: readonly HoldStep[], nth: number): boolean {
  const deed = history[nth]?.deed ?? ''
  return (
    officeDeeds.includes(deed) ||
    (resumptions.includes(deed) && holdOf(history.slice(0, nth))?.by === 'bureau')
  )
}

/** What the rules look at: the product, and the hold that is on it now. */
export interface HeldProduct extends ProductFacts {
  hold: Hold | null
}

function onShow(product: ProductFacts): Verdict {
  if (product.status === 'withdrawn') return no('product.alreadyWithdrawn')
  if (product.status === 'suspended') return no('product.alreadySuspended')
  return when(isPublicProduct(product), 'product.notOnShow')
}

/** An officer who does not belong to the firm and has not stood back from the product. */
function canOffice(actor: Actor, product: ProductFacts): Verdict {
  return all(
    isSignedIn(actor),
    when(holds(actor, 'handler', 'approver'), 'officer.only'),
    when(!isMember(actor, product.organizationId), 'officer.ownOrganization'),
    when(!isRecused(actor, product.id), 'officer.recused'),
  )
}

/** 暂停展示 of one's own product: whoever may withdraw it may take it off the shelf for a time. */
export function canSuspendProduct(actor: Actor, product: HeldProduct): Verdict {
  return all(
    isSignedIn(actor),
    canWorkAs(membershipOf(actor, product.organizationId), 'publish'),
    onShow(product),
  )
}

/** 责令暂停: also of what its firm has suspended itself, which the firm could show again. */
export function canHaltProduct(actor: Actor, product: HeldProduct): Verdict {
  const isOwnPause = product.status === 'suspended' && product.hold?.by === 'firm'
  return all(canOffice(actor, product), isOwnPause ? ok : onShow(product))
}

/** 维持暂停, in answer to the firm: by another officer than the one it is said against. */
export function canUpholdHold(actor: Actor, product: HeldProduct): Verdict {
  const { hold } = product
  const own = actor.kind === 'person' && hold?.actorId === actor.accountId
  return all(
    canOffice(actor, product),
    when(isHalted(product) && hold?.appeal !== null, 'product.noAppeal'),
    when(!own, 'officer.fourEyes'),
  )
}

/** 恢复展示: what its firm has suspended its firm resumes, as a new act in its name; what the bureau has, an officer. */
export function canResumeProduct(actor: Actor, product: HeldProduct): Verdict {
  const isDown = when(product.status === 'suspended' && product.hold !== null, 'product.notSuspended')
  const membership = membershipOf(actor, product.organizationId)
  if (!isHalted(product)) return all(isSignedIn(actor), canActAs(membership, 'publishProducts'), isDown)
  return membership ? no('product.bureauHolds') : canOffice(actor, product)
}

/** 申请恢复展示: once for each word of the bureau. */
export function canAppealHold(actor: Actor, product: HeldProduct): Verdict {
  return all(
    isSignedIn(actor),
    canWorkAs(membershipOf(actor, product.organizationId), 'publish'),
    when(isHalted(product), 'product.bureauHoldsNot'),
    when(product.hold?.appeal === null, 'product.alreadyAppealed'),
  )
}

/** Where it comes back to: a revision that was under way when it was suspended goes on as a draft. */
export function resumption(product: { hasRevision: boolean }): ProductDeed & ('resume' | 'resumeRevision') {
  return product.hasRevision ? 'resumeRevision' : 'resume'
}

function isHalted({ status, hold }: HeldProduct): boolean {
  return status === 'suspended' && hold?.by === 'bureau'
}
