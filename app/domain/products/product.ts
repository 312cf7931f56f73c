import { z } from 'zod'
import { Specs } from '../ontology/requirement.ts'
import { robotCategoryIds, taskIds } from '../ontology/tasks.ts'
import { choice, decimal, drafted, listOf, money, optional, text } from '../shared/fields.ts'
import { commercialFormIds, domainIds, fundingAnswerIds, maturityIds } from '../vocabulary.ts'
import { Grants, grantsFit } from './funding.ts'

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
  commercialForms: listOf(choice(commercialFormIds), { max: 4 }),
  /** 服务地区 as people write it, e.g. 京津冀. */
  regions: optional(text({ max: 200 })),
}

function priceBandInOrder(product: { priceFromFen?: number; priceToFen?: number }): boolean {
  const { priceFromFen, priceToFen } = product
  return priceFromFen === undefined || priceToFen === undefined || priceFromFen <= priceToFen
}

const grantsInOrder = { error: 'product.grantsContradict', path: ['grants'] }
const inOrder = { error: 'product.priceOrder', path: ['priceToFen'] }

/** A product that can be submitted for review. */
export const Product = z.object(fields).refine(priceBandInOrder, inOrder).refine(grantsFit, grantsInOrder)
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
  .refine(priceBandInOrder, inOrder)
export type ProductDraft = z.infer<typeof ProductDraft>
