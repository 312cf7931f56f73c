import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { findBid } from '#db/queries/bids.ts'
import { findProduct } from '#db/queries/products.ts'
import {
  bid,
  bidConfirmation,
  product,
  productCertificate,
  productDeployment,
  scenario,
} from '#db/schema/index.ts'
import { day } from '#domain/shared/dates.ts'
import { type BidId, brand, type ProductId, type ScenarioId } from '#domain/shared/ids.ts'
import { paths } from '#paths'
import { openBids } from '#services/bids/open.ts'
import type { Context } from '#services/context.ts'
import { digest } from '#services/digest.ts'
import { addCertificate } from '#services/products/certificates.ts'
import { productContent } from '#services/products/content.ts'
import { addDeployment } from '#services/products/deployments.ts'
import { AmendScenario, amendScenario } from '#services/scenarios/amend.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { as } from '../context.ts'
import {
  approvedScenario,
  decisionOn,
  draftedScenario,
  passDeadline,
  publishedScenario,
  submittedScenario,
} from '../factories.ts'
import { makePdf } from '../files/make.ts'
import { draftedProduct, publishedProduct, submittedProduct } from '../products.ts'
import { biddenScenario } from '../trip.ts'
import { bidForm, productForm, scenarioForm } from '../trip-forms.ts'
import type { Deed, Target } from './deed.ts'
import type { People } from './people.ts'
import { sight } from './routes.ts'
import { typed } from './typed.ts'

const reason = '材料不全，请补充现场条件'

async function scenarioTarget(
  ctx: Context,
  id: ScenarioId,
  path: (id: string) => string,
  fields: Record<string, string> = {},
): Promise<Target> {
  const rows = () => ctx.db.select().from(scenario).where(eq(scenario.id, id))
  const [row] = await rows()
  return { url: path(id), id, fields: { id, rev: `${row?.rev}`, ...fields }, rows }
}

export async function productTarget(
  ctx: Context,
  id: ProductId,
  path: (id: string) => string,
  fields: Record<string, string> = {},
): Promise<Target> {
  const rows = () => ctx.db.select().from(product).where(eq(product.id, id))
  const [row] = await rows()
  return { url: path(id), id, fields: { id, rev: `${row?.rev}`, ...fields }, rows }
}

const certificate = {
  kind: 'cr',
  number: 'CR-2026-0001',
  issuer: '示例认证中心',
  issuedOn: day('2026-01-12'),
} as const
const deployment = {
  place: '某三级医院',
  isAnonymous: true,
  region: '北京市海淀区',
  since: day('2026-01-12'),
  task: '病区配送',
  inUse: 'yes',
} as const

async function certificateTarget(ctx: Context, id: ProductId): Promise<Target> {
  const rows = () => ctx.db.select().from(productCertificate).where(eq(productCertificate.productId, id))
  return { url: paths.productCertificates(id), id, fields: { id, ...certificate }, rows }
}

async function deploymentTarget(ctx: Context, id: ProductId): Promise<Target> {
  const rows = () => ctx.db.select().from(productDeployment).where(eq(productDeployment.productId, id))
  return { url: paths.productDeployments(id), id, fields: { id, ...deployment, isAnonymous: 'on' }, rows }
}

async function bidTarget(ctx: Context, who: People): Promise<Target> {
  const { bidId: id } = await biddenScenario(ctx, who.casts.A)
  const found = await findBid(ctx.db, id)
  const rows = () => ctx.db.select().from(bid).where(eq(bid.id, id))
  return { url: paths.bidWithdrawal(id), id, fields: { id, rev: `${found?.bid.rev}` }, rows }
}

/** A decision names the content that it is about. */
async function decided(ctx: Context, id: ScenarioId, path: (id: string) => string): Promise<Target> {
  const { hash } = await decisionOn(ctx, id)
  return scenarioTarget(ctx, id, path, { hash })
}

async function decidedProduct(ctx: Context, id: ProductId): Promise<Target> {
  const found = await findProduct(ctx.db, id)
  const hash = found ? digest(productContent(found.version)) : ''
  return productTarget(ctx, id, paths.productPublication, { hash })
}

/** A sealed bid on a scenario that was amended afterwards. */
async function askedBid(ctx: Context, who: People): Promise<Target> {
  const { id: scenarioId, bidId: id } = await biddenScenario(ctx, who.casts.A)
  const demand = as(ctx, who.casts.A.demand)
  const { content, bidDeadline, rev } = await showScenario(demand, scenarioId)
  const said = { summary: '数量由三台改为四台', reason, units: 4 }
  const form = { ...content, bidDeadline, ...said, id: scenarioId, rev, formKey: v7() }
  await amendScenario(demand, AmendScenario.parse(form))
  const found = await findBid(ctx.db, id)
  const fields = { id, rev: `${found?.bid.rev}`, addendum: '1', affirmed: 'on' }
  const rows = () => ctx.db.select().from(bidConfirmation).where(eq(bidConfirmation.bidId, id))
  return { url: paths.bidConfirmation(id), id, fields, rows }
}

