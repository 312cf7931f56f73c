import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { solution, solutionConsent } from '#db/schema/index.ts'
import { brand, type SolutionId } from '#domain/shared/ids.ts'
import { paths } from '#paths'
import type { Context } from '#services/context.ts'
import { consentSheet } from '#services/solutions/consent.ts'
import { as } from '../context.ts'
import { publishedProduct } from '../products.ts'
import {
  draftedSolution,
  numberOf,
  publishedSolution,
  solutionDecision,
  submittedSolution,
} from '../solutions.ts'
import type { Deed, Target } from './deed.ts'
import type { People } from './people.ts'
import { sight } from './routes.ts'

const reason = '材料不全，请补充软件接口'

/** What the form sends: one product of the firm's own, one piece of software. */
const typedSolution = (name: string, number: string): Record<string, string> => ({
  name,
  summary: '配送机器人与调度系统合成的整套方案，含联调。',
  domains: 'healthcare',
  tasks: 'hospitalDelivery',
  'parts[0].number': number,
  'parts[0].quantity': '2',
  'parts[0].role': '病区配送',
  'software[0].kind': 'dispatch',
  'software[0].name': '院内调度',
  'software[0].provider': '示例机器人',
  'software[0].interfaces': 'VDA 5050',
  'software[0].deployment': 'onPremise',
  'software[0].residency': 'onSite',
  survey: '两天',
  integration: '两周',
  training: '半天',
  maintenance: '每季巡检',
  responseHours: '4',
  priceFromFen: '80',
  priceToFen: '120',
  deliveryWeeks: '8',
  regions: '京津冀',
})

const own = ({ casts: { A } }: People) => ({ firm: A.firm, reviewer: A.reviewer, products: [A.productId] })

async function target(
  ctx: Context,
  id: SolutionId,
  path: (id: string) => string,
  fields: Record<string, string> = {},
): Promise<Target> {
  const rows = () => ctx.db.select().from(solution).where(eq(solution.id, id))
  const [row] = await rows()
  return { url: path(id), id, fields: { id, rev: `${row?.rev}`, ...fields }, rows }
}

/** A draft with a product of `both`, who was asked for it. */
async function asked(ctx: Context, who: People): Promise<Target> {
  const { both } = who.persons
  const { id: theirs } = await publishedProduct(ctx, { firm: both, reviewer: who.casts.A.reviewer })
  const { id } = await draftedSolution(ctx, { ...own(who), products: [who.casts.A.productId, theirs] })
  const { lines } = await consentSheet(as(ctx, both), id)
  const fields = { id, productId: theirs, answer: 'confirmed' }
  const shown = { quantity: `${lines[0]?.quantity}`, role: lines[0]?.role ?? '' }
  const rows = () => ctx.db.select().from(solutionConsent).where(eq(solutionConsent.solutionId, id))
  return { url: paths.solutionConsent(id), id, fields: { ...fields, ...shown }, rows }
}

export const solutionDeeds: Record<string, Deed> = {
  'solutions/new': {
    may: 'demand supply both',
    sees: 'all',
    async make(ctx, { casts }) {
      const formKey = v7()
      const number = await numberOf(ctx, casts.A.productId)
      const rows = () =>
        ctx.db
          .select()
          .from(solution)
          .where(eq(solution.id, brand<SolutionId>(formKey)))
      const fields = { ...typedSolution('矩阵里的方案', number), formKey }
      return { url: paths.solutionNew(), id: '', fields, rows }
    },
  },
  'solutions/:solutionId/edit': {
    may: 'supply',
    sees: sight['solution.draft'],
    async make(ctx, who) {
      const { id, numbers } = await draftedSolution(ctx, own(who))
      return target(ctx, id, paths.solutionEdit, typedSolution('改过的方案', numbers[0] ?? ''))
    },
  },
  // To the firm that bundles, the question to another one is not there.
  'solutions/:solutionId/consent': { may: 'both', sees: 'both', make: asked },
  'solutions/:solutionId/submission': {
    may: 'supply',
    sees: sight['solution.draft'],
    make: async (ctx, who) =>
      target(ctx, (await draftedSolution(ctx, own(who))).id, paths.solutionSubmission),
  },
  'solutions/:solutionId/publication': {
    may: 'handler approver',
    sees: sight['solution.submitted'],
    async make(ctx, who) {
      const { id, firm } = await submittedSolution(ctx, own(who))
      const { hash } = await solutionDecision(as(ctx, firm), id)
      return target(ctx, id, paths.solutionPublication, { hash })
    },
  },
  'solutions/:solutionId/return': {
    may: 'handler approver',
    sees: sight['solution.submitted'],
    make: async (ctx, who) =>
      target(ctx, (await submittedSolution(ctx, own(who))).id, paths.solutionReturn, { reason }),
  },
  'solutions/:solutionId/withdrawal': {
    may: 'supply',
    sees: 'all',
    make: async (ctx, who) =>
      target(ctx, (await publishedSolution(ctx, own(who))).id, paths.solutionWithdrawal),
  },
  'solutions/:solutionId/revision': {
    may: 'supply',
    sees: 'all',
    make: async (ctx, who) =>
      target(ctx, (await publishedSolution(ctx, own(who))).id, paths.solutionRevision),
  },
}
