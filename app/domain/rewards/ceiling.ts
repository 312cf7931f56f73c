import type { Fen } from '../shared/money.ts'
import { addFen, fen, maxFen, minFen, percentOf, subtractFen } from '../shared/money.ts'
import type { RewardFacts } from './claim.ts'
import type { RewardRule } from './rule.ts'
import { capYearOf } from './rules.ts'

const none = fen(0)

/** 单台(套) or 单个产品: what one ceiling applies to. */
export interface Item {
  /** Serial number of the unit, or the model of the product. */
  key: string
  serials: readonly string[]
  /** The rule's ceiling for the item. */
  cap: Fen
  /** Granted against that ceiling so far, over all pilots and years. */
  granted: Fen
  /** What the ceiling leaves. */
  room: Fen
  /** Making cost of the item's units; null when any of it is unknown or the rule names no basis. */
  basis: Fen | null
  /** What room and basis leave; null when the rule needs a basis that is not known: not zero and not the cap. */
  ceiling: Fen | null
  /** `rate` of the basis within the ceiling; null while the rule has no confirmed rate or the basis is unknown. */
  assessed: Fen | null
}

/** 年度余额: what the firm's yearly ceiling leaves. */
export interface FirmYear {
  year: number
  cap: Fen
  granted: Fen
  reserved: Fen
  headroom: Fen
}

const less = (amount: Fen, by: Fen): Fen => maxFen(none, subtractFen(amount, by))

/** The firm's headroom in the year of the decision; a year that the ledger does not hold has nothing granted. */
export function firmYearOf({ firm, decidedAt }: RewardFacts, rule: RewardRule): FirmYear {
  const year = capYearOf(decidedAt)
  const row = firm.years.find(each => each.year === year)
  const granted = row?.grantedFen ?? none
  const reserved = row?.reservedFen ?? none
  return {
    year,
    cap: rule.firmYearCap,
    granted,
    reserved,
    headroom: less(rule.firmYearCap, addFen(granted, reserved)),
  }
}

type Unit = RewardFacts['units'][number]

/** The making cost of some units; a cost of zero is no cost statement. */
function basisOf(units: readonly Unit[]): Fen | null {
  const known = units.flatMap(unit => (unit.basisFen === null || unit.basisFen === 0 ? [] : [unit.basisFen]))
  return known.length === units.length ? addFen(...known) : null
}

/** `inModel`: granted to the whole model so far, where the ceiling is the model's. */
function itemOf(
  rule: RewardRule,
  key: string,
  { units, inModel }: { units: readonly Unit[]; inModel: Fen },
): Item {
  const toUnits = addFen(...units.map(unit => unit.grantedFen))
  const granted = maxFen(inModel, toUnits)
  const room = less(rule.perItemCap, granted)
  const basis = rule.basis ? basisOf(units) : null
  const upTo = (limit: Fen) => minFen(room, less(limit, toUnits))
  const byBasis = basis === null ? null : upTo(basis)
  return {
    key,
    serials: units.map(unit => unit.serial),
    cap: rule.perItemCap,
    granted,
    room,
    basis,
    ceiling: rule.basis === null || room === 0 ? room : byBasis,
    assessed:
      basis === null || rule.rate === null ? null : minFen(upTo(basis), upTo(percentOf(basis, rule.rate))),
  }
}

/** The items of a claim under a rule: each unit by itself, or all units of the model together. */
export function itemsOf({ units, product }: RewardFacts, rule: RewardRule): Item[] {
  return rule.itemScope === 'product'
    ? [itemOf(rule, product.model, { units, inModel: product.grantedFen })]
    : units.map(unit => itemOf(rule, unit.serial, { units: [unit], inModel: none }))
}

/**
 * A sum of items within the firm's headroom. An unknown item leaves the sum unknown, unless the known ones
 * alone already reach the headroom.
 */
export function within(headroom: Fen, amounts: readonly (Fen | null)[]): Fen | null {
  const known = amounts.filter(amount => amount !== null)
  const sum = minFen(headroom, addFen(...known))
  return known.length === amounts.length || sum === headroom ? sum : null
}
