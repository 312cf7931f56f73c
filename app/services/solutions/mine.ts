import { listOpenConsents } from '#db/queries/solution-parts.ts'
import { listSolutionsOf } from '#db/queries/solutions.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { ProductId, SolutionId } from '#domain/shared/ids.ts'
import type { SolutionStatus } from '#domain/solutions/lifecycle.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'

export interface OwnSolution {
  id: SolutionId
  number: string | null
  name: string
  status: SolutionStatus
  version: number
  isPublic: boolean
  updatedAt: Date
}

/** What another firm asks of one's own. */
export interface AskedOfUs {
  id: SolutionId
  productId: ProductId
  title: string
  organization: string
  quantity: number
  role: string
  askedAt: Date
}

/** The solutions of the actor's organisations, and the questions that wait for them. */
export async function mySolutions(ctx: Context): Promise<{ own: OwnSolution[]; asked: AskedOfUs[] }> {
  permit(isSignedIn(ctx.actor))
  const memberships = ctx.actor.kind === 'person' ? ctx.actor.memberships : []
  const ids = memberships.map(each => each.organizationId)
  const [own, asked] = await Promise.all([listSolutionsOf(ctx.db, ids), listOpenConsents(ctx.db, ids)])
  return {
    own: own.map(({ solution: { id, number, status, updatedAt, publishedVersionId }, version }) => ({
      ...{ id, number, status, updatedAt, name: version.name, version: version.version },
      isPublic: publishedVersionId !== null && status !== 'withdrawn',
    })),
    asked: asked.map(
      ({ consent: { solutionId, productId, quantity, role, askedAt }, version, organization }) => ({
        ...{ id: solutionId, productId, quantity, role, askedAt },
        title: version.name,
        organization: organization.name,
      }),
    ),
  }
}
