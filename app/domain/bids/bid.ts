import { z } from 'zod'
import { affirmation, choice, decimal, money, optional, text } from '../shared/fields.ts'
import { id } from '../shared/id-schemas.ts'
import { commercialFormIds } from '../vocabulary.ts'

/** What a firm offers. Sealed until the opening: no field of it may reach an index, a log, a mail or an error. */
export const BidContent = z.object({
  /** Price for the whole pilot, typed in 万元. */
  priceFen: money({ maxYuan: 1_000_000_000, unit: 'wan' }),
  commercialForm: choice(commercialFormIds),
  deliveryWeeks: decimal({ min: 0, max: 156, integer: true }),
  approach: text({ min: 20, max: 5000 }),
  deviations: optional(text({ max: 3000 })),
  support: text({ min: 4, max: 2000 }),
})
export type BidContent = z.infer<typeof BidContent>

/** 应标: the offer, the product it quotes, and the statement that goes with it. */
export const BidForm = BidContent.extend({
  productId: id.product,
  affirmed: affirmation,
})
export type BidForm = z.infer<typeof BidForm>
