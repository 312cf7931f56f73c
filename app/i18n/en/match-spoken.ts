import type { Shape } from '../translate.ts'
import type { common as zhCommon, match as zhMatch } from '../zh/match-spoken.ts'

export const common = {
  ruler: {
    should: 'should',
    failed: '{have}, not met',
  },
} satisfies Shape<typeof zhCommon>

export const match = {
  placed: {
    newListing: 'Place {n} is kept for a new listing',
    firmCap: 'At most two products of a firm stand among the first ten, hence this place',
    family: 'Of the same family as one above, hence this place',
  },
  change: {
    decides_one:
      '{n} must is to be confirmed: {facts}. Stated as reached, it is met; stated as not reached, this becomes a near miss.',
    decides_other:
      '{n} musts are to be confirmed: {facts}. If all are stated as reached, they are met; if one is not, this becomes a near miss; if several are not, it is no longer listed.',
    decidesPart_one:
      '{n} must is to be confirmed: {facts}. Even then something asked stays open: the scenario does not state it clearly, and its organisation has to mend it.',
    decidesPart_other:
      '{n} musts are to be confirmed: {facts}. Even then something asked stays open: the scenario does not state it clearly, and its organisation has to mend it.',
    states: 'With {fact} stated, the mutual score goes from {from} to {to}',
    reaches: 'With {fact} reached, the mutual score goes from {from} to {to}',
    price: 'a unit price of at most {price}',
    monthly: 'no more than {price} per unit and month',
    region: 'service in {place}',
    maturity: 'maturity: {maturity}',
    bounds_one:
      '{n} fact is not stated; whatever the firm states, the mutual score stays between {low} and {high}.',
    bounds_other:
      '{n} facts are not stated; whatever the firm states, the mutual score stays between {low} and {high}.',
    settled:
      'Everything the scenario asks for is stated, nothing is estimated; only a change of the scenario or the product changes the verdict.',
    tight:
      'The must with the least to spare is {criterion}, {percent} beyond the need; a stricter call fails there first',
    none: '{criterion} is just met, with nothing to spare; a stricter call fails there first',
    easedTo: 'With {fact} in the product, or {need} in the scenario, it would be worth considering.',
    eased: 'With {fact} in the product, or this as a should in the scenario, it would be worth considering.',
    contradicts: 'What the scenario asks here contradicts itself; its organisation has to mend it.',
  },
  terms: {
    unit: 'Budget and price, per unit: budget {budget}, price {price}',
    month: 'Budget and price, per unit and month: budget {budget}, price {price}',
  },
  wishes_one: '{n} wish: {met} met, {unknown} unknown, {unmet} not met',
  wishes_other: '{n} wishes: {met} met, {unknown} unknown, {unmet} not met',
  undisclosed: 'not disclosed',
  gap: '{gap} short ({percent})',
  noGap: 'the gap has no measure',
  rest: 'Other musts: {met} met, {unknown} unknown.',
  fields: 'Product: {have} ↔ Scenario: {need}',
  field: {
    tasks: 'tasks',
    use: 'use',
    category: 'kind',
    domain: 'domain',
    text: 'description',
    requirement: 'requirement {n}',
    musts: 'musts',
    budget: 'budget',
    term: 'term',
    price: 'price',
    rental: 'rent',
    raas: 'service fee',
    maturity: 'maturity',
    acceptsUnfinalised: 'maturity asked',
    region: 'place',
    regions: 'service regions',
    home: 'seat of the firm',
    whole: 'completeness',
  },
  aspect: {
    task: 'Task',
    domain: 'Domain',
    category: 'Kind of robot',
    text: 'Likeness of text',
    budget: 'Budget and price',
    maturity: 'Maturity',
    region: 'Service region',
    focus: 'Main line of the firm',
    timeline: 'Schedule',
    completeness: 'Clarity of the call',
    responsiveness: 'Answers firms in time',
  },
  reason: {
    task: 'Same task: {tasks}',
    taskKin: 'Kindred task: {tasks}',
    category: '{category}: a kind bought for such work',
    domain: 'Same domain: {domain}',
    met: '{criterion} is met',
    surplus: '{criterion} has room: {ratio} times the need',
    measured: '{criterion} is met, measured in a pilot',
    text: 'Both texts name {words}',
    budget: 'The unit price is within the budget',
    budgetMonthly: '{priceFen} per unit and month, within the budget of {budgetFen}',
    maturity: 'Maturity: {maturity}',
    unfinalisedWelcome: 'The scenario accepts unfinalised products',
    region: 'The firm serves the site',
  },
  risk: {
    contradiction: 'The call contradicts itself on {criterion}: it cannot be judged until it is mended',
    nothingAsked: 'The call asks for nothing, so the order says nothing about the fit',
    nothingKnown: 'Nothing comparable is disclosed: everything is to be confirmed',
    mustUnknown_one: '{n} must has no stated fact',
    mustUnknown_other: '{n} musts have no stated fact',
    shouldUnmet: '{criterion} falls short of what is wished',
    tight: '{criterion} is barely met: check on site',
    oversized: '{criterion} is {ratio} times the need: perhaps too large',
    declaredOnly: '{criterion} is declared by the firm only: check on site',
    overBudget: 'The unit price is about {ratio} times the budget per unit',
    overBudgetMonthly: '{priceFen} per unit and month, about {ratio} times the budget of {budgetFen}',
    termUnknown: 'The scenario tells no term, so its budget for a month is to be confirmed',
    unfinalised: 'Not finalised, and the scenario does not say it accepts that',
    foreignDomain: 'Not in {domain}',
    foreignTask: 'Built for other work',
    regionUnknown: 'Whether the firm serves the site is unknown',
  },
} satisfies Shape<typeof zhMatch>
