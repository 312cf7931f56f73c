import { z } from 'zod'
import type { DbOrTx } from '#db/client.ts'
import { officersWith } from '#db/queries/accounts.ts'
import { lockEntry } from '#db/queries/catalog.ts'
import { findHistoryByKey, listHistory } from '#db/queries/history.ts'
import { lockScenario } from '#db/queries/scenarios.ts'
import { canRecommendEntry, canRecommendScenario } from '#domain/recommendations/policy.ts'
import type { RecommendableNoun } from '#domain/recommendations/recommendation.ts'
import {
  recommendableNouns,
  recommendationKey,
  recordedOpinion,
  votes,
} from '#domain/recommendations/recommendation.ts'
import { choice, text } from '#domain/shared/fields.ts'
import { formKey, rev } from '#domain/shared/id-schemas.ts'
import type { EntryId, OrganizationId, ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { factsOf as entryFacts, loadEntry } from '../catalog/load.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { loadScenario, factsOf as scenarioFacts } from '../scenarios/load.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { conflict, permitFresh } from '../transition.ts'
import type { RecommendationView } from './read.ts'
import { onceFor, opinionsIn } from './read.ts'

export const Recommend = z.object({
  noun: choice(recommendableNouns),
  objectId: z.string().max(64),
  rev,
  vote: choice(votes),
  opinion: text({ min: 10, max: 1000 }),
  formKey,
})
export type Recommend = z.infer<typeof Recommend>

/** 区级推荐意见: words for whoever decides; the object stays as it is, and nothing waits for them. */
export async function recommend(ctx: Context, input: Recommend): Promise<void> {
  const { noun, objectId, rev: shown, vote, opinion } = Recommend.parse(input)
  const { id, rev: current, title, can } = await objectOf(ctx, noun, objectId)
  const accountId = accountIdOf(ctx.actor)
  const key = accountId ? recommendationKey(accountId, shown) : ''
  const reason = recordedOpinion(vote, opinion)
  if (await isRepeated(ctx.db, id, { key, reason })) return
  await permitFresh(ctx.db, noun, { id, rev: current, shown }, can)
  await inTransaction(ctx, async tx => {
    const locked = await (noun === 'scenario'
      ? lockScenario(tx, brand<ScenarioId>(id), 'update')
      : lockEntry(tx, brand<EntryId>(id)))
    if (locked?.rev !== shown) throw await conflict(tx, noun, id)
    if (await isRepeated(tx, id, { key, reason })) return
    const { status } = locked
    const deed = { noun, id, deed: 'recommend', from: status, to: status }
    await record(tx, ctx, { ...deed, reason, formKey: key, after: { vote, opinion, rev: shown } })
    await tell(tx, await officersWith(tx, ['handler']), {
      event: 'matter.recommended',
      noun,
      id,
      params: { title },
      key: `matter.recommended:${id}:${key}`,
    })
  })
}

/** The same form sent again is the same opinion; another one waits for the next revision. */
async function isRepeated(
  db: DbOrTx,
  id: string,
  { key, reason }: { key: string; reason: string },
): Promise<boolean> {
  const given = await findHistoryByKey(db, id, key)
  if (given && given.reason !== reason) throw new Refusal('conflict', 'recommendation.givenAlready')
  return given !== null
}

export interface RecommendationSheet {
  noun: RecommendableNoun
  id: string
  rev: number
  title: string
  can: Verdict
  given: RecommendationView[]
  formKey: string
}

/** The page on which a district officer gives an opinion, with those that are there already. */
export async function recommendationSheet(ctx: Context, input: unknown): Promise<RecommendationSheet> {
  const asked = Recommend.pick({ noun: true, objectId: true }).safeParse(input)
  const { noun, objectId } = found(asked.success ? asked.data : null, 'recommendation.unknown')
  const { id, title, rev: current, can, district, parties } = await objectOf(ctx, noun, objectId)
  // Whoever is no officer of this district has no business on the page; a state that is over is explained there.
  if (!can.ok && can.reason !== `${noun}.notRecommendable`) permit(can)
  const history = await listHistory(ctx.db, noun, id)
  return {
    ...{ noun, id, title, rev: current },
    can: onceFor(ctx.actor, { history, rev: current }, can),
    given: opinionsIn(history, ctx.actor, { district, parties }),
    formKey: newFormKey(),
  }
}

interface Recommendable {
  id: string
  rev: number
  title: string
  district: string | null
  parties: OrganizationId[]
  can: Verdict
}

/** The object as far as this person may see it, and whether it waits for their opinion. */
async function objectOf(ctx: Context, noun: RecommendableNoun, objectId: string): Promise<Recommendable> {
  if (noun === 'scenario') {
    const { scenario } = await loadScenario(ctx, objectId)
    const { id, rev: current, title, district, organizationId } = scenario
    const can = canRecommendScenario(ctx.actor, scenarioFacts(scenario))
    return { id, rev: current, title, district, parties: [organizationId], can }
  }
  const loaded = await loadEntry(ctx, objectId)
  const { id, rev: current, title } = loaded.entry
  const { demandOrganizationId, supplyOrganizationId, district } = loaded.pilot
  const parties = [demandOrganizationId, supplyOrganizationId]
  const can = canRecommendEntry(ctx.actor, entryFacts(loaded))
  return { id, rev: current, title, district, parties, can }
}
