import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Db } from '#db/client.ts'
import { findInquiry } from '#db/queries/inquiries.ts'
import { findIntroduction } from '#db/queries/introductions.ts'
import { scenario } from '#db/schema/index.ts'
import type { CriterionId } from '#domain/ontology/criteria.ts'
import type { Person } from '#domain/shared/actor.ts'
import type { InquiryId, IntroductionId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '#services/context.ts'
import { askFirm } from '#services/inquiries/ask.ts'
import { type SendIntroduction, sendIntroduction } from '#services/introductions/send.ts'
import { talkAbout } from '#services/introductions/talk.ts'
import { as } from './context.ts'
import { publishedScenario } from './factories.ts'
import type { Cast } from './trip.ts'

/** Setup data: the same published call once more, as if it had come out beside the first. */
export async function anotherCall(db: Db, id: ScenarioId): Promise<ScenarioId> {
  const copy = brand<ScenarioId>(v7())
  const [row] = await db.select().from(scenario).where(eq(scenario.id, id))
  if (!row) throw new Error('no such scenario')
  await db.insert(scenario).values({ ...row, id: copy, number: `CJ-T-${copy.slice(-12)}` })
  return copy
}

/** A scenario of this cast's demand side that asks for more than its product states. */
export function askingScenario(ctx: Context, { demand, reviewer }: Pick<Cast, 'demand' | 'reviewer'>) {
  return publishedScenario(ctx, {
    demand,
    reviewer,
    content: {
      requirements: [
        { criterion: 'payloadKg', necessity: 'must', value: 50 },
        { criterion: 'runtimeHours', necessity: 'must', value: 8 },
        { criterion: 'slopeDeg', necessity: 'should', value: 5 },
      ],
    },
  })
}

export function invite(
  ctx: Context,
  by: Person,
  pair: { scenarioId: ScenarioId; productId: ProductId },
  more: Partial<SendIntroduction> = {},
) {
  return sendIntroduction(as(ctx, by), { direction: 'invite', ...pair, formKey: v7(), ...more })
}

export function offer(
  ctx: Context,
  by: Person,
  pair: { scenarioId: ScenarioId; productId: ProductId },
  more: Partial<SendIntroduction> = {},
) {
  return sendIntroduction(as(ctx, by), { direction: 'offer', ...pair, formKey: v7(), ...more })
}

/** Asks about these criteria, and answers the inquiry of the first. */
export async function ask(
  ctx: Context,
  by: Person,
  { scenarioId, productId }: { scenarioId: ScenarioId; productId: ProductId },
  criteria: CriterionId[],
): Promise<InquiryId> {
  await askFirm(as(ctx, by), { scenarioId, productId, criteria })
  const talks = await talkAbout(as(ctx, by), scenarioId, [productId])
  const [first] = criteria
  const asked = first && talks[productId]?.asked[first]
  if (!asked) throw new Error('nothing was asked')
  return asked.id
}

/** The hidden fields of an introduction's page, opened now. */
export async function introductionForm(ctx: Context, id: IntroductionId) {
  const found = await findIntroduction(ctx.db, id)
  if (!found) throw new Error('no such introduction')
  return { id, rev: found.introduction.rev, formKey: v7() }
}

export async function inquiryForm(ctx: Context, id: InquiryId) {
  const found = await findInquiry(ctx.db, id)
  if (!found) throw new Error('no such inquiry')
  return { id, rev: found.inquiry.rev, formKey: v7() }
}
