import { z } from 'zod'
import { officersWith } from '#db/queries/accounts.ts'
import { insertRecusal } from '#db/queries/recusals.ts'
import type { RecusableNoun } from '#domain/recusals/policy.ts'
import { canRecuse, recusableNouns } from '#domain/recusals/policy.ts'
import { choice, text } from '#domain/shared/fields.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { loadEntry } from '../catalog/load.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { loadProduct } from '../products/load.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit } from '../refusal.ts'
import { loadClaim } from '../rewards/load.ts'
import { loadScenario } from '../scenarios/load.ts'
import { loadSolution } from '../solutions/load.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone } from '../transition.ts'

export const Recuse = z.object({
  noun: choice(recusableNouns),
  objectId: z.string().max(64),
  reason: text({ min: 4, max: 1000 }),
  formKey,
})
export type Recuse = z.infer<typeof Recuse>

/** 回避: recorded with its reason; from the next request on, every decision on the object refuses this person. */
export async function recuse(ctx: Context, input: Recuse): Promise<void> {
  const { noun, objectId, reason, formKey: key } = Recuse.parse(input)
  const matter = await matterOf(ctx, noun, objectId)
  if (await alreadyDone(ctx.db, matter.id, key)) return
  permit(canRecuse(ctx.actor, matter))
  const accountId = found(accountIdOf(ctx.actor), 'recusal.unknown')
  await inTransaction(ctx, async tx => {
    if (!(await insertRecusal(tx, { accountId, noun, objectId: matter.id, reason, at: ctx.now }))) return
    const { id, status } = matter
    const deed = { noun, id, deed: 'recuse', from: status, to: status }
    await record(tx, ctx, { ...deed, reason, formKey: key })
    const colleagues = await officersWith(tx, ['handler', 'approver'])
    await tell(
      tx,
      colleagues.filter(each => each !== accountId),
      {
        event: 'matter.recused',
        noun,
        id,
        // Why somebody stands back is in the record; a mail only says that somebody has to step in.
        params: { title: matter.title },
        key: `matter.recused:${accountId}:${id}`,
      },
    )
  })
}

export interface RecusalSheet {
  noun: RecusableNoun
  id: string
  title: string
  can: Verdict
  formKey: string
}

/** The page on which an officer or expert stands back. */
export async function recusalSheet(ctx: Context, input: unknown): Promise<RecusalSheet> {
  const asked = Recuse.pick({ noun: true, objectId: true }).safeParse(input)
  const { noun, objectId } = found(asked.success ? asked.data : null, 'recusal.unknown')
  const { id, title, district } = await matterOf(ctx, noun, objectId)
  const can = canRecuse(ctx.actor, { id, district })
  if (!can.ok && can.reason !== 'officer.recusedAlready') permit(can)
  return { noun, id, title, can, formKey: newFormKey() }
}

/** The object as far as this person may see it: what is hidden cannot be stood back from either. */
async function matterOf(
  ctx: Context,
  noun: RecusableNoun,
  objectId: string,
): Promise<{ id: string; status: string; title: string; district: string | null }> {
  switch (noun) {
    case 'scenario': {
      const { scenario } = await loadScenario(ctx, objectId)
      return scenario
    }
    case 'product': {
      const { product, version } = await loadProduct(ctx, objectId)
      return { ...product, title: version.name, district: null }
    }
    case 'solution': {
      const { solution, version } = await loadSolution(ctx, objectId)
      return { ...solution, title: version.name, district: null }
    }
    case 'claim': {
      const { claim, scenario } = await loadClaim(ctx, objectId)
      return { ...claim, title: scenario.title, district: null }
    }
    case 'entry': {
      const { entry, pilot } = await loadEntry(ctx, objectId)
      return { ...entry, district: pilot.district }
    }
  }
}
