import { isSignedIn } from '#domain/organizations/policy.ts'
import type { HeldProduct } from '#domain/products/suspension.ts'
import {
  canAppealHold,
  canHaltProduct,
  canResumeProduct,
  canSuspendProduct,
  canUpholdHold,
} from '#domain/products/suspension.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { isMember } from '#domain/shared/actor.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import { hasRevision, heldProduct, shownVersion } from './hold.ts'
import { loadProduct } from './load.ts'
import { type HoldView, holdView } from './show.ts'

export type HoldDeed = 'suspend' | 'halt' | 'uphold' | 'resume' | 'appeal'
export type HoldPage = 'suspension' | 'resumption' | 'appeal'

const verdicts: Record<HoldDeed, (actor: Actor, product: HeldProduct) => Verdict> = {
  suspend: canSuspendProduct,
  halt: canHaltProduct,
  uphold: canUpholdHold,
  resume: canResumeProduct,
  appeal: canAppealHold,
}

export interface HoldSheet {
  id: ProductId
  rev: number
  number: string | null
  name: string
  formKey: string
  /** What the page would do for this reader. */
  deed: HoldDeed
  can: Verdict
  /** For its firm and the bureau. */
  hold: HoldView | null
  /** A revision is under way; its own people are told. */
  hasRevision: boolean
}

// public: `loadProduct` asks who may see it; what may be done is answered, not done
/** What the page of a suspension, of its end or of the firm's word against it shows before it is done. */
export async function holdSheet(ctx: Context, id: unknown, page: HoldPage): Promise<HoldSheet> {
  const record = await loadProduct(ctx, id)
  permit(isSignedIn(ctx.actor))
  const { product } = record
  const held = await heldProduct(ctx.db, product)
  const isOwn = isMember(ctx.actor, product.organizationId)
  const deed = deedOf(page, isOwn, held)
  const version = await shownVersion(ctx.db, record)
  return {
    ...{ id: product.id, rev: product.rev, number: product.number, name: version.name },
    ...{ formKey: newFormKey(), deed, can: verdicts[deed](ctx.actor, held) },
    hold: held.hold && holdView(held.hold),
    hasRevision: isOwn && hasRevision(product),
  }
}

function deedOf(page: HoldPage, isOwn: boolean, { hold }: HeldProduct): HoldDeed {
  if (page === 'resumption') return 'resume'
  if (page === 'appeal') return 'appeal'
  if (isOwn) return 'suspend'
  return hold?.by === 'bureau' ? 'uphold' : 'halt'
}
