import { isMonthly } from '../products/prices.ts'
import type { CommercialForm } from '../vocabulary.ts'

/**
 * 租期或服务期 in months; undefined where it is not said, and where the form is not paid by the month: a term that was
 * typed before the form was chosen anew says nothing any more.
 */
export function termOf(said: {
  commercialForm?: CommercialForm | undefined
  termMonths?: number | undefined
}): number | undefined {
  return isMonthly(said.commercialForm) ? said.termMonths : undefined
}
