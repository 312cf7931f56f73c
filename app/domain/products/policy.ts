import { canDraftAs, canSubmitAs, canWorkAs, isSignedIn } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, isMember, isRecused, membershipOf } from '../shared/actor.ts'
import type { OrganizationId, ProductId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, ok, when } from '../shared/verdict.ts'
import type { ProductStatus } from './lifecycle.ts'

export interface ProductFacts {
  id: ProductId
  status: ProductStatus
  organizationId: OrganizationId
  /** Whether some version of it has been published. */
  hasPublishedVersion: boolean
}

/** The published version stays public while a newer one is drafted and reviewed. */
export function isPublicProduct(product: Pick<ProductFacts, 'status' | 'hasPublishedVersion'>): boolean {
  return product.hasPublishedVersion && product.status !== 'suspended' && product.status !== 'withdrawn'
}

export function canSeeProduct(actor: Actor, product: ProductFacts): Verdict {
  if (isPublicProduct(product) || isMember(actor, product.organizationId)) return ok
  const officer = holds(actor, 'handler', 'approver', 'auditor')
  return when(officer && product.status !== 'draft', 'product.unknown')
}

/** 为什么没有推荐我: for its firm and the bureau; to others there is no such page. */
export function canReadStanding(actor: Actor, product: ProductFacts): Verdict {
  const mayAsk = isMember(actor, product.organizationId) || holds(actor, 'handler', 'approver', 'auditor')
  return all(canSeeProduct(actor, product), when(mayAsk, 'product.unknown'))
}

export function canDraftProduct(actor: Actor, organizationId: OrganizationId | null): Verdict {
  return all(isSignedIn(actor), canDraftAs(organizationId ? membershipOf(actor, organizationId) : null))
}

export function canEditProduct(actor: Actor, product: ProductFacts): Verdict {
  return all(
    isSignedIn(actor),
    canDraftAs(membershipOf(actor, product.organizationId)),
    when(product.status === 'draft' || product.status === 'returned', 'product.notEditable'),
  )
}

export function canSubmitProduct(actor: Actor, product: ProductFacts): Verdict {
  return all(
    isSignedIn(actor),
    canSubmitAs(membershipOf(actor, product.organizationId), 'publishProducts'),
    when(product.status === 'draft' || product.status === 'returned', 'product.notEditable'),
  )
}

/** Out of a suspension it gives up the version that was on show, which is not a draft's matter. */
export function canReviseProduct(actor: Actor, product: ProductFacts): Verdict {
  const duty = product.status === 'suspended' ? 'publish' : 'draft'
  return all(
    isSignedIn(actor),
    canWorkAs(membershipOf(actor, product.organizationId), duty),
    when(product.status === 'published' || product.status === 'suspended', 'product.notRevisable'),
  )
}

export function canWithdrawProduct(actor: Actor, product: ProductFacts): Verdict {
  const duty = product.status === 'draft' || product.status === 'returned' ? 'draft' : 'publish'
  return all(
    isSignedIn(actor),
    canWorkAs(membershipOf(actor, product.organizationId), duty),
    when(product.status !== 'withdrawn', 'product.alreadyWithdrawn'),
  )
}

/** 登记证书与应用案例: at any time while the product is there; on a public page they stand at once, as declared. */
export function canRecordProduct(actor: Actor, product: ProductFacts): Verdict {
  return all(
    isSignedIn(actor),
    canWorkAs(membershipOf(actor, product.organizationId), product.hasPublishedVersion ? 'publish' : 'draft'),
    when(product.status !== 'withdrawn', 'product.alreadyWithdrawn'),
  )
}

/** 申报应用案例 of the firm itself: on its public page it stands at once, as declared. */
export function canDeclareDeployment(actor: Actor, organizationId: OrganizationId | null): Verdict {
  return all(
    isSignedIn(actor),
    canWorkAs(organizationId ? membershipOf(actor, organizationId) : null, 'publish'),
  )
}

/** 产品审核: an officer who does not belong to the firm. */
export function canReviewProduct(actor: Actor, product: ProductFacts): Verdict {
  return all(
    isSignedIn(actor),
    when(holds(actor, 'handler', 'approver'), 'officer.only'),
    when(!isMember(actor, product.organizationId), 'officer.ownOrganization'),
    when(!isRecused(actor, product.id), 'officer.recused'),
    when(product.status === 'submitted', 'product.notWaitingForReview'),
  )
}
