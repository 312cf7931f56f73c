import type { Tx } from '#db/client.ts'
import { membersOf } from '#db/queries/accounts.ts'
import type { NewSolutionPart, PartRecord } from '#db/queries/solution-parts.ts'
import { askConsent, findNumberedProducts, replaceParts } from '#db/queries/solution-parts.ts'
import type { OrganizationId, SolutionId, SolutionVersionId } from '#domain/shared/ids.ts'
import { normalNumber, type SolutionDraft } from '#domain/solutions/solution.ts'
import type { Context } from '../context.ts'
import { record } from '../record.ts'
import { Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'

interface Bundle {
  id: SolutionId
  versionId: SolutionVersionId
  status: 'draft' | 'returned'
  organization: { id: OrganizationId; name: string }
  content: SolutionDraft
  /** What the version was made of before; a product that has gone since keeps its place until it is taken out. */
  before: readonly PartRecord[]
  formKey: string
}

type Found = Omit<NewSolutionPart, 'versionId'> & { firm: OrganizationId; name: string }

// public: the calling verb has judged who may write the draft
/**
 * Writes what a draft is made of, each product pinned to the version that is public now, and asks the firms of the
 * others'. A row that is not finished yet stays in the draft's words only.
 */
export async function writeParts(tx: Tx, ctx: Context, bundle: Bundle): Promise<void> {
  const parts = await foundParts(tx, bundle)
  await replaceParts(
    tx,
    bundle.versionId,
    parts.map(({ firm: _, name: __, ...row }) => row),
  )
  for (const part of parts) if (part.firm !== bundle.organization.id) await ask(tx, ctx, { bundle, part })
}

async function foundParts(tx: Tx, { content, before }: Bundle): Promise<Found[]> {
  const numbers = content.parts.flatMap(({ number }) => (number ? [normalNumber(number)] : []))
  const products = new Map((await findNumberedProducts(tx, numbers)).map(each => [each.product.number, each]))
  const kept = new Map(before.map(each => [each.product.number, each]))
  return content.parts.flatMap(({ number: typed, quantity, role }, place) => {
    if (!typed) return []
    const number = normalNumber(typed)
    const now = products.get(number)
    const old = kept.get(number)
    if (!now && !old) {
      const where = { path: `parts[${place}].number`, detail: { number } }
      throw new Refusal('invalid', 'solution.partNumber', where)
    }
    if (quantity === undefined || role === undefined) return []
    if (now) {
      const { id: productId, organizationId: firm } = now.product
      const pin = { productVersionId: now.version.id, name: now.version.name }
      return [{ place, productId, firm, quantity, role, ...pin }]
    }
    if (!old) return []
    const pin = { productVersionId: old.pinned.id, name: old.pinned.name }
    return [{ place, productId: old.product.id, firm: old.product.organizationId, quantity, role, ...pin }]
  })
}

async function ask(tx: Tx, ctx: Context, { bundle, part }: { bundle: Bundle; part: Found }): Promise<void> {
  const { productId, firm, quantity, role, name } = part
  const { id, status, organization, content, formKey } = bundle
  const asked = { solutionId: id, productId, organizationId: firm, quantity, role, askedAt: ctx.now }
  if (!(await askConsent(tx, asked))) return
  const after = { productId, quantity, role }
  await record(tx, ctx, { noun: 'solution', id, deed: 'askConsent', from: status, to: status, after })
  await tell(tx, await membersOf(tx, [firm]), {
    event: 'solution.consentAsked',
    noun: 'solution',
    id,
    params: { title: content.name ?? '', organization: organization.name, product: name, quantity, role },
    key: `solution.consentAsked:${formKey}:${productId}`,
  })
}
