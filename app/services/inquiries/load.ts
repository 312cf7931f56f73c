import type { InquiryRecord, InquiryRow } from '#db/queries/inquiries.ts'
import { findInquiry } from '#db/queries/inquiries.ts'
import type { InquiryFacts } from '#domain/inquiries/policy.ts'
import { canSeeTalk } from '#domain/introductions/policy.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { InquiryId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

export function factsOf(row: InquiryRow): InquiryFacts {
  const { status, demandOrganizationId, supplyOrganizationId } = row
  return { status, demandOrganizationId, supplyOrganizationId }
}

/** The inquiry, for its two sides and the bureau; to everybody else it is not there. A letter leads a guest to the door first. */
export async function loadInquiry(ctx: Context, id: unknown): Promise<InquiryRecord> {
  permit(isSignedIn(ctx.actor))
  const inquiryId = found(parseId<InquiryId>(id), 'inquiry.unknown')
  const record = found(await findInquiry(ctx.db, inquiryId), 'inquiry.unknown')
  permit(canSeeTalk(ctx.actor, factsOf(record.inquiry), 'inquiry'))
  return record
}
