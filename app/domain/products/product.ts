import { z } from 'zod'
import { Specs } from '../ontology/requirement.ts'
import { robotCategoryIds, taskIds } from '../ontology/tasks.ts'
import { choice, decimal, drafted, listOf, money, optional, text } from '../shared/fields.ts'
import {
  type CommercialForm,
  commercialFormIds,
  domainIds,
  fundingAnswerIds,
  maturityIds,
} from '../vocabulary.ts'
import { Grants, grantsFit } from './funding.ts'
import { type PriceBasis, type Prices, priceBases, priceBasisIds } from './prices.ts'

/** No robot is let for more than 1000 万元 a month: such a sum was meant for something else. */
const monthly = () => optional(money({ maxYuan: 10_000_000 }))

const fields = {
  name: text({ min: 2, max: 80 }),
  model: optional(text({ max: 60 })),
  category: choice(robotCategoryIds),
  domains: listOf(choice(domainIds), { min: 1, max: 11 }),
  tasks: listOf(choice(taskIds), { min: 1, max: 12 }),
  summary: text({ min: 10, max: 3000 }),
  /** Typed facts; a fact that is absent is 未披露, never zero. */
  specs: Specs,
  maturity: choice(maturityIds),
  /** 技术成熟度 GB/T 22900: 1 to 9. */
  trl: optional(decimal({ min: 1, max: 9, integer: true })),
  /** 研制经费声明 (measure 9). */
  funding: choice(fundingAnswerIds),
  /** 获得过的财政资金, item by item; for the firm and the bureau. */
  grants: Grants,
  /** Price band per unit, typed in 万元; absent is 面议. */
  priceFromFen: optional(money({ maxYuan: 1_000_000_000, unit: 'wan' })),
  priceToFen: optional(money({ maxYuan: 1_000_000_000, unit: 'wan' })),
  /** 租用, per unit and month, typed in 元; absent is 未披露. */
  rentalFromFen: monthly(),
  rentalToFen: monthly(),
  /** 按服务付费, likewise brought to a unit and month. */
  raasFromFen: monthly(),
  raasToFen: monthly(),
  commercialForms: listOf(choice(commercialFormIds), { max: 4 }),
  /** 服务地区 as people write it, e.g. 京津冀. */
  regions: optional(text({ max: 200 })),
}

type Priced = Prices & { commercialForms: readonly CommercialForm[] }
type Context = Pick<z.core.$RefinementCtx, 'addIssue'>

/** Of every band the low end comes first, and what is let by the month is offered so. */
function pricesFit(product: Priced, context: Context): void {
  for (const basis of priceBasisIds) {
    const { from, to } = priceBases[basis]
    const [low, high] = [product[from], product[to]]
    if (low && high && low > high)
      context.addIssue({ code: 'custom', path: [to], message: 'product.priceOrder' })
    if (basis !== 'purchase') offeredSo(product, basis, context)
  }
}

/** A firm that names its forms and would not sell names no price to buy at; a firm that names none may. */
function salePriceFits(product: Priced, context: Context): void {
  if (product.commercialForms.length > 0) offeredSo(product, 'purchase', context)
}

function offeredSo(product: Priced, basis: PriceBasis, context: Context): void {
  const { from, to, forms } = priceBases[basis]
  if (product.commercialForms.some(each => (forms as readonly CommercialForm[]).includes(each))) return
  for (const end of [from, to])
    if (product[end])
      context.addIssue({ code: 'custom', path: [end], message: `product.notOffered.${basis}` })
}

const grantsInOrder = { error: 'product.grantsContradict', path: ['grants'] }

/** A product that can be submitted for review. */
export const Product = z
  .object(fields)
  .superRefine(pricesFit)
  .superRefine(salePriceFits)
  .refine(grantsFit, grantsInOrder)
export type Product = z.infer<typeof Product>

/** The same fields, none of them required yet. */
export const ProductDraft = z
  .object({
    ...drafted(fields),
    domains: listOf(choice(domainIds), { max: 11 }),
    tasks: listOf(choice(taskIds), { max: 12 }),
    specs: Specs,
    grants: Grants,
    commercialForms: listOf(choice(commercialFormIds), { max: 4 }),
  })
  .superRefine(pricesFit)
export type ProductDraft = z.infer<typeof ProductDraft>
