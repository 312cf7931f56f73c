import { v7 } from 'uuid'
import type { Person } from '#domain/shared/actor.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import type { Capability } from '#domain/vocabulary.ts'
import { loadReader } from '#services/accounts/actor.ts'
import type { Context } from '#services/context.ts'
import { addDocument } from '#services/organizations/documents.ts'
import { showOrganization } from '#services/organizations/show.ts'
import { askCapabilities, decideCapability } from '#services/organizations/verify.ts'

interface Asking<K> {
  key: K
  id: OrganizationId
  wanted: readonly Capability[]
}

interface Officers {
  handler: Person
  approver: Person
}

const opinion = '示例：证照与登记信息一致'

const ago = (ctx: Context, days: number): Context => ({
  ...ctx,
  now: new Date(ctx.now.getTime() - days * 86_400_000),
})

/** When the demo's organisations came in. */
export const longAgo = (ctx: Context) => ago(ctx, 500)

/** Each demo organisation shows its licence, asks, and is verified by the verbs; the newcomer's request is left waiting. */
export async function seedVerification<K extends string>(
  ctx: Context,
  cast: Officers & Record<K, Person>,
  asking: readonly Asking<K>[],
): Promise<void> {
  for (const { key, id, wanted } of asking) {
    // The newcomer asked the other day and waits; everybody else was verified before their first deed.
    const then = wanted.length > 0 ? longAgo(ctx) : ago(ctx, 2)
    const own = { ...then, actor: cast[key] }
    const document = { kind: 'registration' as const, number: `示例-${id.slice(-6)}`, issuer: '示例登记机关' }
    await addDocument(own, { id, ...document, validUntil: undefined, formKey: v7() })
    const capabilities = wanted.length > 0 ? [...wanted] : (['bid'] as Capability[])
    await askCapabilities(own, { id, capabilities, formKey: v7() })
    for (const capability of wanted) await grant(then, cast, { id, capability })
    const { actor } = await loadReader(ctx.db, { accountId: cast[key].accountId, provedAt: null })
    if (actor.kind === 'person') cast[key] = actor as (typeof cast)[K]
  }
}

/** The reward's capability takes both officers. */
async function grant(
  ctx: Context,
  { handler, approver }: Officers,
  { id, capability }: { id: OrganizationId; capability: Capability },
): Promise<void> {
  const two = capability === 'receiveReward'
  const steps = two
    ? ([
        ['endorse', handler],
        ['grant', approver],
      ] as const)
    : ([['grant', handler]] as const)
  for (const [deed, actor] of steps) {
    const desk = { ...ctx, actor }
    const { requests, rev } = await showOrganization(desk, id)
    const request = requests.find(each => each.capability === capability)
    if (!request) throw new Error(`a demo organisation did not ask for ${capability}`)
    await decideCapability(desk, { id, requestId: request.id, deed, reason: opinion, rev, formKey: v7() })
  }
}