async function closedScenario(ctx: Context, who: People) {
  const made = await biddenScenario(ctx, who.casts.A)
  await passDeadline(ctx.db, made.id)
  return made
}

async function openedScenario(ctx: Context, who: People): Promise<{ id: ScenarioId; bidId: BidId }> {
  const made = await closedScenario(ctx, who)
  const { fields } = await scenarioTarget(ctx, made.id, paths.scenarioOpening)
  await openBids(as(ctx, who.casts.A.demand), { id: made.id, rev: Number(fields.rev), formKey: v7() })
  return made
}

export const marketDeeds: Record<string, Deed> = {
  'scenarios/new': {
    may: 'demand supply both',
    sees: 'all',
    async make(ctx) {
      const formKey = v7()
      const rows = () =>
        ctx.db
          .select()
          .from(scenario)
          .where(eq(scenario.id, brand<ScenarioId>(formKey)))
      return {
        url: paths.scenarioNew(),
        id: '',
        fields: { ...typed(scenarioForm('矩阵里的场景')), formKey },
        rows,
      }
    },
  },
  'scenarios/:scenarioId/edit': {
    may: 'demand',
    sees: sight['scenario.draft'],
    async make(ctx, { casts }) {
      const { id } = await draftedScenario(ctx, casts.A)
      const url = (each: string) => paths.scenarioEdit(each, { step: 'task' })
      return scenarioTarget(ctx, id, url, typed(scenarioForm('改过的场景标题')))
    },
  },
  'scenarios/:scenarioId/autosave': {
    may: 'demand',
    sees: sight['scenario.draft'],
    shows: true,
    async make(ctx, { casts }) {
      const { id } = await draftedScenario(ctx, casts.A)
      const url = (each: string) => paths.scenarioAutosave(each, { step: 'today' })
      return scenarioTarget(ctx, id, url, typed(scenarioForm('边写边存的标题')))
    },
  },
  'scenarios/:scenarioId/submission': {
    may: 'demand',
    sees: sight['scenario.draft'],
    make: async (ctx, { casts }) =>
      scenarioTarget(ctx, (await draftedScenario(ctx, casts.A)).id, paths.scenarioSubmission),
  },
  'scenarios/:scenarioId/approval': {
    may: 'handler',
    sees: sight['scenario.submitted'],
    make: async (ctx, { casts }) =>
      decided(ctx, (await submittedScenario(ctx, casts.A)).id, paths.scenarioApproval),
  },
  'scenarios/:scenarioId/publication': {
    may: 'approver',
    sees: sight['scenario.submitted'],
    make: async (ctx, { casts }) =>
      decided(ctx, (await approvedScenario(ctx, casts.A)).id, paths.scenarioPublication),
  },
  'scenarios/:scenarioId/addenda/new': {
    may: 'demand',
    sees: 'all',
    asksFirst: true,
    async make(ctx, { casts }) {
      const { id } = await publishedScenario(ctx, casts.A)
      const said = {
        ...{ summary: '补写现场条件', reason },
        // What the page's own lists would send along.
        ...{ 'requirements[0].necessity': 'must', 'metrics[0].direction': 'atLeast' },
      }
      const target = await scenarioTarget(ctx, id, paths.scenarioAddendumNew, {
        ...typed(scenarioForm('补充过的场景')),
        ...{ ...said, fileKey: v7(), purpose: 'drawing' },
      })
      return { ...target, file: { name: '平面图.pdf', content: makePdf(['Plan']) } }
    },
  },
  'scenarios/:scenarioId/archive': {
    may: 'demand',
    sees: 'all',
    async make(ctx, { casts }) {
      const { id } = await publishedScenario(ctx, casts.A)
      await passDeadline(ctx.db, id)
      return scenarioTarget(ctx, id, paths.scenarioArchive)
    },
  },
  'scenarios/:scenarioId/copy': {
    may: 'demand supply both',
    sees: 'all',
    async make(ctx, { casts }) {
      const { id } = await publishedScenario(ctx, casts.A)
      return { url: paths.scenarioCopy(id), id, fields: { formKey: v7() } }
    },
  },
  'scenarios/:scenarioId/return': {
    may: 'handler approver',
    sees: sight['scenario.submitted'],
    make: async (ctx, { casts }) =>
      scenarioTarget(ctx, (await submittedScenario(ctx, casts.A)).id, paths.scenarioReturn, { reason }),
  },
  'scenarios/:scenarioId/withdrawal': {
    may: 'demand',
    sees: 'all',
    make: async (ctx, { casts }) =>
      scenarioTarget(ctx, (await publishedScenario(ctx, casts.A)).id, paths.scenarioWithdrawal, { reason }),
  },
  'scenarios/:scenarioId/bids/new': {
    may: 'supply both',
    sees: 'all',
    async make(ctx, { casts, persons }, role) {
      const { id } = await publishedScenario(ctx, casts.A)
      const own = { firm: persons.both, reviewer: casts.A.reviewer }
      const productId = role === 'both' ? (await publishedProduct(ctx, own)).id : casts.A.productId
      const fields = {
        ...typed(bidForm('两周勘测建图，两周联调电梯与门禁，之后按病区分批上线。')),
        productId,
      }
      const formKey = v7()
      const rows = () =>
        ctx.db
          .select()
          .from(bid)
          .where(eq(bid.id, brand<BidId>(formKey)))
      return { url: paths.bidNew(id), id, fields: { ...fields, formKey }, rows }
    },
  },
  'scenarios/:scenarioId/bids': {
    may: 'demand',
    sees: sight['bid.selected'],
    async make(ctx, who) {
      const { id, bidId } = await openedScenario(ctx, who)
      return scenarioTarget(ctx, id, paths.scenarioBids, { bidId, reason, conflictFree: 'on' })
    },
  },
  'scenarios/:scenarioId/opening': {
    may: 'demand',
    sees: 'all',
    make: async (ctx, who) => scenarioTarget(ctx, (await closedScenario(ctx, who)).id, paths.scenarioOpening),
  },
  'bids/:bidId/confirmation': { may: 'supply', sees: sight['bid.submitted'], make: askedBid },
  'bids/:bidId/withdrawal': { may: 'supply', sees: sight['bid.submitted'], make: bidTarget },
  'recusals/:noun/:objectId': {
    may: 'handler approver district',
    sees: sight['scenario.submitted'],
    async make(ctx, { casts }) {
      const { id } = await submittedScenario(ctx, casts.A)
      return scenarioTarget(ctx, id, each => paths.recusal('scenario', each), { reason })
    },
  },
  'recommendations/:noun/:objectId': {
    may: 'district',
    sees: sight['scenario.submitted'],
    async make(ctx, { casts }) {
      const { id } = await submittedScenario(ctx, casts.A)
      const fields = { vote: 'recommend', opinion: '现场条件成熟，区里同意推荐。' }
      return scenarioTarget(ctx, id, each => paths.recommendation('scenario', each), fields)
    },
  },

  'products/new': {
    may: 'demand supply both',
    sees: 'all',
    async make(ctx) {
      const formKey = v7()
      const rows = () =>
        ctx.db
          .select()
          .from(product)
          .where(eq(product.id, brand<ProductId>(formKey)))
      return { url: paths.productNew(), id: '', fields: { ...typed(productForm('矩阵一号')), formKey }, rows }
    },
  },
  'products/:productId/certificates': {
    may: 'supply',
    sees: 'all',
    make: async (ctx, { casts }) => certificateTarget(ctx, (await publishedProduct(ctx, casts.A)).id),
  },
  'products/:productId/certificates/removal': {
    may: 'supply',
    sees: 'all',
    async make(ctx, { casts }) {
      const { id } = await publishedProduct(ctx, casts.A)
      const formKey = v7()
      await addCertificate(as(ctx, casts.A.firm), { id, formKey, ...certificate })
      const target = await certificateTarget(ctx, id)
      return { ...target, url: paths.productCertificateRemoval(id), fields: { id, recordId: formKey } }
    },
  },
  'products/:productId/deployments': {
    may: 'supply',
    sees: 'all',
    make: async (ctx, { casts }) => deploymentTarget(ctx, (await publishedProduct(ctx, casts.A)).id),
  },
  'products/:productId/deployments/removal': {
    may: 'supply',
    sees: 'all',
    async make(ctx, { casts }) {
      const { id } = await publishedProduct(ctx, casts.A)
      const formKey = v7()
      await addDeployment(as(ctx, casts.A.firm), { id, formKey, ...deployment })
      const target = await deploymentTarget(ctx, id)
      return { ...target, url: paths.productDeploymentRemoval(id), fields: { id, recordId: formKey } }
    },
  },
  'products/:productId/edit': {
    may: 'supply',
    sees: sight['product.draft'],
    make: async (ctx, { casts }) =>
      productTarget(
        ctx,
        (await draftedProduct(ctx, casts.A)).id,
        paths.productEdit,
        typed(productForm('矩阵二号')),
      ),
  },
  'products/:productId/submission': {
    may: 'supply',
    sees: sight['product.draft'],
    make: async (ctx, { casts }) =>
      productTarget(ctx, (await draftedProduct(ctx, casts.A)).id, paths.productSubmission),
  },
  'products/:productId/publication': {
    may: 'handler approver',
    sees: sight['product.submitted'],
    make: async (ctx, { casts }) => decidedProduct(ctx, (await submittedProduct(ctx, casts.A)).id),
  },
  'products/:productId/return': {
    may: 'handler approver',
    sees: sight['product.submitted'],
    make: async (ctx, { casts }) =>
      productTarget(ctx, (await submittedProduct(ctx, casts.A)).id, paths.productReturn, { reason }),
  },
  'products/:productId/withdrawal': {
    may: 'supply',
    sees: 'all',
    make: async (ctx, { casts }) =>
      productTarget(ctx, (await publishedProduct(ctx, casts.A)).id, paths.productWithdrawal, { reason }),
  },
  'products/:productId/revision': {
    may: 'supply',
    sees: 'all',
    make: async (ctx, { casts }) =>
      productTarget(ctx, (await publishedProduct(ctx, casts.A)).id, paths.productRevision),
  },
}
