import type { IntroductionRecord, IntroductionRow } from '#db/queries/introductions.ts'
import { findIntroduction } from '#db/queries/introductions.ts'
import type { IntroductionFacts } from '#domain/introductions/policy.ts'
import { canSeeTalk } from '#domain/introductions/policy.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { IntroductionId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

export function factsOf(row: IntroductionRow): IntroductionFacts {
  const { status, direction, demandOrganizationId, supplyOrganizationId } = row
  return { status, direction, demandOrganizationId, supplyOrganizationId }
}

/** The introduction, for its two sides and the bureau; to everybody else it is not there. A letter leads a guest to the door first. */
export async function loadIntroduction(ctx: Context, id: unknown): Promise<IntroductionRecord> {
  permit(isSignedIn(ctx.actor))
  const introductionId = found(parseId<IntroductionId>(id), 'introduction.unknown')
  const record = found(await findIntroduction(ctx.db, introductionId), 'introduction.unknown')
  permit(canSeeTalk(ctx.actor, factsOf(record.introduction), 'introduction'))
  return record
}

/** Whether a call takes bids at this moment, and so an answer can still lead to one. */
export function isClosed(scenario: { status: string; bidDeadline: Date | null }, at: Date): boolean {
  return scenario.status !== 'published' || scenario.bidDeadline === null || scenario.bidDeadline <= at
}
